// @vitest-environment jsdom
import { cleanup, renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { hostWithMap } from './fake-map.ts'
import { isInView, useFitBounds, type Fittable } from './fit-bounds.ts'
import { useViewInset, type ViewInset } from './view-inset.ts'
import { MapProvider } from './map-provider.tsx'

beforeEach(() => vi.stubGlobal('matchMedia', () => ({ matches: false })))
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

async function fitted(what: Fittable, inset: Partial<ViewInset> = {}, [width, height] = [1280, 800]) {
  const { host, map } = await hostWithMap()
  Object.defineProperties(map.getContainer(), { clientWidth: { value: width }, clientHeight: { value: height } })
  const wrapper = ({ children }: { children: ReactNode }) => <MapProvider host={host}>{children}</MapProvider>
  const { result } = renderHook(
    () => {
      useViewInset({ top: 0, right: 0, bottom: 0, left: 0, ...inset })
      return useFitBounds()
    },
    { wrapper },
  )
  result.current(what)
  return map.calls.filter((call) => call.startsWith('fitBounds'))
}

test('fits beside the panels', async () => {
  const [call] = await fitted([1, 2, 3, 4], { left: 360, top: 40 })
  expect(call).toContain('[1,2,3,4]')
  expect(call).toContain('"padding":{"top":88,"right":48,"bottom":48,"left":408}')
})

test('on a small screen the panel takes no room', async () => {
  const [call] = await fitted([1, 2, 3, 4], { left: 360 }, [400, 700])
  expect(call).toContain('"padding":{"top":48,"right":48,"bottom":48,"left":48}')
})

test('a box across the antimeridian is not fitted around the world', async () => {
  expect((await fitted([178, -20, -178, -15]))[0]).toContain('[178,-20,182,-15]')
})

test('features are fitted together, and nothing is done about none', async () => {
  const point = (lng: number, lat: number) => ({
    type: 'Feature' as const,
    properties: {},
    geometry: { type: 'Point' as const, coordinates: [lng, lat] },
  })
  expect((await fitted({ type: 'FeatureCollection', features: [point(5, 6), point(7, 1)] }))[0]).toContain('[5,1,7,6]')
  expect(await fitted({ type: 'FeatureCollection', features: [] })).toEqual([])
})

test.each([
  [[5, 45, 6, 46], true],
  [[-10, 45, 0, 46], false],
  [[8, 60, 9, 61], false],
  [[170, 44, -170, 45], false],
] as const)('%j is in view: %s', (box, isSeen) => {
  const bounds = { getWest: () => 4, getEast: () => 10, getSouth: () => 40, getNorth: () => 50 }
  expect(isInView({ getBounds: () => bounds } as never, [...box])).toBe(isSeen)
})

test('a view over the antimeridian sees what lies there', () => {
  const bounds = { getWest: () => 170, getEast: () => 200, getSouth: () => -20, getNorth: () => 20 }
  expect(isInView({ getBounds: () => bounds } as never, [-170, 0, -165, 5])).toBe(true)
})
