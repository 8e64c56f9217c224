import { expect, test } from 'vitest'
import { createBlockReader } from './block-reader.ts'
import { classAreas, classOf } from './class-areas.ts'
import { fixture, memorySource } from './memory-source-for-tests.ts'
import { openSource } from './open-cog.ts'

test('counts every pixel with a value once, in the class whose bounds hold it', async () => {
  const source = memorySource(await fixture('uint16-planar-tiles.tif'))
  const cog = await openSource(source, {}, { reader: createBlockReader() })
  // What the file holds is a formula of the place (see read-window.test.ts); 0 is nodata, value = digit / 10000 - 0.01.
  const values = Array.from({ length: 70 * 50 }, (_, i) => (Math.floor(i / 70) * 97 + (i % 70) * 31) % 10007)
  const valid = values.filter((digit) => digit > 0).map((digit) => Math.fround(digit * 0.0001 - 0.01))
  const below = valid.filter((value) => value < 0.2).length
  const between = valid.filter((value) => value >= 0.2 && value <= 0.5).length

  const areas = await classAreas(cog, [
    { min: -1, max: 0.2 },
    { min: 0.2, max: 0.5 },
  ])
  // Pixels of 10 m x 10 m.
  expect(areas.areasM2).toEqual([below * 100, between * 100])
  expect(areas.totalM2).toBe(valid.length * 100)
  expect(below + between).toBeLessThan(valid.length)
})

test('a bound belongs to the class above it, the last one to the last class', () => {
  const classes = [
    { min: 0, max: 1 },
    { min: 1, max: 2 },
  ]
  expect([-0.1, 0, 1, 2, 2.1, NaN].map((value) => classOf(value, classes))).toEqual([-1, 0, 1, 1, -1, -1])
})
