import { describe, expect, test } from 'vitest'
import { badBands } from './bad-bands.ts'
import { continuum, removeContinuum } from './continuum.ts'
import { curveOrder } from './curve-order.ts'
import { firstDerivative } from './derivative.ts'
import { curveOf, spectralAxis } from './spectral-axis.ts'
import { withGaps } from './spectrum.ts'

// A leaf at twelve bands of uneven spacing. What is expected of it was computed apart: the hull by scipy.spatial.ConvexHull
// with numpy.interp, derivatives by numpy.gradient (edge_order=2) and scipy.signal.savgol_filter.
const nm = [450, 500, 560, 610, 670, 700, 740, 800, 860, 940, 1000, 1100]
const leaf = [0.04, 0.06, 0.11, 0.07, 0.05, 0.12, 0.35, 0.48, 0.5, 0.46, 0.49, 0.52]

describe('continuum', () => {
  test('is the upper convex hull', () => {
    const hull = [
      0.04, 0.102857142857, 0.178285714286, 0.241142857143, 0.316571428571, 0.354285714286, 0.404571428571, 0.48, 0.5,
      0.506666666667, 0.511666666667, 0.52,
    ]
    continuum(nm, leaf).forEach((value, i) => expect(value).toBeCloseTo(hull[i]!, 11))
  })

  test('removed, leaves the depth of each feature', () => {
    const quotient = [
      1, 0.583333333333, 0.616987179487, 0.29028436019, 0.157942238267, 0.338709677419, 0.86511299435, 1, 1,
      0.907894736842, 0.957654723127, 1,
    ]
    removeContinuum(nm, leaf).forEach((value, i) => expect(value).toBeCloseTo(quotient[i]!, 11))
  })

  test('spans gaps and keeps them', () => {
    const gapped = leaf.map((value, i) => (i === 4 || i === 7 ? Number.NaN : value))
    const removed = removeContinuum(nm, gapped)
    expect(removed[4]).toBeNaN()
    expect(removed[7]).toBeNaN()
    // Without the point at 800 nm the hull goes straight from 450 to 860 nm.
    expect(removed[5]).toBeCloseTo(0.12 / (0.04 + (0.46 * 250) / 410), 12)
  })

  test('is not defined where nothing is reflected, and nowhere without values', () => {
    expect(removeContinuum([1, 2, 3], [-0.1, -0.2, -0.1])).toEqual([Number.NaN, Number.NaN, Number.NaN])
    expect(removeContinuum([1, 2], [Number.NaN, Number.NaN])).toEqual([Number.NaN, Number.NaN])
    expect(removeContinuum([], [])).toEqual([])
    expect(removeContinuum([1], [0.5])).toEqual([1])
  })
})

describe('first derivative', () => {
  test('without smoothing is the difference of second order, for any spacing', () => {
    const gradient = [
      0.00020303030303, 0.00059696969697, -0.00005757575758, -0.00058787878788, 0.00144444444444, 0.00379761904762,
      0.00431666666667, 0.00125, -0.00002380952381, 0.00007142857143, 0.000425, 0.000175,
    ]
    firstDerivative(nm, leaf).forEach((value, i) => expect(value).toBeCloseTo(gradient[i]!, 12))
  })

  test('over five evenly spaced bands is that of Savitzky and Golay', () => {
    const even = Array.from({ length: 9 }, (_, i) => 500 + 3.25 * i)
    const values = [0.1, 0.13, 0.12, 0.18, 0.2, 0.19, 0.25, 0.31, 0.3]
    const filtered = [
      0.0032967032967, 0.00549450549451, 0.00769230769231, 0.00615384615385, 0.00830769230769, 0.00953846153846,
      0.00984615384615, 0.00984615384615, 0.00984615384615,
    ]
    firstDerivative(even, values, 5).forEach((value, i) => expect(value).toBeCloseTo(filtered[i]!, 12))
  })

  test('does not reach over a gap', () => {
    const slopes = firstDerivative([0, 1, 2, 3, 4, 5, 6, 7], [0, 1, 2, Number.NaN, 9, 11, 13, 15])
    expect(slopes.map((slope) => Math.round(slope * 1e9) / 1e9)).toEqual([1, 1, 1, Number.NaN, 2, 2, 2, 2])
    expect(firstDerivative([0, 1, 2], [0, Number.NaN, 2])).toEqual([Number.NaN, Number.NaN, Number.NaN])
  })
})

describe('order of bands', () => {
  const up = (from: number, step: number, count: number) => Array.from({ length: count }, (_, i) => from + step * i)

  test('takes each half of an overlap from its own detector', () => {
    // 400 to 1000 by 20 and 900 to 1600 by 20, shifted by 5: the overlap's middle is 952.5 nm.
    const [first, second] = [up(400, 20, 31), up(905, 20, 36)]
    const order = curveOrder([...first, ...second])
    const chosen = order.map((i) => [...first, ...second][i]!)
    expect(chosen).toEqual(chosen.toSorted((a, b) => a - b))
    expect(chosen.filter((each) => each > 900 && each < 1000)).toEqual([920, 940, 965, 985])
    expect(chosen.length).toBe(31 - 3 + 36 - 3)
  })

  test('sorts what is merely out of order, and leaves out what has no wavelength', () => {
    expect(curveOrder([700, 500, Number.NaN, 600])).toEqual([1, 3, 0])
    expect(curveOrder(up(1000, -10, 20))[0]).toBe(19)
    expect(curveOrder([500, 600, 600, 700])).toEqual([0, 1, 3])
  })

  test('is as it was for bands that ascend', () => {
    expect(curveOrder(up(400, 5, 100))).toEqual([...Array(100).keys()])
  })
})

test('bands in water vapour and listed ones become gaps', () => {
  const bad = badBands([860, 1349.9, 1350, 1400, 1450, 1451, 1900], [true])
  expect(bad).toEqual([true, false, true, true, true, false, true])
  expect(withGaps([1, 2, 3, 4, 5, 6, 7], bad)).toEqual([NaN, 2, NaN, NaN, NaN, 6, NaN])
})

describe('axis of a file', () => {
  const band = (wavelengthNm: number) => ({ wavelengthNm, fwhmNm: 10 })

  test('counts bands when wavelengths are not told', () => {
    const axis = spectralAxis([{}, { isBad: true }, { wavelengthNm: 500 }])
    expect(axis).toMatchObject({ isSpectral: false, x: [1, 2, 3], order: [0, 1, 2], isGap: [false, true, false] })
    expect(curveOf(axis, [5, 6, 7], 'reflectance', 3)).toEqual([5, Number.NaN, 7])
  })

  test('breaks where a cleaned file leaves out water vapour, but not between the bands of a multispectral sensor', () => {
    const cleaned = [...Array.from({ length: 30 }, (_, i) => 1050 + 10 * i), 1460, 1470]
    expect(spectralAxis(cleaned.map(band)).breaks).toEqual([[1340, 1460]])
    expect(spectralAxis([850, 1610, 2200].map(band)).breaks).toEqual([])
  })

  test('gives each kind of curve in its order', () => {
    const axis = spectralAxis([700, 500, 600, 1400].map(band))
    expect(axis.x).toEqual([500, 600, 700, 1400])
    expect(axis.fwhmNm).toEqual([10, 10, 10, 10])
    expect(curveOf(axis, [0.4, 0.2, 0.25, 0.9], 'reflectance', 3)).toEqual([0.2, 0.25, 0.4, Number.NaN])
    expect(curveOf(axis, [0.4, 0.2, 0.24, 0.9], 'continuum', 3)[1]).toBeCloseTo(0.8, 12)
    expect(curveOf(axis, [0.4, 0.2, 0.3, 0.9], 'derivative', 3)[1]).toBeCloseTo(0.001, 12)
  })
})
