import { expect, test } from 'vitest'
import { slimScene } from './slim-scene.ts'

test('a scene of a list keeps what rows and the map show, and no bands', () => {
  const band = { href: 'B1', roles: ['data'], 'eo:bands': [{ name: 'B1' }] }
  const item = {
    id: 'FF01_1',
    collection: 'pixxel-ff-l2a',
    geometry: null,
    properties: { datetime: '2026-10-01T10:00:00Z', 'eo:cloud_cover': 3 },
    links: [{ href: '/self', rel: 'self' }],
    stac_extensions: ['https://stac-extensions.github.io/eo/v1.1.0/schema.json'],
    assets: { B1: band, B2: band, thumbnail: { href: '/t.png' }, small: { href: '/o.png', roles: ['overview'] } },
  }
  expect(slimScene(item)).toEqual({
    id: 'FF01_1',
    collection: 'pixxel-ff-l2a',
    geometry: null,
    properties: { datetime: '2026-10-01T10:00:00Z', 'eo:cloud_cover': 3 },
    assets: { thumbnail: { href: '/t.png' }, small: { href: '/o.png', roles: ['overview'] } },
  })
  expect(slimScene({ ...item, assets: null }).assets).toEqual({})
})
