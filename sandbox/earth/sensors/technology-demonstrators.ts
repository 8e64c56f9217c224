import { evenBands } from './even-bands.ts'
import type { Sensor } from './sensor.ts'

// Pixxel's two demonstrators. Their ids are the API's; band counts and pixel sizes follow published scene names. The
// band centres are not published: an even spread over the visible and near infrared stands in for them.

export const td1: Sensor = {
  id: '0004ab8d-0ad1-4d62-8a3f-fe18a7000e70',
  key: 'td1',
  name: 'Pixxel-TD1',
  constellation: 'Pixxel-TD',
  platforms: [{ name: 'TD1', since: '2022-12-01' }],
  instrument: 'VNIR hyperspectral imager',
  collectionId: 'pixxel-td1-l2a',
  provider: 'pixxel',
  gsdM: 30,
  bands: evenBands({ count: 69, firstNm: 446.5, stepNm: 6.75, fwhmNm: 9, gsdM: 30 }),
  scale: 1 / 50000,
  offset: 0,
  nodata: 0,
  rgb: { red: 'B033', green: 'B018', blue: 'B007' },
  swathKm: 33,
  sceneLengthKm: 30,
  revisitDays: 15,
  altitudeKm: 510,
  inclinationDeg: 97.5,
  maxOffNadirDeg: 20,
  crossingHour: 10.3,
  noiseReflectance: 0.004,
}

export const td2: Sensor = {
  id: '0005c5bb-0bd2-4c80-9393-4a808341c54c',
  key: 'td2',
  name: 'Pixxel-TD2',
  constellation: 'Pixxel-TD',
  platforms: [{ name: 'TD2', since: '2022-05-01' }],
  instrument: 'VNIR hyperspectral imager',
  collectionId: 'pixxel-td2-l2a',
  provider: 'pixxel',
  gsdM: 10,
  bands: evenBands({ count: 67, firstNm: 468, stepNm: 6.6, fwhmNm: 8, gsdM: 10 }),
  scale: 1 / 50000,
  offset: 0,
  nodata: 0,
  rgb: { red: 'B031', green: 'B015', blue: 'B004' },
  swathKm: 40,
  sceneLengthKm: 28,
  revisitDays: 10,
  altitudeKm: 525,
  inclinationDeg: 97.5,
  maxOffNadirDeg: 22,
  crossingHour: 10.6,
  noiseReflectance: 0.004,
}
