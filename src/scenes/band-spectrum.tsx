import { formatNumber } from '#src/ui/data/format-number.ts'
import type { SceneBand } from './scene-bands.ts'
import styles from './band-spectrum.module.css'
import { words } from './words.ts'

type BandSpectrumProps = { bands: readonly SceneBand[] }

const heightPx = 44
const axisPx = 14

/**
 * The bands as ticks along the wavelength, as wide as the band is, in the colour that an eye sees there; beyond the visible
 * they are grey. Gaps show what the sensor does not see.
 */
export function BandSpectrum({ bands }: BandSpectrumProps) {
  const known = bands.flatMap((band) => (band.wavelengthNm === undefined ? [] : [{ ...band, nm: band.wavelengthNm }]))
  const [first, last] = [known[0], known.at(-1)]
  if (!first || !last) return null
  const [from, to] = axisRange(first.nm, last.nm)
  const at = (nm: number) => `${(100 * (nm - from)) / (to - from)}%`
  return (
    <figure className={styles.figure}>
      <svg
        width="100%"
        height={heightPx + axisPx}
        role="img"
        aria-label={words.spectrum(known.length, first.nm, last.nm)}
        className={styles.svg}
      >
        {known.map(({ name, nm, fwhmNm = 0 }) => (
          <rect
            key={name}
            x={at(nm - fwhmNm / 2)}
            y={4}
            style={{ width: `max(1.25px, ${(100 * fwhmNm * 0.8) / (to - from)}%)` }}
            height={heightPx - 8}
            rx={1}
            fill={colourAt(nm)}
          >
            <title>{words.bandAt(name, nm)}</title>
          </rect>
        ))}
        <line x1="0" x2="100%" y1={heightPx - 2} y2={heightPx - 2} stroke="var(--line-strong)" />
        {marks(from, to).map((nm) => (
          <g key={nm}>
            <line x1={at(nm)} x2={at(nm)} y1={heightPx - 2} y2={heightPx + 2} stroke="var(--line-strong)" />
            <text x={at(nm)} y={heightPx + axisPx - 2} textAnchor="middle" className={styles.mark}>
              {formatNumber(nm, 0)}
            </text>
          </g>
        ))}
      </svg>
    </figure>
  )
}

function axisRange(first: number, last: number): [number, number] {
  const margin = Math.max(30, (last - first) * 0.06)
  return [first - margin, last + margin]
}

function marks(from: number, to: number): number[] {
  const step = [50, 100, 200, 250, 500, 1000].find((each) => (to - from) / each <= 7) ?? 1000
  const start = Math.ceil(from / step)
  return Array.from({ length: Math.floor(to / step) - start + 1 }, (_, i) => (start + i) * step)
}

/** Hues that stand for the visible spectrum, from 380 to 780 nm (violet to red); muted, so that they stay a label. */
function colourAt(nm: number): string {
  if (nm < 400 || nm > 720) return 'var(--text-faint)'
  const stops: [nm: number, hue: number][] = [
    [400, 275],
    [440, 250],
    [490, 195],
    [530, 130],
    [570, 75],
    [590, 48],
    [620, 22],
    [720, 0],
  ]
  const next = stops.findIndex(([stop]) => stop >= nm)
  const [a = [400, 275], b = [720, 0]] = [stops[Math.max(0, next - 1)], stops[next]]
  const along = b[0] === a[0] ? 0 : (nm - a[0]) / (b[0] - a[0])
  return `hsl(${Math.round(a[1] + (b[1] - a[1]) * along)} 62% 55%)`
}
