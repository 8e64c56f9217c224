import type { BandTable } from '#src/formula/bands.ts'

/** Bands from short to long waves; those without a wavelength after them, in the order of the file. */
export function bandOrder(bands: BandTable): number[] {
  return bands
    .map((_, index) => index)
    .toSorted((a, b) => (bands[a]?.wavelengthNm ?? Infinity) - (bands[b]?.wavelengthNm ?? Infinity) || a - b)
}

/** The next band by wavelength, round the end; the first when there is none yet. */
export function bandBeside(index: number | undefined, by: number, bands: BandTable): number | undefined {
  const order = bandOrder(bands)
  const at = index === undefined ? -1 : order.indexOf(index)
  return at < 0 ? order[0] : order[(at + by + order.length) % order.length]
}

/** Where bands lie on an axis, from 0 to 1: by wavelength when all have one, else by place. */
export type BandAxis = {
  unit: 'nm' | 'band'
  from: number
  to: number
  /** By index of the band. */
  places: readonly number[]
}

export function bandAxis(bands: BandTable): BandAxis {
  const inNm = bands.map(({ wavelengthNm }) => wavelengthNm)
  const known = inNm.every((nm) => nm !== undefined) && new Set(inNm).size > 1
  const values = known ? (inNm as number[]) : bands.map((_, index) => index + 1)
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const margin = Math.max((most - least) * 0.01, 0.5)
  const [from, to] = [least - margin, most + margin]
  return { unit: known ? 'nm' : 'band', from, to, places: values.map((value) => (value - from) / (to - from)) }
}

/** The band whose place is nearest. */
export function bandAt(place: number, { places }: BandAxis): number {
  let best = 0
  places.forEach((other, index) => {
    if (Math.abs(other - place) < Math.abs(places[best]! - place)) best = index
  })
  return best
}
