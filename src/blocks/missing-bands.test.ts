import { expect, test } from 'vitest'
import { landsatBands, sentinel2Bands } from '#src/formula/satellite-bands.ts'
import { missingBands } from './missing-bands.ts'

test('bands by colour, wavelength and name are found, or missed with the nearest', () => {
  const needed = ['nir', 'R665', 'R708', 'B8A']
  expect(missingBands(needed, sentinel2Bands)).toEqual([])
  const missed = missingBands(needed, landsatBands)
  expect(missed).toHaveLength(2)
  expect(missed[0]).toMatch(/no band near 708 nm: the nearest is red at 655 nm/)
  expect(missed[1]).toMatch(/no band "B8A"/)
})

test('a name that no formula could have is looked for as it is', () => {
  expect(missingBands(['band 1'], [{ name: 'band 1' }])).toEqual([])
  expect(missingBands(['band 1'], landsatBands)).toEqual(['There is no band band 1'])
})
