import { expect, test } from 'vitest'
import { spectralAngle } from '#src/spectra/spectral-angle.ts'
import { angleHistogram, anglesOf, binned, pixelsWithin } from './angle-map.ts'
import { anglePlan } from './angle-plan.ts'
import { CHUNK_BANDS } from './angle-shaders.ts'

const reference = [0.04, 0.08, 0.05, 0.4, Number.NaN]
const pixels = [
  [0.05, 0.07, 0.05, 0.41, 0.3],
  [0.2, 0.22, 0.25, 0.3, 0.3],
  [0.2, Number.NaN, 0.25, 0.3, 0.3],
  [Number.NaN, Number.NaN, Number.NaN, Number.NaN, Number.NaN],
]

/** What the shader adds up, over the bands that both have. */
const sums = pixels.flatMap((pixel) => {
  const shared = pixel.flatMap((value, band) => {
    const told = reference[band]!
    return Number.isFinite(value) && Number.isFinite(told) ? [[told * value, value * value, told * told]] : []
  })
  return [0, 1, 2].map((i) => shared.reduce((sum, each) => sum + each[i]!, 0)).concat(1)
})

test('the sums give the same angle as the spectra themselves', () => {
  const angles = anglesOf(sums)
  pixels.slice(0, 3).forEach((pixel, i) => expect(angles[i]).toBeCloseTo(spectralAngle(pixel, reference), 6))
  expect(angles[3]).toBeNaN()
})

test('pixels are counted by angle', () => {
  const angles = Float32Array.from([0, 0.05, 0.0999, 0.3, 2, Number.NaN])
  const histogram = angleHistogram({ width: 6, height: 1, angles }, 0.5)
  expect(histogram.pixels).toBe(5)
  expect([0.01, 0.1, 0.5].map((rad) => pixelsWithin(histogram, rad))).toEqual([1, 3, 4])
  expect(binned(histogram, 0.1, 4)).toEqual([1, 0, 1, 1])
})

const level = (width: number, height: number) => ({ width, height })
const cog = (...levels: { width: number; height: number }[]) => ({ info: { sampleType: 'uint16' as const }, levels })

test('each chunk runs through the spectrum, and all bands are in one', () => {
  const {
    chunks,
    level: at,
    isResident,
  } = anglePlan(cog(level(500, 500), level(250, 250)), [...Array(135).fill(0.1), NaN])
  expect(at).toBe(0)
  expect(isResident).toBe(true)
  expect(chunks.flat().toSorted((a, b) => a - b)).toEqual([...Array(135).keys()])
  for (const chunk of chunks) {
    expect(chunk.length).toBeLessThanOrEqual(CHUNK_BANDS)
    expect(chunk.at(-1)! - chunk[0]!).toBeGreaterThan(100)
  }
})

test('a scene too large is compared at a coarser level, and bands that do not fit are not kept', () => {
  const bands = Array<number>(224).fill(0.1)
  expect(anglePlan(cog(level(6000, 6000), level(3000, 3000), level(1500, 1500), level(750, 750)), bands).level).toBe(3)
  expect(anglePlan(cog(level(1000, 1000)), bands)).toMatchObject({ level: 0, isResident: false })
  expect(anglePlan(cog(level(9000, 9000)), bands).level).toBe(0)
})
