import { evenBands } from './even-bands.ts'
import type { Sensor } from './sensor.ts'

/**
 * Pixxel's Firefly constellation: 135 bands of 3.25 nm spacing. Centres follow lambda(n) = 470.2 + 3.25 n nm, fitted to
 * the wavelengths that Pixxel's index formulas name; the band width is not published, 5.5 nm is ours.
 */
export const firefly: Sensor = {
  id: '0006f3ef-2c51-4c0e-9b7d-5a1e6f20c935',
  key: 'firefly',
  name: 'Firefly',
  constellation: 'Firefly',
  platforms: [
    { name: 'FF01', since: '2025-03-01' },
    { name: 'FF02', since: '2025-03-01' },
    { name: 'FF03', since: '2025-03-01' },
    { name: 'FF04', since: '2025-10-01' },
    { name: 'FF05', since: '2025-10-01' },
    { name: 'FF06', since: '2025-10-01' },
  ],
  instrument: 'VNIR hyperspectral imager',
  collectionId: 'pixxel-ff-l2a',
  provider: 'pixxel',
  gsdM: 5,
  bands: evenBands({ count: 135, firstNm: 473.45, stepNm: 3.25, fwhmNm: 5.5, gsdM: 5 }),
  scale: 1 / 50000,
  offset: 0,
  nodata: 0,
  rgb: { red: 'B060', green: 'B028', blue: 'B006' },
  swathKm: 40,
  sceneLengthKm: 34,
  revisitDays: 1,
  altitudeKm: 550,
  inclinationDeg: 97.6,
  maxOffNadirDeg: 28,
  crossingHour: 10.5,
  noiseReflectance: 0.003,
}
