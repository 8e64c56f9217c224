import type { LegendClass } from '#src/formula/presets/preset.ts'

const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/**
 * Classes as a Styled Layer Descriptor 1.0.0 raster style (OGC 02-070). A colour map of type "intervals" paints each value
 * below a quantity that is not below the one before; a first transparent entry keeps values under the lowest class unpainted.
 */
export function styledLayerDescriptor(name: string, classes: readonly LegendClass[]): string {
  const entry = (colour: string, quantity: number, label: string, opacity = 1) =>
    `            <ColorMapEntry color="${escape(colour)}" quantity="${quantity}" label="${escape(label)}" opacity="${opacity}"/>`
  const lowest = classes[0]
  const entries = [
    ...(lowest ? [entry(lowest.color, lowest.min, 'below', 0)] : []),
    // The upper bound belongs to the last class, so its quantity lies just above.
    ...classes.map(({ color, max, label }, i) =>
      entry(color, i === classes.length - 1 ? max + Math.abs(max || 1) * 1e-9 : max, label),
    ),
  ]
  return `<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.opengis.net/sld http://schemas.opengis.net/sld/1.0.0/StyledLayerDescriptor.xsd">
  <NamedLayer>
    <Name>${escape(name)}</Name>
    <UserStyle>
      <Title>${escape(name)}</Title>
      <FeatureTypeStyle>
        <Rule>
          <RasterSymbolizer>
            <Opacity>1</Opacity>
            <ColorMap type="intervals">
${entries.join('\n')}
            </ColorMap>
          </RasterSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
`
}
