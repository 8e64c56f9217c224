import { formatNumber } from '#src/ui/data/format-number.ts'
import { Property, PropertyList } from '#src/ui/data/property-list.tsx'
import { NumberField } from '#src/ui/field/number-field.tsx'
import { Section } from '#src/ui/panel/section.tsx'
import { pixelWidthM } from '#src/imagery/raster-grid.ts'
import { useDesk } from '../desk-context.ts'
import { FormulaField } from './formula-field.tsx'
import { readFormula } from './picture-trees.ts'
import styles from './picture.module.css'

const plain = { maximumFractionDigits: 10, useGrouping: false }

/** Which pixels count and what their stored numbers mean; and what the file is. */
export function PixelControls() {
  const { scene, picture, changePicture } = useDesk()
  const { bands, grid, nodata, sampleType } = scene.cog.info
  const { mask } = picture
  const inNm = bands.flatMap(({ wavelengthNm }) => wavelengthNm ?? [])
  const scales = [...new Set(bands.map(({ scale }) => scale))]
  const isSet = mask.trim() !== '' || picture.nodata !== null || picture.scale !== null
  return (
    <Section title="Pixels" summary={isSet ? 'changed' : undefined} defaultExpanded={isSet}>
      <FormulaField
        label="Only where"
        value={mask}
        onChange={(next) => changePicture({ mask: next })}
        read={readFormula(mask, bands)}
        bands={bands}
        placeholder="nir > 0.1 && R720 < 0.5"
        hasReferences
      />
      <div className={styles.pair}>
        <NumberField
          label="No data"
          value={picture.nodata ?? nodata ?? Number.NaN}
          formatOptions={plain}
          placeholder="none"
          onChange={(next) => changePicture({ nodata: Number.isNaN(next) ? null : next })}
        />
        <NumberField
          label="Value of one step"
          value={picture.scale ?? (scales.length === 1 ? (scales[0] ?? 1) : Number.NaN)}
          formatOptions={plain}
          step={0.0001}
          placeholder="by band"
          onChange={(next) => changePicture({ scale: next > 0 ? next : null })}
        />
      </div>
      <PropertyList>
        <Property label="Size" value={`${formatNumber(grid.width, 0)} × ${formatNumber(grid.height, 0)} pixels`} />
        <Property label="Pixel" value={`${formatNumber(pixelWidthM(grid), 1)} m`} />
        <Property
          label="Bands"
          value={
            inNm.length > 0
              ? `${bands.length}, ${formatNumber(Math.min(...inNm), 0)} to ${formatNumber(Math.max(...inNm), 0)} nm`
              : `${bands.length}, wavelengths not known`
          }
        />
        <Property label="Stored as" value={sampleWords[sampleType]} />
        <Property label="Projection" value={`EPSG:${grid.epsg}`} />
      </PropertyList>
    </Section>
  )
}

const sampleWords = {
  uint8: 'whole numbers, 8 bits',
  uint16: 'whole numbers, 16 bits',
  int16: 'signed whole numbers, 16 bits',
  float32: 'fractions, 32 bits',
}
