/** The bands of a sensor. */
export type SensorBands = { wavelengthsNm: readonly number[]; fwhmNm?: readonly number[] }

/** Half of a response's weight must lie on known values, else the band is a gap. */
const KNOWN_WEIGHT = 0.5
/** The tails beyond hold 0.04 % of the weight. */
const REACH_FWHM = 1.5

/**
 * Brings spectra of one grid (wavelengths ascending) to a sensor's bands: means under a Gaussian response, the spectrum being
 * straight between its points. What a spectrum was smoothed by already counts: widths add as squares, and one as coarse as the
 * sensor is only read between its points. A band is a gap where the spectrum does not reach its centre. Made once for all
 * spectra of the grid.
 */
export function resampler(from: SensorBands, bands: SensorBands): (values: readonly number[]) => number[] {
  const [widths, ownWidths] = [bandWidths(bands), bandWidths(from)]
  const responses = bands.wavelengthsNm.map((centre, i) => {
    const own = ownWidths[nearest(from.wavelengthsNm, centre)] ?? 0
    return responseOf(from.wavelengthsNm, centre, Math.sqrt(Math.max(0, widths[i]! ** 2 - own ** 2)))
  })
  return (values) =>
    responses.map((response) => {
      let [sum, known, all] = [0, 0, 0]
      for (const [index, weight] of response) {
        const value = values[index]!
        all += weight
        if (!Number.isFinite(value)) continue
        sum += weight * value
        known += weight
      }
      return all > 0 && known >= KNOWN_WEIGHT * all ? sum / known : Number.NaN
    })
}

/** Widths as told; where they are not, the distance to the neighbours, as bands of a spectrometer lie side by side. */
export function bandWidths({ wavelengthsNm, fwhmNm }: SensorBands): number[] {
  const sorted = [...new Set(wavelengthsNm.filter(Number.isFinite))].toSorted((a, b) => a - b)
  return wavelengthsNm.map((nm, i) => {
    const told = fwhmNm?.[i]
    if (told !== undefined && told > 0) return told
    const at = sorted.indexOf(nm)
    const gaps = [nm - (sorted[at - 1] ?? Number.NaN), (sorted[at + 1] ?? Number.NaN) - nm].filter(Number.isFinite)
    // The nearer one: beyond a hole in the bands the neighbour is far.
    return gaps.length > 0 ? Math.min(...gaps) : 10
  })
}

/** In an ascending list. */
function nearest(ascending: readonly number[], value: number): number {
  const after = ascending.findIndex((each) => each >= value)
  if (after < 0) return ascending.length - 1
  return after > 0 && value - ascending[after - 1]! < ascending[after]! - value ? after - 1 : after
}

type Weights = [index: number, weight: number][]

function responseOf(fromNm: readonly number[], centre: number, fwhm: number): Weights {
  const [first, last] = [fromNm[0], fromNm.at(-1)]
  if (first === undefined || last === undefined || !(centre >= first && centre <= last)) return []
  const weights = new Map<number, number>()
  const add = (index: number, weight: number) => {
    if (weight > 0) weights.set(index, (weights.get(index) ?? 0) + weight)
  }
  const step = Math.min(1, fwhm / 10)
  const steps = step > 0 ? Math.ceil((REACH_FWHM * fwhm) / step) : 0
  let segment = 0
  for (let k = -steps; k <= steps; k++) {
    const nm = centre + k * step
    if (nm < first || nm > last) continue
    const weight = k === 0 ? 1 : Math.exp(-4 * Math.LN2 * ((k * step) / fwhm) ** 2)
    while (segment < fromNm.length - 2 && fromNm[segment + 1]! < nm) segment++
    const [left, right] = [fromNm[segment]!, fromNm[segment + 1]]
    const along = right === undefined ? 0 : (nm - left) / (right - left)
    add(segment, weight * (1 - along))
    add(segment + 1, weight * along)
  }
  return [...weights]
}
