import { BandMarks, WavelengthAxis } from './band-marks.tsx'
import type { SceneBand } from './scene-bands.ts'
import styles from './band-spectrum.module.css'
import { rangeOf } from './wavelength-axis.ts'
import { words } from './words.ts'

type BandSpectrumProps = { bands: readonly SceneBand[] }

const heightPx = 44
const axisPx = 14

/** The bands along the wavelength; beyond the visible they are grey. Gaps show what the sensor does not see. */
export function BandSpectrum({ bands }: BandSpectrumProps) {
  const known = bands.flatMap((band) => (band.wavelengthNm === undefined ? [] : [{ ...band, nm: band.wavelengthNm }]))
  const [first, last] = [known[0], known.at(-1)]
  if (!first || !last) return null
  const range = rangeOf([first.nm, last.nm])
  return (
    <figure className={styles.figure}>
      <svg
        width="100%"
        height={heightPx + axisPx}
        role="img"
        aria-label={words.spectrum(known.length, first.nm, last.nm)}
        className={styles.svg}
      >
        <BandMarks bands={known} range={range} topPx={4} heightPx={heightPx - 8} />
        <WavelengthAxis range={range} yPx={heightPx - 2} />
      </svg>
    </figure>
  )
}
