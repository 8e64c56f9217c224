import type { LegendClass } from '#src/formula/presets/preset.ts'

/**
 * Classes as a Styled Layer Descriptor 1.0.0 raster style (OGC 02-070).
 *
 * A colour map of that standard interpolates. `type="intervals"` is what GeoServer, MapServer's readers and QGIS's writer add
 * to it for classes, beyond the schema: an entry paints the values below its quantity that are not below that of the entry
 * before, and the first one all below it (GeoTools, `SLDColorMapBuilder`, which also refuses a map of one entry and wants
 * quantities that rise). So a transparent entry stands before the first class and before each gap between classes. QGIS
 * itself writes raster styles but reads none (qgis/QGIS#36347); there, plugins do.
 */
export function styledLayerDescriptor(name: string, classes: readonly LegendClass[]): string {
  const title = escape(name)
  return `<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.opengis.net/sld http://schemas.opengis.net/sld/1.0.0/StyledLayerDescriptor.xsd">
  <NamedLayer>
    <Name>${title}</Name>
    <UserStyle>
      <Title>${title}</Title>
      <FeatureTypeStyle>
        <Rule>
          <RasterSymbolizer>
            <Opacity>1</Opacity>
            <ColorMap type="intervals">
${entriesOf(classes).join('\n')}
            </ColorMap>
          </RasterSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
`
}

function entriesOf(classes: readonly LegendClass[]): string[] {
  return classes.flatMap(({ color, min, max, label }, i) => {
    const before = classes[i - 1]
    // The upper bound belongs to the last class, so its quantity lies just above.
    const quantity = i === classes.length - 1 ? justAbove(max) : max
    return [
      ...(before && min <= before.max ? [] : [entry(color, min, before ? 'between' : 'below', 0)]),
      entry(color, quantity, label, 1),
    ]
  })
}

const entry = (colour: string, quantity: number, label: string, opacity: number) =>
  `              <ColorMapEntry color="${escape(colour)}" quantity="${quantity}" label="${escape(label)}" opacity="${opacity}"/>`

const justAbove = (value: number) => value + Math.abs(value || 1) * 1e-9

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Breaks and tabs by number, since attributes lose them; without what XML 1.0 can not hold in any way. */
const escape = (text: string) =>
  text
    .replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll(/[&<>"]/g, (character) => entities[character]!)
    .replaceAll(/[\t\n\r]/g, (character) => `&#${character.codePointAt(0)};`)
