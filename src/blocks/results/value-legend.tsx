import { ColourRamp } from '#src/ui/data/colour-ramp.tsx'
import { formatNumber } from '#src/ui/data/format-number.ts'
import { Select } from '#src/ui/field/select.tsx'
import { isDiverging, paletteOptions, rampColours, rampRange } from './palettes.ts'
import styles from './results.module.css'
import type { ValueSpread } from './value-bands.ts'

type ValueLegendProps = {
  label: string
  range: ValueSpread
  colours: string
  onColoursChange: (colours: string) => void
}

/** The colours of a band with the values they stand for, and how many pixels have them. */
export function ValueLegend({ label, range, colours, onColoursChange }: ValueLegendProps) {
  const { min, max, low, high, histogram } = range
  const [from, to] = rampRange(range, colours)
  const digits = digitsFor(to - from)
  // Bins go from the lowest to the highest value; around 0 the colours reach further.
  const isSameRange = from === low && to === high && !isDiverging(colours)
  return (
    <div className={styles.legend}>
      <p className={styles.note}>{label}</p>
      <ColourRamp
        label={label}
        colours={rampColours(colours)}
        min={from}
        max={to}
        digits={digits}
        {...(isSameRange && histogram.length > 0 && { histogram })}
      />
      <p className={styles.note} data-figures>
        Values from {formatNumber(min, digits)} to {formatNumber(max, digits)}
      </p>
      <Select
        label="Colours"
        labelPlacement="side"
        options={paletteOptions}
        value={colours}
        onChange={onColoursChange}
      />
    </div>
  )
}

/** Three digits that differ, whatever the size of the values. */
function digitsFor(width: number): number {
  return width > 0 ? Math.min(6, Math.max(0, 2 - Math.floor(Math.log10(width)))) : 2
}
