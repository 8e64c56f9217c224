import { expect, test } from 'vitest'
import { removeContinuum } from '../continuum.ts'
import { degreesOf, spectralAngle } from '../spectral-angle.ts'
import { builtInLibrary } from './built-in.ts'

const library = builtInLibrary()
const entry = (name: string) => library.find((each) => each.name === name)!

/** Where a continuum-removed spectrum is lowest between two wavelengths. */
function deepestNm(name: string, fromNm: number, toNm: number): number {
  const { wavelengthsNm, values } = entry(name)
  const within = [...wavelengthsNm.keys()].filter((i) => wavelengthsNm[i]! >= fromNm && wavelengthsNm[i]! <= toNm)
  const removed = removeContinuum(
    within.map((i) => wavelengthsNm[i]!),
    within.map((i) => values[i]!),
  )
  return wavelengthsNm[within[removed.indexOf(Math.min(...removed))]!]!
}

test('all is reflectance, says that it is modelled, and has a name of its own', () => {
  expect(library.length).toBeGreaterThan(20)
  expect(new Set(library.map(({ id }) => id)).size).toBe(library.length)
  expect(new Set(library.map(({ name }) => name)).size).toBe(library.length)
  for (const { name, source, values, wavelengthsNm } of library) {
    expect(source, name).toMatch(/^Modelled: .*\d{4}/)
    expect(values.length, name).toBe(wavelengthsNm.length)
    expect(Math.min(...values), name).toBeGreaterThan(0)
    expect(Math.max(...values), name).toBeLessThan(1)
  }
})

// Positions as published: Hunt 1977, Clark et al. 1990, Gaffey 1986.
test.each([
  ['Kaolinite', 2100, 2260, 2205],
  ['Calcite', 2220, 2450, 2337],
  ['Gypsum', 1680, 1820, 1750],
  ['Hematite', 750, 1100, 865],
  ['Goethite', 760, 1200, 925],
  ['Grass', 600, 760, 677],
  ['Dry vegetation', 2000, 2220, 2100],
])('%s absorbs where it should', (name, fromNm, toNm, nm) => {
  expect(Math.abs(deepestNm(name, fromNm, toNm) - nm)).toBeLessThanOrEqual(15)
})

test('no two materials are the same to the spectral angle', () => {
  for (const a of library)
    for (const b of library)
      if (a !== b) expect(degreesOf(spectralAngle(a.values, b.values)), `${a.name}, ${b.name}`).toBeGreaterThan(1)
})
