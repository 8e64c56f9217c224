import Papa from 'papaparse'
import { expect, test } from 'vitest'
import type { Scene } from '#src/scenes/scene.ts'
import { sceneTable } from './scene-table.ts'

const scene: Scene = {
  key: 'a/S1',
  id: 'S1',
  collectionId: 'a',
  title: 'S1',
  satellite: '=HYPERLINK("x")',
  datetime: '2026-05-06T10:00:00Z',
  footprint: null,
  cloudCoverPercent: 0,
  sources: ['archive', 'analysis'],
  item: { id: 'S1', geometry: null, properties: {} },
}

test('a line a scene: zero is zero, the untold empty, and no formula', () => {
  const text = sceneTable([scene], new Map([['a/S1', 12.345]]), new Map([['S1', ['c1', 'c2']]]))
  const { data } = Papa.parse<Record<string, string>>(text, { header: true })
  expect(data).toEqual([
    {
      id: 'S1',
      collection: 'a',
      satellite: '\'=HYPERLINK("x")',
      acquired_utc: '2026-05-06T10:00:00Z',
      cloud_percent: '0',
      covers_percent: '12.3',
      gsd_m: '',
      off_nadir_deg: '',
      sun_elevation_deg: '',
      level: '',
      found_in: 'archive analysis',
      catalog_ids: 'c1 c2',
    },
  ])
})
