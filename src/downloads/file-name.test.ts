import { expect, it } from 'vitest'
import { fileStem } from './file-name.ts'

it.each([
  [['Havel, 2026-05-02', 'NDVI'], 'Havel-2026-05-02-NDVI'],
  [['enmap_potsdam_128x64.tif', '(R864 - R655) / (R864 + R655)'], 'enmap-potsdam-128x64-R864-R655-R864-R655'],
  [['Müggelsee/..\\', 'A − B'], 'Müggelsee-A-B'],
  [['///', ''], 'swath'],
  [['x'.repeat(400)], 'x'.repeat(120)],
])('%j becomes %s', (parts, stem) => {
  expect(fileStem(...parts)).toBe(stem)
})
