import { eachStrip } from '#sandbox/blocks/formula-reader.ts'
import type { Layers } from '#sandbox/blocks/formula-reader.ts'
import { symmetricEigen } from './eigen.ts'

export type Components = {
  mean: Float64Array
  /** variances, largest first */
  values: number[]
  vectors: Float64Array[]
  /** of all components */
  totalVariance: number
  samples: number
}

/** The covariance settles long before so many pixels; sampling them evenly keeps large areas quick. */
const maxSamples = 60_000

/** Principal components of the layers from their covariance (H. Hotelling, J. Educational Psychology 24, 1933). */
export async function fitComponents(layers: Layers, progress?: (fraction: number) => void): Promise<Components> {
  const points = await samplePixels(layers, maxSamples, progress)
  const n = layers.count
  const count = points.length / n
  if (count < 2) throw new Error('the picture has fewer than two valid pixels')
  const mean = new Float64Array(n)
  for (let i = 0; i < points.length; i++) mean[i % n]! += points[i]! / count
  const covariance = Array.from({ length: n }, () => new Float64Array(n))
  const centred = new Float64Array(n)
  for (let p = 0; p < count; p++) {
    for (let i = 0; i < n; i++) centred[i] = points[p * n + i]! - mean[i]!
    for (let i = 0; i < n; i++) {
      const row = covariance[i]!
      const x = centred[i]! / (count - 1)
      for (let j = i; j < n; j++) row[j]! += x * centred[j]!
    }
  }
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) covariance[i]![j] = covariance[j]![i]!
  const { values, vectors } = symmetricEigen(covariance)
  return { mean, values, vectors, totalVariance: values.reduce((sum, value) => sum + value, 0), samples: count }
}

/** The first components at every pixel of a window of layers. */
export function project(values: readonly Float32Array[], { mean, vectors }: Components, count: number): Float32Array[] {
  const length = values[0]!.length
  return Array.from({ length: count }, (_, c) => {
    const vector = vectors[c]!
    const out = new Float32Array(length)
    for (const [band, samples] of values.entries()) {
      const [weight, centre] = [vector[band]!, mean[band]!]
      for (let i = 0; i < length; i++) out[i]! += weight * (samples[i]! - centre)
    }
    return out
  })
}

/** Pixels on an even lattice that have a value in every layer, `count` values for each. At most `most` pixels. */
export async function samplePixels(
  layers: Layers,
  most: number,
  progress?: (fraction: number) => void,
): Promise<Float32Array> {
  const { width, height } = layers.grid
  const step = Math.max(1, Math.ceil(Math.sqrt((width * height) / most)))
  const points: number[] = []
  await eachStrip(
    layers,
    (values, window) => {
      for (let row = (step - (window.y % step)) % step; row < window.height; row += step) {
        for (let x = 0; x < window.width; x += step) {
          const at = row * window.width + x
          if (values.some((band) => Number.isNaN(band[at]!))) continue
          for (const band of values) points.push(band[at]!)
        }
      }
    },
    progress,
  )
  return Float32Array.from(points)
}
