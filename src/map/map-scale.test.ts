// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { geodesicKm } from '#src/geo/geodesic.ts'
import { FlatMap } from './flat-map.ts'
import { mapScale } from './map-scale.ts'

test('the bar is as long as it says, in the middle of the view', () => {
  const map = new FlatMap()
  Object.defineProperties(map.getContainer(), { clientWidth: { value: 800 }, clientHeight: { value: 600 } })
  const { label, widthPx } = mapScale(map.asMap(), 96)
  const { lng, lat } = map.unproject([400, 300])
  const east = map.unproject([400 + widthPx, 300])
  expect(label).toBe('50 km')
  expect(widthPx).toBeLessThanOrEqual(96)
  // On the sphere it is told to a third of a percent.
  expect(geodesicKm([lng, lat], [east.lng, east.lat]) / 50).toBeCloseTo(1, 2)
})
