import { Label, Radio, RadioGroup } from 'react-aria-components'
import type { Bandset } from '#src/contract/bandsets.ts'
import { BandMarks, WavelengthAxis } from '#src/scenes/band-marks.tsx'
import { rangeOf, type WavelengthRange } from '#src/scenes/wavelength-axis.ts'
import { FieldError } from '#src/ui/field/field-error.tsx'
import styles from './bandset-picker.module.css'

type BandsetPickerProps = {
  bandsets: readonly Bandset[]
  value: string
  onChange: (id: string) => void
  error: string | undefined
}

const stripPx = 16
/** Bandsets tell no widths: wide enough to be seen, narrow enough that neighbours stay apart. */
const markNm = 3.5

/** One of the sets of bands, each drawn along the same wavelengths. Arrow keys go from one to the next. */
export function BandsetPicker({ bandsets, value, onChange, error }: BandsetPickerProps) {
  const known = bandsets.flatMap(({ bands }) => bands.flatMap(({ wavelength }) => wavelength ?? []))
  const range = known.length > 0 ? rangeOf(known) : null
  const chosen = bandsets.find(({ id }) => id === value)
  return (
    <RadioGroup value={value || null} onChange={onChange} isInvalid={error !== undefined} className={styles.picker}>
      <Label className={styles.label}>Bandset</Label>
      <div className={styles.options}>
        {bandsets.map((bandset) => (
          <BandsetOption key={bandset.id} bandset={bandset} range={range} />
        ))}
      </div>
      {range && (
        <svg width="100%" height={22} aria-hidden className={styles.axis}>
          <WavelengthAxis range={range} yPx={3} />
          <text x="100%" y={17} textAnchor="end" className={styles.unit}>
            nm
          </text>
        </svg>
      )}
      <div className={styles.message}>
        {error === undefined && (
          <p className={styles.description}>
            {chosen?.description ?? 'Every capture is one pass of the satellite, and is billed as one.'}
          </p>
        )}
        <FieldError>{error}</FieldError>
      </div>
    </RadioGroup>
  )
}

function BandsetOption({ bandset, range }: { bandset: Bandset; range: WavelengthRange | null }) {
  const { id, name, captures, bands } = bandset
  const marks = bands.flatMap((band) =>
    typeof band.wavelength === 'number' ? [{ name: band.name, nm: band.wavelength, fwhmNm: markNm }] : [],
  )
  return (
    <Radio value={id} className={styles.option}>
      <span className={styles.head}>
        <span aria-hidden className={styles.dot} />
        <span className={styles.name}>{name}</span>
        <span data-figures className={styles.facts}>
          {count(bands.length, 'band')}
          {typeof captures === 'number' && `, ${count(captures, 'capture')}`}
        </span>
      </span>
      {range && marks.length > 0 && (
        <svg width="100%" height={stripPx} aria-hidden>
          <BandMarks bands={marks} range={range} heightPx={stripPx} />
        </svg>
      )}
    </Radio>
  )
}

const count = (n: number, thing: string) => `${n} ${thing}${n === 1 ? '' : 's'}`
