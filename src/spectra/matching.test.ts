import { describe, expect, test } from 'vitest'
import { bestMatches } from './best-matches.ts'
import { informationDivergence } from './information-divergence.ts'
import { bandWidths, resampler } from './resample.ts'
import { degreesOf, spectralAngle } from './spectral-angle.ts'

// Expected values were computed apart with numpy (angle, divergence) and scipy.integrate.quad (means under a response).
const a = [0.04, 0.06, 0.11, 0.07, 0.05, 0.12]
const b = [0.02, 0.05, 0.2, 0.1, 0.03, 0.3]

describe('spectral angle', () => {
  test('is that between the vectors', () => {
    expect(spectralAngle(a, b)).toBeCloseTo(0.3553205250668637, 14)
    expect(degreesOf(spectralAngle([1, 0], [1, 1]))).toBeCloseTo(45, 12)
  })

  test('does not see brightness, nor bands that one of the two lacks', () => {
    expect(
      spectralAngle(
        a,
        a.map((value) => 3 * value),
      ),
    ).toBeCloseTo(0, 7)
    expect(spectralAngle([1, Number.NaN, 1, 5], [1, 7, 0, Number.NaN])).toBeCloseTo(Math.PI / 4, 14)
  })

  test('is not defined for the dark', () => {
    expect(spectralAngle([0, 0], [1, 1])).toBeNaN()
    expect(spectralAngle([Number.NaN], [1])).toBeNaN()
  })
})

test('information divergence is that of Chang, and leaves out what is not above zero', () => {
  expect(informationDivergence(a, b)).toBeCloseTo(0.256456591297587, 14)
  expect(informationDivergence([...a, -0.01, 0.2], [...b, 0.2, 0])).toBeCloseTo(0.256456591297587, 14)
  expect(informationDivergence([-1], [1])).toBeNaN()
})

describe('resampling', () => {
  const nm = Array.from({ length: 51 }, (_, i) => 600 + 2 * i)
  const values = nm.map((each) => 0.3 + 0.2 * Math.sin(each / 9))

  test('gives the mean under the response of a band', () => {
    // As wide as the responses wanted, once the 2 nm of the spectrum itself are added as squares.
    const fwhmNm = [6.5, 20, 40].map((fwhm) => Math.hypot(fwhm, 2))
    const bands = { wavelengthsNm: [620, 650, 660], fwhmNm }
    const [narrow, middle, wide] = resampler({ wavelengthsNm: nm }, bands)(values)
    expect(narrow).toBeCloseTo(0.25739078263724, 4)
    expect(middle).toBeCloseTo(0.30438985166959, 4)
    expect(wide).toBeCloseTo(0.26990809022274, 3)
  })

  test('keeps a straight line, however coarse the grid', () => {
    const [at] = resampler({ wavelengthsNm: [400, 900] }, { wavelengthsNm: [650], fwhmNm: [5] })([0.1, 0.6])
    expect(at).toBeCloseTo(0.35, 12)
  })

  test('leaves a spectrum of the same sensor as it is', () => {
    const told = { wavelengthsNm: nm, fwhmNm: nm.map(() => 6) }
    expect(resampler(told, told)(values)).toEqual(values)
    expect(resampler({ wavelengthsNm: nm }, { wavelengthsNm: nm })(values)).toEqual(values)
  })

  test('leaves a gap where the spectrum does not reach, or has gaps itself', () => {
    const bands = { wavelengthsNm: [590, 610, 640, 701], fwhmNm: [10, 10, 10, 10] }
    const gapped = values.map((value, i) => (nm[i]! >= 630 && nm[i]! <= 650 ? Number.NaN : value))
    const [before, inside, gap, after] = resampler({ wavelengthsNm: nm }, bands)(gapped)
    expect([before, gap, after]).toEqual([Number.NaN, Number.NaN, Number.NaN])
    expect(inside).toBeGreaterThan(0)
  })

  test('takes the distance of bands for a width that is not told', () => {
    expect(bandWidths({ wavelengthsNm: [500, 503, 510], fwhmNm: [0, 0, 4] })).toEqual([3, 3, 4])
    expect(bandWidths({ wavelengthsNm: [500] })).toEqual([10])
  })
})

describe('best matches', () => {
  const flat = { entry: 'flat', values: [1, 1, 1, 1, 1] }
  const slope = { entry: 'slope', values: [1, 2, 3, 4, 5] }
  const corner = { entry: 'corner', values: [Number.NaN, Number.NaN, Number.NaN, 4, 5] }

  test('come nearest first, without those that know only a corner', () => {
    const found = bestMatches([2, 4, 6, 8, 10.1], [flat, slope, corner])
    expect(found.map(({ entry }) => entry)).toEqual(['slope', 'flat'])
    expect(found[0]!.angleRad).toBeLessThan(0.01)
    expect(bestMatches([2, 4, 6, 8, 10], [flat, slope], 1)).toHaveLength(1)
  })

  test('are none for a spectrum without values', () => {
    expect(bestMatches([Number.NaN, Number.NaN], [{ entry: 'x', values: [1, 1] }])).toEqual([])
  })
})
