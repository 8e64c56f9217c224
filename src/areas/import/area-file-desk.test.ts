import { expect, it } from 'vitest'
import { box } from '#src/geo/shapes.ts'
import { vertexCount } from '#src/geo/vertex-count.ts'
import { wigglyArea } from '#src/geo/wiggly-area.ts'
import { createAreaFileDesk } from './area-file-desk.ts'
import { changePercent } from './change-percent.ts'

const fileOf = (...geometries: unknown[]) => {
  const features = geometries.map((geometry, i) => ({ type: 'Feature', properties: { name: `Field ${i}` }, geometry }))
  return [{ name: 'a.geojson', blob: new Blob([JSON.stringify({ type: 'FeatureCollection', features })]) }]
}

it('lists the features of a file and joins the chosen ones', async () => {
  const desk = createAreaFileDesk()
  const { features, kind } = await desk.open(
    fileOf(box(13, 52, 13.1, 52.1), box(13.1, 52, 13.2, 52.1), box(14, 52, 14.1, 52.1)),
  )
  expect(kind).toBe('GeoJSON')
  expect(features.map(({ name, corners }) => [name, corners])).toEqual([
    ['Field 0', 4],
    ['Field 1', 4],
    ['Field 2', 4],
  ])
  const joined = desk.take([0, 1], 1000)
  expect(joined.area.type).toBe('Polygon')
  expect(joined.areaKm2).toBeCloseTo(features[0]!.areaKm2 + features[1]!.areaKm2, 3)
  expect(desk.take([2], 1000).area).toEqual(box(14, 52, 14.1, 52.1))
})

it('makes coarse what has too many corners, and says what that changes', async () => {
  const desk = createAreaFileDesk()
  const { features } = await desk.open(fileOf(wigglyArea(30_000)))
  expect(features[0]!.corners).toBe(30_000)
  expect(vertexCount(features[0]!.outline)).toBeLessThanOrEqual(600)
  const taken = desk.take([0], 1000)
  expect(taken.fullCorners).toBe(30_000)
  expect(taken.corners).toBeLessThanOrEqual(1000)
  expect(taken.corners).toBe(vertexCount(taken.area))
  expect(Math.abs(taken.areaKm2 / taken.fullAreaKm2 - 1)).toBeLessThan(0.002)
  expect(desk.take([0], 50).corners).toBeLessThanOrEqual(50)
})

it('refuses files that are too large before it reads them', async () => {
  const desk = createAreaFileDesk()
  const huge = { size: 2e8, arrayBuffer: () => Promise.reject(new Error('it was read')) } as unknown as Blob
  await expect(desk.open([{ name: 'a.geojson', blob: huge }])).rejects.toThrow(/has 200 MB, more than 100/)
})

it('writes changes in size', () => {
  expect(changePercent(100.02, 100)).toBe('+0.02 %')
  expect(changePercent(98.7, 100)).toBe('−1.3 %')
  expect(changePercent(100.0000001, 100)).toBe('less than 0.001 %')
})
