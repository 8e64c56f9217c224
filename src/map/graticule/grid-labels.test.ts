import { expect, test } from 'vitest'
import { gridLabels, type Pixel, type Rect } from './grid-labels.ts'

const step = { degrees: 1, digits: 0 } as const
const box: Rect = { left: 400, top: 0, right: 1400, bottom: 800 }
const middle = { x: 700, y: 400 }

/** A flat map of a hundred pixels a degree, with this place in its upper left corner. */
const flat =
  (lng: number, lat: number) =>
  ({ x, y }: Pixel) => ({ lng: ((lng + x / 100 + 540) % 360) - 180, lat: lat - y / 100 })

test('meridians are labelled along the top, parallels along the left of what panels leave free', () => {
  const labels = gridLabels({ box, middle, covers: [], placeAt: flat(8.5, 53.5) }, step)
  expect(labels.filter(({ text }) => text.endsWith('E'))).toEqual(
    [13, 14, 15, 16, 17, 18, 19, 20, 21, 22].map((lng) => ({
      x: expect.closeTo((lng - 8.5) * 100, 6),
      y: 12,
      text: `${lng}° E`,
      axis: 'lng',
    })),
  )
  expect(labels.filter(({ text }) => text.endsWith('N')).map(({ x, text }) => [x, text])).toEqual(
    [53, 52, 51, 50, 49, 48, 47, 46].map((lat) => [434, `${lat}° N`]),
  )
})

test('over the antimeridian they count on from the other side', () => {
  const labels = gridLabels({ box, middle, covers: [], placeAt: flat(172.5, 53.5) }, step)
  const meridians = labels.map(({ text }) => text).filter((text) => /[EW]|180/.test(text))
  expect(meridians).toEqual([
    '177° E',
    '178° E',
    '179° E',
    '180°',
    '179° W',
    '178° W',
    '177° W',
    '176° W',
    '175° W',
    '174° W',
  ])
})

test('they go under what lies at the top of the map', () => {
  // The meridian of 19 E, at x = 1050, comes down just where the row does.
  const search: Rect = { left: 1080, top: 10, right: 1390, bottom: 38 }
  const labels = gridLabels({ box, middle, covers: [search], placeAt: flat(8.5, 53.5) }, step)
  const row = labels.filter(({ text }) => text.endsWith('E'))
  expect(row.map(({ text, y }) => [text, y])).toEqual([
    ...[13, 14, 15, 16, 17, 18].map((lng) => [`${lng}° E`, 12]),
    ...[19, 20, 21, 22].map((lng) => [`${lng}° E`, 50]),
  ])
})

test('the equator is named beside Greenwich', () => {
  const labels = gridLabels({ box, middle, covers: [], placeAt: flat(-8.5, 3.5) }, step)
  expect(labels.filter(({ text }) => text === '0°').map(({ axis }) => axis)).toEqual(['lng', 'lat'])
})

test('a meridian along which an edge runs is named once', () => {
  const shaky = ({ x, y }: Pixel) => ({ lng: 13 + (x - 434) / 100 + Math.sin(y) * 1e-9, lat: 53.5 - y / 100 })
  const labels = gridLabels({ box, middle, covers: [], placeAt: shaky }, step)
  expect(labels.filter(({ text }) => text === '13° E')).toHaveLength(1)
})

test('on a turned map each edge tells what crosses it', () => {
  const turned = ({ x, y }: Pixel) => ({ lng: 8.5 + y / 100, lat: 50 + x / 100 })
  const labels = gridLabels({ box, middle, covers: [], placeAt: turned }, step)
  expect(labels.filter(({ y }) => y === 12).every(({ text }) => text.endsWith('N'))).toBe(true)
  expect(labels.filter(({ x, y }) => x === 434 && y !== 12).every(({ text }) => text.endsWith('E'))).toBe(true)
})

test('where the edges lie beside the globe they stand across its middle, on ground only and clear of each other', () => {
  const radius = 300
  // The Earth from far above the equator.
  const globe = ({ x, y }: Pixel) => {
    const [dx, dy] = [(x - middle.x) / radius, (middle.y - y) / radius]
    if (Math.hypot(dx, dy) > 1) return null
    const lat = Math.asin(dy)
    return { lng: (Math.asin(Math.min(1, dx / Math.cos(lat))) * 180) / Math.PI, lat: (lat * 180) / Math.PI }
  }
  const labels = gridLabels({ box, middle, covers: [], placeAt: globe }, { degrees: 10, digits: 0 })
  expect(labels.length).toBeGreaterThan(8)
  expect(labels.every(({ x, y }) => Math.hypot(x - middle.x, y - middle.y) <= radius)).toBe(true)
  expect(labels.every(({ x, y }) => x === middle.x || y === middle.y)).toBe(true)
  for (const [i, one] of labels.entries()) {
    for (const other of labels.slice(i + 1)) {
      expect(Math.abs(one.x - other.x) >= 76 || Math.abs(one.y - other.y) >= 18).toBe(true)
    }
  }
})
