import { expect, it } from 'vitest'
import { formatCoordinate } from './format-coordinate.ts'
import { parseCoordinate } from './parse-coordinate.ts'

const potsdam: [number, number] = [13.0163889, 52.3972222]

it.each([
  '52.3972222, 13.0163889',
  '52.3972222 13.0163889',
  '52.3972222; 13.0163889',
  '52,3972222 13,0163889',
  'N 52.3972222 E 13.0163889',
  '52.3972222N 13.0163889E',
  '13.0163889 E, 52.3972222 N',
  `52°23'50"N 13°0'59"E`,
  '52°23′50″N, 13°00′59″E',
  `52° 23' 50" N 13° 0' 59" E`,
  '52 23 50 N 13 0 59 E',
  '52:23:50N 13:00:59E',
  "52°23.8333'N 13°0.98333'E",
  '33U 365039 5807071',
  '33N 365039 5807071',
  '33 U 365039mE 5807071mN',
  '33U UU 65039 07071',
  '33UUU6503907071',
  '33 u uu 65039 07071',
  'N 52° 23.8333 E 013° 00.98333',
  '52 23.8333 N, 13 0.98333 E',
  '52 23 50, 13 0 59',
  '52-23-50N 13-00-59E',
  '52d23m50sN 13d0m59sE',
  '522350N 0130059E',
  'Lat: 52.3972222 Lon: 13.0163889',
  'lon=13.0163889, lat=52.3972222',
  'Breite 52,3972222 Länge 13,0163889',
  '(52.3972222, 13.0163889)',
  '52,3972222, 13,0163889',
  '52,3972222° N, 13,0163889° E',
  '52.3972222 north, 13.0163889 east',
  `52°23'50" Nord, 13°0'59" Ost`,
  'POINT (13.0163889 52.3972222)',
  'UTM 33U 365039 5807071',
  '33U 365039 m E 5807071 m N',
  'Zone 33U, E 365039, N 5807071',
  '365039E 5807071N 33U',
  'MGRS 33UUU6503907071',
  'geo:52.3972222,13.0163889;u=35',
  'geo:0,0?q=52.3972222,13.0163889(Here)',
  'https://www.google.com/maps/@52.3972222,13.0163889,12z',
  // The pin, not the middle of the view.
  'https://www.google.com/maps/place/Potsdam/@52.4,13.1,12z/data=!3m1!4b1!8m2!3d52.3972222!4d13.0163889!16zL20',
  'https://www.google.com/maps/search/?api=1&query=52.3972222%2C13.0163889',
  'https://www.openstreetmap.org/#map=12/52.3972222/13.0163889',
  'https://www.openstreetmap.org/?mlat=52.3972222&mlon=13.0163889#map=12/52.5/13.5',
  'https://www.bing.com/maps?cp=52.3972222~13.0163889&lvl=12',
  'https://maps.apple.com/?ll=52.3972222,13.0163889&z=3',
  'https://yandex.com/maps/?ll=13.0163889%2C52.3972222&z=3',
  'https://browser.dataspace.copernicus.eu/?zoom=10&lat=52.3972222&lng=13.0163889&themeId=DEFAULT',
])('reads %s', (text) => {
  const parsed = parseCoordinate(text)
  if (!parsed.ok) throw new Error(parsed.message)
  expect(Math.abs(parsed.lngLat[0] - potsdam[0])).toBeLessThan(2e-5)
  expect(Math.abs(parsed.lngLat[1] - potsdam[1])).toBeLessThan(2e-5)
})

it.each([
  ['-33.87, 151.21', [151.21, -33.87]],
  ['33.87 S 151.21 E', [151.21, -33.87]],
  ['−33.87 151.21', [151.21, -33.87]],
  [`0°30'W 51°30'N`, [-0.5, 51.5]],
  ['-0°30′ 0', [0, -0.5]],
  // The S is south, not seconds.
  ['33:52:12 S 151:12:36 E', [151.21, -33.87]],
  [`33°52'12 S 151°12'36 E`, [151.21, -33.87]],
  ['33d52m12sS 151d12m36sE', [151.21, -33.87]],
  ['-33 52 12, 151 12 36', [151.21, -33.87]],
  ['Lat: -33.87 Lon: 151.21', [151.21, -33.87]],
] as [string, [number, number]][])('minds the signs in %s', (text, lngLat) => {
  const parsed = parseCoordinate(text)
  expect(parsed.ok && parsed.lngLat.map((value) => Math.round(value * 1e6) / 1e6)).toEqual(lngLat)
})

// Published examples: the Washington Monument (NGA), Honolulu (Wikipedia, "Military Grid Reference System").
it.each([
  ['18SUJ2348306479', [-77.0352, 38.8895]],
  ['4QFJ1234567890', [-157.9, 21.4]],
] as [string, [number, number]][])('places %s', (text, [lng, lat]) => {
  const parsed = parseCoordinate(text)
  if (!parsed.ok) throw new Error(parsed.message)
  expect(Math.abs(parsed.lngLat[0] - lng)).toBeLessThan(0.02)
  expect(Math.abs(parsed.lngLat[1] - lat)).toBeLessThan(0.02)
})

it('takes a coarse MGRS reference as the middle of its square', () => {
  const parsed = parseCoordinate('33UUU')
  expect(parsed).toMatchObject({ ok: true, understoodAs: 'MGRS square 33UUU' })
  expect(parsed.ok && formatCoordinate(parsed.lngLat, 'mgrs')).toMatch(/^33U UU (49|50)\d{3} (49|50)\d{3}$/)
})

it('takes a southern UTM zone by its row or by the word south', () => {
  for (const text of ['56H 334369 6250948', '56S 334369 6250948']) {
    const parsed = parseCoordinate(text)
    expect(parsed.ok && parsed.lngLat[1]).toBeCloseTo(-33.8688, 3)
  }
  // Row S is in the north: Athens.
  const athens = parseCoordinate('34S 739000 4207000')
  expect(athens.ok && athens.lngLat[1]).toBeCloseTo(37.98, 1)
})

it.each([
  ['', /Type a coordinate/, undefined],
  ['52.4', /only one number/, 0],
  ['1 2 3', /3 numbers/, 0],
  ['52.4, abc', /"abc" is not part/, 6],
  ['95, 13', /past the pole.*swapped/, 0],
  ['52, 190', /past 180/, 4],
  ['52 N 13 N', /Both numbers are latitudes/, 5],
  [`52°70'N 13°E`, /less than 60/, 0],
  ['-52 N, 13 E', /both a sign and a letter/, 0],
  ['52 N 13 O', /west in others/, 5],
  ['61U 365039 5807071', /no UTM zone 61/, undefined],
  ['33U 064983 5807071', /outside its zone/, undefined],
  ['33U UU 6503 07071', /as many digits/, undefined],
  ['33UUU650390707', /no MGRS|as many/, undefined],
  ['https://maps.app.goo.gl/abc', /link names no coordinates/, undefined],
  ['geo:95,13', /past the pole/, undefined],
  ['52 23 13 0', /4 numbers/, 0],
  ['52.4 north, west', /"north, west" is not part/, 5],
  ['33U ZZ 65039 07071', /no MGRS square 33UZZ/, undefined],
] as [string, RegExp, number | undefined][])('explains what is wrong with "%s"', (text, message, at) => {
  const parsed = parseCoordinate(text)
  if (parsed.ok) throw new Error(`read as ${parsed.lngLat}`)
  expect(parsed.message).toMatch(message)
  expect(parsed.at).toBe(at)
})

it('is not kept busy by what is no coordinate', () => {
  const started = process.cpuUsage()
  const gap = ' '.repeat(2000)
  for (const text of [`13${gap}1${gap}x`, `lat 1${gap.repeat(20)}x lon 2`]) {
    expect(parseCoordinate(text).ok).toBe(false)
  }
  expect(process.cpuUsage(started).user / 1000).toBeLessThan(1000)
})

it('formats, and reads back what it formats', () => {
  expect(formatCoordinate(potsdam)).toBe('52.39722, 13.01639')
  expect(formatCoordinate(potsdam, 'dms')).toBe(`52°23'50.0"N 13°00'59.0"E`)
  expect(formatCoordinate([-0.9999999, -51.5], 'dms')).toBe(`51°30'00.0"S 1°00'00.0"W`)
  expect(formatCoordinate(potsdam, 'utm')).toBe('33U 365039 5807071')
  expect(formatCoordinate(potsdam, 'mgrs')).toBe('33U UU 65039 07071')
  expect(formatCoordinate([10, 85], 'utm')).toBe('85.00000, 10.00000')
  expect(formatCoordinate([NaN, 1])).toBe('–')
  for (const style of ['decimal', 'dms', 'dm', 'utm', 'mgrs'] as const) {
    for (const point of [potsdam, [-70.6483, -33.4569], [151.2, -0.5], [-179.9, 65]] as [number, number][]) {
      const parsed = parseCoordinate(formatCoordinate(point, style))
      if (!parsed.ok) throw new Error(`${formatCoordinate(point, style)}: ${parsed.message}`)
      expect(Math.abs(parsed.lngLat[0] - point[0])).toBeLessThan(3e-5)
      expect(Math.abs(parsed.lngLat[1] - point[1])).toBeLessThan(3e-5)
    }
  }
})
