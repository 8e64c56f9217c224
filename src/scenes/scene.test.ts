import { expect, test } from 'vitest'
import { stacItemSchema } from '#src/contract/stac.ts'
import { sceneBands } from './scene-bands.ts'
import { toScene } from './scene.ts'

const ring = [
  [13, 52],
  [14, 52],
  [14, 53],
  [13, 52],
]

const item = (changes: object = {}, properties: object = {}) =>
  stacItemSchema.parse({
    id: 'FF01_1',
    collection: 'pixxel-ff-l2a',
    geometry: { type: 'Polygon', coordinates: [ring] },
    properties: { datetime: '2026-05-01T10:00:00Z', platform: 'FF01', ...properties },
    ...changes,
  })

test('figures that are missing stay missing, and a zero stays a zero', () => {
  const scene = toScene(item({}, { 'eo:cloud_cover': 0, gsd: null }))
  expect(scene.cloudCoverPercent).toBe(0)
  expect('gsdM' in scene).toBe(false)
})

test('both dialects name the projection', () => {
  expect(toScene(item({}, { 'proj:code': 'EPSG:32633' })).epsg).toBe(32633)
  expect(toScene(item({}, { 'proj:epsg': 32733 })).epsg).toBe(32733)
  expect(toScene(item()).epsg).toBeUndefined()
})

test('a footprint without corners is none', () => {
  expect(toScene(item()).footprint?.type).toBe('Polygon')
  expect(toScene(item({ geometry: { type: 'Polygon', coordinates: [] } })).footprint).toBeNull()
  expect(toScene(item({ geometry: { type: 'Point', coordinates: [13, 52] } })).footprint).toBeNull()
})

test('satellites have the names people call them by', () => {
  expect(toScene(item()).satellite).toBe('Firefly FF01')
  expect(toScene(item({}, { platform: 'Sentinel-2' })).satellite).toBe('Sentinel-2')
  expect(toScene(item({}, { platform: null, constellation: 'landsat' })).satellite).toBe('landsat')
})

test('the quicklook is found by its name or its role', () => {
  const url = (assets: object) => toScene(item({ assets })).thumbnailUrl
  expect(url({ thumbnail: { href: '/a.png' } })).toBe('/a.png')
  expect(url({ preview: { href: '/b.png', roles: ['thumbnail'] } })).toBe('/b.png')
  expect(url({ B01: { href: '/c.tif' } })).toBeUndefined()
})

test('bands are told in nm and in order, whichever unit they came in', () => {
  const band = (name: string, center_wavelength: number | null, fwhm = 0.02) => ({
    href: '#',
    'eo:bands': [{ name, center_wavelength, fwhm }],
    'raster:bands': [{ spatial_resolution: 10 }],
  })
  const assets = { B3: band('B3', 0.56), B1: band('B1', 493, 6), QA: band('QA', null), thumbnail: { href: '/a.png' } }
  expect(sceneBands(item({ assets }))).toEqual([
    { name: 'B1', wavelengthNm: 493, fwhmNm: 6, gsdM: 10 },
    { name: 'B3', wavelengthNm: 560, fwhmNm: 20, gsdM: 10 },
    { name: 'QA', gsdM: 10 },
  ])
})
