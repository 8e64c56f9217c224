import { memo } from 'react'
import type { BandTable } from '#src/formula/bands.ts'
import { axisMarks, wavelengthColour } from '#src/scenes/wavelength-axis.ts'
import type { BandAxis } from './band-order.ts'
import styles from './bands.module.css'

type BandAxisViewProps = { bands: BandTable; axis: BandAxis }

/** A line for each band in the colour an eye sees there, over figures of the axis. Drawn once: handles move over it. */
export const BandAxisView = memo(function BandAxisView({ bands, axis }: BandAxisViewProps) {
  const { from, to, unit, places } = axis
  const at = (place: number) => `${(100 * place).toFixed(3)}%`
  return (
    <svg className={styles.axis} aria-hidden>
      {places.map((place, index) => (
        <line
          key={index}
          x1={at(place)}
          x2={at(place)}
          y1={4}
          y2={22}
          stroke={unit === 'nm' ? wavelengthColour(bands[index]?.wavelengthNm ?? 0) : 'var(--text-faint)'}
          strokeWidth={1.25}
        />
      ))}
      <line x1="0" x2="100%" y1={24.5} y2={24.5} stroke="var(--line-strong)" />
      {axisMarks({ fromNm: from, toNm: to }, 16).map((value) => (
        <g key={value}>
          <line
            x1={at((value - from) / (to - from))}
            x2={at((value - from) / (to - from))}
            y1={24}
            y2={28}
            stroke="var(--line-strong)"
          />
          <text x={at((value - from) / (to - from))} y={38} textAnchor="middle" className={styles.figure}>
            {value.toLocaleString('en-GB')}
          </text>
        </g>
      ))}
    </svg>
  )
})
