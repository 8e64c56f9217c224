import { expect, test } from 'vitest'
import { utmAreaKm2 } from '#src/geo/utm-area-km2.ts'
import { coordinateDestination, destinationArea, placeDestination, type Destination } from './destination.ts'

const vienna = placeDestination({
  name: 'Vienna',
  alsoKnownAs: 'Wien',
  countryCode: 'AT',
  country: 'Austria',
  region: '',
  lngLat: [16.372, 48.208],
  population: 1_691_468,
})

test('a town says how it was found, where it is and how large', () => {
  expect(vienna).toMatchObject({ label: 'Vienna (Wien)', description: 'Austria · 1.7 M people' })
  const [west, south, east, north] = vienna.box
  expect((west + east) / 2).toBeCloseTo(16.372, 6)
  expect(north - south).toBeCloseTo((2 * 0.009 * Math.sqrt(1_691_468)) / 111.195, 6)
})

test('a region says of which country, a country that it is one', () => {
  const bavaria = {
    name: 'Bavaria',
    countryCode: 'DE',
    country: 'Germany',
    region: '',
    lngLat: [11, 49] as [number, number],
  }
  const bbox: [number, number, number, number] = [9, 47, 14, 51]
  expect(placeDestination({ ...bavaria, population: 0, bbox }).description).toBe('Region of Germany')
  expect(placeDestination({ ...bavaria, name: 'Germany', population: 0, bbox }).description).toBe('Country')
  expect(placeDestination({ ...bavaria, name: 'Hof', region: 'Bavaria', population: 46_963 }).description).toBe(
    'Bavaria, Germany · 47,000 people',
  )
})

test('a coordinate in any notation, with the 100 km² around it that are billed anyway', () => {
  for (const text of ['52.3972, 13.0164', '33U UU 65039 07071', '33U 365039 5807071', `52°23'50"N 13°0'59"E`]) {
    const at = coordinateDestination(text) as Destination
    expect(at.lngLat[0]).toBeCloseTo(13.0164, 3)
    expect(utmAreaKm2(destinationArea(at))).toBeGreaterThan(99)
    expect(utmAreaKm2(destinationArea(at))).toBeLessThan(101)
  }
})

test('what looks like a coordinate and is none says why; a name is no coordinate', () => {
  expect(coordinateDestination('95, 13')).toMatchObject({ problem: expect.stringMatching(/past the pole/) })
  expect(coordinateDestination('https://maps.app.goo.gl/x')).toMatchObject({
    problem: expect.stringMatching(/names no/),
  })
  expect(coordinateDestination('https://www.openstreetmap.org/#map=12/52.4/13')).toMatchObject({ lngLat: [13, 52.4] })
  expect(coordinateDestination('Potsdam')).toBeNull()
  // A town in Canada.
  expect(coordinateDestination('100 Mile House')).toBeNull()
  expect(coordinateDestination('')).toBeNull()
})

test('a box at the antimeridian runs across it', () => {
  const at = coordinateDestination('-17, 179.99') as Destination
  expect(at.box[0]).toBeGreaterThan(at.box[2])
  expect(destinationArea(at).type).toBe('MultiPolygon')
})
