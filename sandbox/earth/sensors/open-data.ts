import type { Sensor, SensorBand } from './sensor.ts'
import { solarIrradianceAt } from './solar-irradiance.ts'

type Row = [name: string, wavelengthNm: number, fwhmNm: number, gsdM: number, commonName: string]
const bandsOf = (rows: Row[]): SensorBand[] =>
  rows.map(([name, wavelengthNm, fwhmNm, gsdM, commonName]) => ({
    name,
    wavelengthNm,
    fwhmNm,
    gsdM,
    commonName,
    solarIrradiance: solarIrradianceAt(wavelengthNm),
  }))

/** Sentinel-2 MSI: centres and widths of the User Handbook (ESA). All bands on the 10 m grid of the product. */
export const sentinel2: Sensor = {
  id: '0002a3a3-00a2-4b55-842b-44d8202c6d60',
  key: 'sentinel-2',
  name: 'Sentinel-2',
  constellation: 'sentinel-2',
  platforms: [
    { name: 'sentinel-2a', since: '2015-07-01' },
    { name: 'sentinel-2b', since: '2017-07-01' },
    { name: 'sentinel-2c', since: '2025-01-21' },
  ],
  instrument: 'msi',
  collectionId: 'sentinel-2-l2a',
  provider: 'planetary',
  gsdM: 10,
  bands: bandsOf([
    ['B01', 443, 21, 60, 'coastal'],
    ['B02', 492, 66, 10, 'blue'],
    ['B03', 560, 36, 10, 'green'],
    ['B04', 665, 31, 10, 'red'],
    ['B05', 704, 15, 20, 'rededge'],
    ['B06', 740, 15, 20, 'rededge'],
    ['B07', 783, 20, 20, 'rededge'],
    ['B08', 833, 106, 10, 'nir'],
    ['B8A', 865, 21, 20, 'nir08'],
    ['B09', 945, 20, 60, 'nir09'],
    ['B11', 1614, 91, 20, 'swir16'],
    ['B12', 2202, 175, 20, 'swir22'],
  ]),
  scale: 0.0001,
  offset: 0,
  nodata: 0,
  rgb: { red: 'B04', green: 'B03', blue: 'B02' },
  swathKm: 109.8,
  sceneLengthKm: 109.8,
  revisitDays: 5,
  altitudeKm: 786,
  inclinationDeg: 98.6,
  maxOffNadirDeg: 10,
  crossingHour: 10.5,
  noiseReflectance: 0.0025,
}

/** Landsat 8 and 9 OLI, surface reflectance bands (USGS); collection 2 scaling. */
export const landsat: Sensor = {
  id: '0001b7d4-51c8-4f0a-a5de-9e3b70c84f12',
  key: 'landsat',
  name: 'Landsat 8-9',
  constellation: 'landsat',
  platforms: [
    { name: 'landsat-8', since: '2013-04-01' },
    { name: 'landsat-9', since: '2021-11-01' },
  ],
  instrument: 'oli',
  collectionId: 'landsat-c2-l2',
  provider: 'planetary',
  gsdM: 30,
  bands: bandsOf([
    ['coastal', 443, 16, 30, 'coastal'],
    ['blue', 482, 60, 30, 'blue'],
    ['green', 561, 57, 30, 'green'],
    ['red', 655, 37, 30, 'red'],
    ['nir08', 865, 28, 30, 'nir08'],
    ['swir16', 1609, 85, 30, 'swir16'],
    ['swir22', 2201, 187, 30, 'swir22'],
  ]),
  scale: 0.0000275,
  offset: -0.2,
  nodata: 0,
  rgb: { red: 'red', green: 'green', blue: 'blue' },
  swathKm: 185,
  sceneLengthKm: 180,
  revisitDays: 8,
  altitudeKm: 705,
  inclinationDeg: 98.2,
  maxOffNadirDeg: 7,
  crossingHour: 10.2,
  noiseReflectance: 0.0015,
}
