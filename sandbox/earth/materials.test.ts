import { expect, test } from 'vitest'
import { throughSensor } from './spectral-response.ts'
import { sensorByKey, sensors } from './sensors.ts'
import type { Sensor } from './sensors/sensor.ts'
import { canopyReflectance } from '#src/spectra/models/vegetation.ts'
import { valueAt } from '#src/spectra/models/curve.ts'
import type { Material } from '#src/spectra/models/materials.ts'
import { materials, spectrumOf } from '#src/spectra/models/materials.ts'

function nearest(sensor: Sensor, nm: number): number {
  const distances = sensor.bands.map((band) => Math.abs(band.wavelengthNm - nm))
  return distances.indexOf(Math.min(...distances))
}

function ndvi(material: Material, sensor: Sensor): number {
  const bands = throughSensor(material, sensor)
  const nir = bands[nearest(sensor, 860)]!
  const red = bands[nearest(sensor, 663)]!
  return (nir - red) / (nir + red)
}

/** Wavelength of the steepest rise between red and near infrared. */
function redEdgeNm(chlorophyllUgCm2: number): number {
  const leaf = { layers: 1.5, chlorophyllUgCm2, carotenoidsUgCm2: 8, brown: 0, waterCm: 0.012, dryMatterGCm2: 0.005 }
  const curve = canopyReflectance(leaf, 0.25)
  let best = 690
  const rise = (nm: number) => valueAt(curve, nm + 2) - valueAt(curve, nm - 2)
  for (let nm = 690; nm < 760; nm++) if (rise(nm) > rise(best)) best = nm
  return best
}

test('every reflectance lies between 0 and 1 at every wavelength', () => {
  for (const material of materials) {
    const curve = spectrumOf(material)
    expect(Math.min(...curve), material).toBeGreaterThan(0)
    expect(Math.max(...curve), material).toBeLessThan(1)
  }
})

test.each(sensors.map((sensor) => [sensor.name, sensor] as const))(
  '%s tells plants, soil and water apart by NDVI',
  (_, sensor) => {
    for (const plant of ['broadleafCanopy', 'needleCanopy', 'rainForestCanopy', 'cropCanopy', 'grassCanopy'] as const)
      expect(ndvi(plant, sensor), plant).toBeGreaterThan(0.85)
    for (const soil of ['blackSoil', 'loam', 'paleSoil', 'redSoil'] as const) {
      expect(ndvi(soil, sensor), soil).toBeGreaterThan(-0.05)
      expect(ndvi(soil, sensor), soil).toBeLessThan(0.3)
    }
    for (const water of ['coastalWater', 'sedimentWater', 'lakeWater', 'algalWater', 'bloomWater'] as const)
      expect(ndvi(water, sensor), water).toBeLessThan(-0.2)
    expect(Math.abs(ndvi('freshSnow', sensor))).toBeLessThan(0.1)
    expect(Math.abs(ndvi('cloud', sensor))).toBeLessThan(0.05)
  },
)

test('the red edge lies at 692-740 nm and moves to longer waves with more chlorophyll', () => {
  const [poor, middle, rich] = [12, 35, 70].map(redEdgeNm) as [number, number, number]
  expect(poor).toBeGreaterThan(692)
  expect(middle).toBeGreaterThan(poor + 3)
  expect(rich).toBeGreaterThan(middle + 3)
  expect(rich).toBeLessThan(740)
})

test('REIP of a crop through the Firefly bands is that of a healthy canopy', () => {
  const firefly = sensorByKey('firefly')
  const bands = throughSensor('cropCanopy', firefly)
  const at = (nm: number) => bands[nearest(firefly, nm)]!
  // Guyot & Baret 1988
  const reip = 700 + 40 * (((at(670) + at(780)) / 2 - at(700)) / (at(740) - at(700)))
  expect(reip).toBeGreaterThan(715)
  expect(reip).toBeLessThan(732)
})

test('minerals show in the short-wave infrared: clay ratio, snow index, leaf water', () => {
  const landsat = sensorByKey('landsat')
  const [swir16, swir22, green] = ['swir16', 'swir22', 'green'].map((name) =>
    landsat.bands.findIndex((band) => band.name === name),
  ) as [number, number, number]
  const clayRatio = (material: Material) =>
    throughSensor(material, landsat)[swir16]! / throughSensor(material, landsat)[swir22]!
  expect(clayRatio('kaolinite')).toBeGreaterThan(1.3)
  expect(clayRatio('granite')).toBeLessThan(1.15)
  const snow = throughSensor('freshSnow', landsat)
  expect((snow[green]! - snow[swir16]!) / (snow[green]! + snow[swir16]!)).toBeGreaterThan(0.6)
  const ironRatio = (material: Material) => {
    const bands = throughSensor(material, landsat)
    return bands[nearest(landsat, 655)]! / bands[nearest(landsat, 482)]!
  }
  expect(ironRatio('hematite')).toBeGreaterThan(3)
  expect(ironRatio('asphalt')).toBeLessThan(1.6)
})

test('phycocyanin at 620 nm and the algal peak at 705 nm mark a bloom', () => {
  const bloom = spectrumOf('bloomWater')
  expect(valueAt(bloom, 620)).toBeLessThan(0.8 * valueAt(bloom, 600))
  expect(valueAt(bloom, 705)).toBeGreaterThan(1.3 * valueAt(bloom, 675))
})
