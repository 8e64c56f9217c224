// @vitest-environment jsdom
import { act, cleanup, render } from '@testing-library/react'
import type { FeatureCollection } from 'geojson'
import { StrictMode } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { hostWithMap } from './fake-map.ts'
import { GeoJsonLayer, type GeoJsonLayerProps, type LayerPart } from './geojson-layer.tsx'
import { MapProvider } from './map-provider.tsx'

afterEach(cleanup)

const empty: FeatureCollection = { type: 'FeatureCollection', features: [] }
const onePoint: FeatureCollection = {
  type: 'FeatureCollection',
  features: [{ type: 'Feature', properties: { id: 'x' }, geometry: { type: 'Point', coordinates: [1, 2] } }],
}
const fillAndLine: LayerPart[] = [
  { part: 'fill', type: 'fill', paint: { 'fill-color': '#ffffff', 'fill-opacity': 0.1 } },
  { part: 'line', type: 'line', paint: { 'line-width': 1 } },
]

async function setUp(props: Partial<GeoJsonLayerProps> = {}) {
  const { host, map } = await hostWithMap()
  const layer = (more: Partial<GeoJsonLayerProps>) => (
    <StrictMode>
      <MapProvider host={host}>
        <GeoJsonLayer name="a" slot="aois" data={empty} parts={fillAndLine} {...props} {...more} />
      </MapProvider>
    </StrictMode>
  )
  const view = render(layer({}))
  return { host, map, view, update: (more: Partial<GeoJsonLayerProps>) => view.rerender(layer(more)) }
}

test('adds its source and its layers from the bottom up', async () => {
  const { map } = await setUp({ idProperty: 'id' })
  expect(map.sources.get('aois/0/a')?.spec).toEqual({ type: 'geojson', data: empty, promoteId: 'id' })
  expect(map.getLayersOrder()).toEqual(['ground/0/land', 'reference/0/borders', 'aois/0/a/fill', 'aois/0/a/line'])
})

test('lies where its slot and order say, whoever mounted first', async () => {
  const { host, map } = await setUp({ slot: 'selection' })
  render(
    <MapProvider host={host}>
      <GeoJsonLayer name="c" slot="aois" order={2} data={empty} parts={fillAndLine.slice(1)} />
      <GeoJsonLayer name="b" slot="aois" order={1} data={empty} parts={fillAndLine.slice(1)} />
      <GeoJsonLayer name="d" slot="imagery" data={empty} parts={fillAndLine.slice(1)} />
    </MapProvider>,
  )
  expect(map.getLayersOrder()).toEqual([
    'ground/0/land',
    'imagery/0/d/line',
    'reference/0/borders',
    'aois/1/b/line',
    'aois/2/c/line',
    'selection/0/a/fill',
    'selection/0/a/line',
  ])
})

test('survives a change of style, with the data and marks of now', async () => {
  const { map, update } = await setUp({ idProperty: 'id' })
  update({ data: onePoint, selectedIds: ['x'] })
  act(() => map.loadStyle())
  expect(map.sources.get('aois/0/a')?.spec).toHaveProperty('data', onePoint)
  expect(map.getLayersOrder()).toEqual(['ground/0/land', 'reference/0/borders', 'aois/0/a/fill', 'aois/0/a/line'])
  expect(map.states.get('aois/0/a x')).toEqual({ selected: true })
})

test('sends new data once, and the same object never again', async () => {
  const { map, update } = await setUp()
  update({ data: onePoint })
  update({ data: onePoint })
  update({ data: onePoint, order: 0 })
  expect(map.sources.get('aois/0/a')?.calls).toEqual([`setData ${JSON.stringify(onePoint)}`])
})

test('changes only the paint that differs, and unsets what is gone', async () => {
  const { map, update } = await setUp()
  update({ parts: [{ part: 'fill', type: 'fill', paint: { 'fill-color': '#000000' } }, ...fillAndLine.slice(1)] })
  expect(map.calls.filter((call) => call.startsWith('paint'))).toEqual([
    'paint aois/0/a/fill fill-color "#000000"',
    'paint aois/0/a/fill fill-opacity undefined',
  ])
})

test('makes its layers anew when there are others', async () => {
  const { map, update } = await setUp()
  update({ parts: [{ part: 'dot', type: 'circle' }] })
  expect(map.getLayersOrder()).toEqual(['ground/0/land', 'reference/0/borders', 'aois/0/a/dot'])
})

test('marks what is selected and what is hovered, and clears what was', async () => {
  const { map, update } = await setUp({ idProperty: 'id', selectedIds: [1, 2] })
  update({ selectedIds: [2, 3], hoveredId: 2 })
  expect(map.states.get('aois/0/a 1')).toEqual({})
  expect(map.states.get('aois/0/a 2')).toEqual({ selected: true, hover: true })
  expect(map.states.get('aois/0/a 3')).toEqual({ selected: true })
})

test('hears of clicks on its features, each feature once', async () => {
  const onFeatureClick = vi.fn<NonNullable<GeoJsonLayerProps['onFeatureClick']>>()
  const { map } = await setUp({ idProperty: 'id', onFeatureClick })
  map.under = ['fill', 'line'].map((part) => ({ id: 7, properties: { id: 7 }, layer: `aois/0/a/${part}` }))
  map.emit('click', { point: { x: 1, y: 1 } })
  expect(onFeatureClick).toHaveBeenCalledOnce()
  expect(onFeatureClick.mock.calls[0]?.[0]).toEqual([{ id: 7, properties: { id: 7 } }])
})

test('hears when the pointer comes and leaves', async () => {
  const onFeatureHover = vi.fn<NonNullable<GeoJsonLayerProps['onFeatureHover']>>()
  const { map } = await setUp({ idProperty: 'id', onFeatureHover })
  const move = () => map.emit('mousemove', { point: { x: 1, y: 1 }, originalEvent: { buttons: 0 } })
  map.under = [{ id: 7, properties: {}, layer: 'aois/0/a/fill' }]
  move()
  move()
  map.under = []
  move()
  expect(onFeatureHover.mock.calls.map(([hit]) => hit?.id)).toEqual([7, undefined])
})

test('leaves nothing behind', async () => {
  const { map, view } = await setUp()
  view.unmount()
  expect(map.getLayersOrder()).toEqual(['ground/0/land', 'reference/0/borders'])
  expect([...map.sources]).toEqual([])
})
