import { badBands, waterVapourNm } from './bad-bands.ts'
import { removeContinuum } from './continuum.ts'
import { curveOrder } from './curve-order.ts'
import { firstDerivative } from './derivative.ts'
import { picked, withGaps } from './spectrum.ts'

export type AxisBand = { wavelengthNm?: number; fwhmNm?: number; isBad?: boolean }

/** How the bands of a file become one ascending axis. */
export type SpectralAxis = {
  /** False when the file tells too few wavelengths: then `x` counts bands from 1. */
  isSpectral: boolean
  /** Of every band, in the file's order; NaN where it is not told. */
  wavelengthsNm: readonly number[]
  fwhmNm?: readonly number[]
  /** Of every band: shown as a gap in every curve, and not compared. */
  isGap: readonly boolean[]
  /** Which bands make the curve, as indices. */
  order: readonly number[]
  x: readonly number[]
  /** Neighbours on the axis with water vapour between them, from whose bands the file was cleaned. */
  breaks: readonly (readonly [fromNm: number, toNm: number])[]
}

export type CurveKind = 'reflectance' | 'continuum' | 'derivative'

export function spectralAxis(bands: readonly AxisBand[]): SpectralAxis {
  const wavelengthsNm = bands.map(({ wavelengthNm }) => wavelengthNm ?? Number.NaN)
  const listed = bands.map(({ isBad = false }) => isBad)
  const order = curveOrder(wavelengthsNm)
  if (order.length < 2) {
    const all = [...bands.keys()]
    return { isSpectral: false, wavelengthsNm, isGap: listed, order: all, x: all.map((i) => i + 1), breaks: [] }
  }
  const x = picked(wavelengthsNm, order)
  return {
    isSpectral: true,
    wavelengthsNm,
    ...(bands.some(({ fwhmNm }) => fwhmNm !== undefined) && { fwhmNm: bands.map(({ fwhmNm = 0 }) => fwhmNm) }),
    isGap: badBands(wavelengthsNm, listed),
    order,
    x,
    breaks: breaksOf(x),
  }
}

/** One value for each place of the axis, NaN for gaps; `values` has one for each band of the file. */
export function curveOf(axis: SpectralAxis, values: readonly number[], kind: CurveKind, windowBands: number): number[] {
  const shown = picked(withGaps(values, axis.isGap), axis.order)
  if (kind === 'continuum') return removeContinuum(axis.x, shown)
  return kind === 'derivative' ? firstDerivative(axis.x, shown, windowBands) : shown
}

/** A spectrometer's bands lie side by side; those of a multispectral sensor are far apart anyhow. */
const SPECTROMETER_BANDS = 30

function breaksOf(x: readonly number[]): (readonly [number, number])[] {
  if (x.length < SPECTROMETER_BANDS) return []
  return x.slice(1).flatMap((to, i) => {
    const from = x[i]!
    const isHole = waterVapourNm.some(([start, end]) => Math.min(to, end) - Math.max(from, start) > (end - start) / 2)
    return isHole ? [[from, to] as const] : []
  })
}
