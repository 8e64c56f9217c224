import { formatNumber } from '#src/ui/data/format-number.ts'
import styles from './band-spectrum.module.css'
import { axisMarks, placeOnAxis, wavelengthColour, type WavelengthRange } from './wavelength-axis.ts'
import { words } from './words.ts'

type MarkedBand = { name: string; nm: number; fwhmNm?: number }

type BandMarksProps = { bands: readonly MarkedBand[]; range: WavelengthRange; topPx?: number; heightPx: number }

/** Bands as marks along the wavelength, as wide as the band is, in the colour that an eye sees there: the inside of an SVG. */
export function BandMarks({ bands, range, topPx = 0, heightPx }: BandMarksProps) {
  const spanNm = range.toNm - range.fromNm
  return bands.map(({ name, nm, fwhmNm = 0 }) => (
    <rect
      key={name}
      x={placeOnAxis(nm - fwhmNm / 2, range)}
      y={topPx}
      style={{ width: `max(1.25px, ${(100 * fwhmNm * 0.8) / spanNm}%)` }}
      height={heightPx}
      rx={1}
      fill={wavelengthColour(nm)}
    >
      <title>{words.bandAt(name, nm)}</title>
    </rect>
  ))
}

/** The line, its ticks and their nanometres: the inside of an SVG. `yPx`: where the line lies. */
export function WavelengthAxis({ range, yPx, textPx = 12 }: { range: WavelengthRange; yPx: number; textPx?: number }) {
  return (
    <>
      <line x1="0" x2="100%" y1={yPx} y2={yPx} stroke="var(--line-strong)" />
      {axisMarks(range).map((nm) => (
        <g key={nm}>
          <line
            x1={placeOnAxis(nm, range)}
            x2={placeOnAxis(nm, range)}
            y1={yPx}
            y2={yPx + 4}
            stroke="var(--line-strong)"
          />
          <text x={placeOnAxis(nm, range)} y={yPx + 4 + textPx - 2} textAnchor="middle" className={styles.mark}>
            {formatNumber(nm, 0)}
          </text>
        </g>
      ))}
    </>
  )
}
