import { expect, it } from 'vitest'
import { box } from '#src/geo/shapes.ts'
import { measureInSlices, type Percents } from './measure-in-slices.ts'

const outlined = Array.from({ length: 500 }, (_, i) => ({ key: `scene ${i}`, footprint: box(i, 0, i + 1, 1) }))
/** The western edge stands for the percentage, so that one sees which outline was measured. */
const measure = async (footprints: readonly { coordinates: unknown }[]) =>
  footprints.map(({ coordinates }) => (coordinates as number[][][])[0]![0]![0]!)

it('measures each outline once, in slices, and tells which figure is whose', async () => {
  const slices: number[] = []
  const told: Percents[] = []
  await measureInSlices(
    outlined,
    (footprints) => {
      slices.push(footprints.length)
      return measure(footprints)
    },
    (percents) => told.push(percents),
    new AbortController().signal,
  )
  expect(slices.length).toBeGreaterThan(1)
  expect(slices.reduce((sum, count) => sum + count)).toBe(500)
  expect(told.flat()).toEqual(outlined.map(({ key }, i) => [key, i]))
})

it('asks for nothing more once it is stopped, and keeps what was found', async () => {
  const controller = new AbortController()
  const told: Percents[] = []
  let asked = 0
  await measureInSlices(
    outlined,
    (footprints) => {
      asked += footprints.length
      controller.abort()
      return measure(footprints)
    },
    (percents) => told.push(percents),
    controller.signal,
  )
  expect(asked).toBeLessThan(500)
  expect(told.flat()).toHaveLength(asked)
})
