import { expect, test } from 'vitest'
import { areaToUrl } from '#src/geo/area-in-url.ts'
import { box } from '#src/geo/shapes.ts'
import { readNewAoiSearchParams } from './new-aoi-search-params.ts'

test('reads the area and each scene once', () => {
  const area = box(13, 52, 13.1, 52.1)
  const read = readNewAoiSearchParams(new URLSearchParams({ area: areaToUrl(area), scenes: 'a, b,a,' }))
  expect(read).toEqual({ area, sceneIds: ['a', 'b'] })
})

test('an address without them reads as nothing chosen', () => {
  expect(readNewAoiSearchParams(new URLSearchParams('area=here'))).toEqual({ area: null, sceneIds: [] })
})
