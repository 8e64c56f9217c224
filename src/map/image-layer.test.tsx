// @vitest-environment jsdom
import { act, cleanup, render } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { hostWithMap } from './fake-map.ts'
import { ImageLayer, type ImageCorners } from './image-layer.tsx'
import { MapProvider } from './map-provider.tsx'

/** jsdom decodes no pictures; this one says of itself what it is. */
class FakeImage {
  src = ''
  decode() {
    return this.src === 'broken.png' ? Promise.reject(new Error('no picture')) : Promise.resolve()
  }
  toJSON() {
    return this.src
  }
}

beforeEach(() => vi.stubGlobal('Image', FakeImage))
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const corners: ImageCorners = [
  [0, 1],
  [1, 1],
  [1, 0],
  [0, 0],
]

async function setUp() {
  const { host, map } = await hostWithMap()
  const onError = vi.fn<(url: string) => void>()
  const layer = (url: string, opacity: number, place = corners) => (
    <MapProvider host={host}>
      <ImageLayer name="a" url={url} corners={place} opacity={opacity} onError={onError} />
    </MapProvider>
  )
  const view = render(layer('one.png', 1))
  await act(async () => undefined)
  const shown = () => map.sources.get('imagery/0/a')?.calls.filter((call) => call.startsWith('updateImage'))
  return {
    map,
    view,
    onError,
    shown,
    update: (...args: Parameters<typeof layer>) => act(async () => view.rerender(layer(...args))),
  }
}

test('drapes the picture between the ground and the names', async () => {
  const { map, shown } = await setUp()
  expect(map.sources.get('imagery/0/a')?.spec).toEqual({ type: 'image', coordinates: corners })
  expect(map.getLayersOrder()).toEqual(['ground/0/land', 'imagery/0/a/raster', 'reference/0/borders'])
  expect(shown()).toEqual(['updateImage {"image":"one.png"}'])
})

test('is there again after a change of style', async () => {
  const { map, shown } = await setUp()
  await act(async () => map.loadStyle())
  expect(map.getLayersOrder()).toContain('imagery/0/a/raster')
  expect(shown()).toEqual(['updateImage {"image":"one.png"}'])
})

test('changes picture, place and opacity in place', async () => {
  const { map, update, shown } = await setUp()
  const moved: ImageCorners = [[5, 6], corners[1], corners[2], corners[3]]
  await update('two.png', 0.5, moved)
  expect(shown()).toEqual(['updateImage {"image":"one.png"}', 'updateImage {"image":"two.png"}'])
  expect(map.sources.get('imagery/0/a')?.calls).toContain(`setCoordinates ${JSON.stringify(moved)}`)
  expect(map.calls).toContain('paint imagery/0/a/raster raster-opacity 0.5')
})

test('says when the picture can not be loaded, and keeps the one before', async () => {
  const { update, onError, shown } = await setUp()
  await update('broken.png', 1)
  expect(onError).toHaveBeenCalledExactlyOnceWith('broken.png')
  expect(shown()).toEqual(['updateImage {"image":"one.png"}'])
})

test('leaves nothing behind', async () => {
  const { map, view } = await setUp()
  view.unmount()
  expect(map.getLayersOrder()).toEqual(['ground/0/land', 'reference/0/borders'])
  expect([...map.sources]).toEqual([])
})
