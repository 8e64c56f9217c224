import type { MultiPolygon, Polygon } from 'geojson'
import { polygonMask } from '#sandbox/raster/polygon-mask.ts'
import type { Grid, RasterSource, Window } from '#sandbox/raster/raster.ts'
import { cloudsOf } from './clouds.ts'
import { mixtureSize } from './mixture.ts'
import { randomStream } from './noise.ts'
import type { PaintedWindow, Painter } from './painted-window.ts'
import { paintWindow } from './painted-window.ts'
import { gridFor } from './scene-grid.ts'
import type { SceneModel } from './scene.ts'
import { centreOf, sensorOf } from './scene.ts'
import { seasonAt } from './season.ts'
import type { Sensor, SensorBand } from './sensors/sensor.ts'
import { materialIndex } from '#src/spectra/models/materials.ts'
import { materialTable } from './spectral-response.ts'

// Standard normal numbers for the sensor's noise, drawn once (Box & Muller 1958).
const normalCount = 4096
const normals = new Float32Array(normalCount)
const random = randomStream(20250115)
for (let i = 0; i < normalCount; i++) {
  normals[i] = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}

/** Share of the light on level ground that comes from the sky, after Rayleigh's and the aerosol's wavelength laws. */
function skyShare(nm: number, sunElevationDeg: number): number {
  const low = 0.6 + 0.4 * Math.sin((Math.max(10, sunElevationDeg) * Math.PI) / 180)
  return Math.min(0.6, (0.25 * (450 / nm) ** 1.6) / low)
}

/** Noise of a band relative to the sensor's best: less sunlight and the atmosphere's own bands leave less signal. */
function noiseFactor(band: SensorBand): number {
  const photons = Math.sqrt((1500 * 10) / (band.solarIrradiance * Math.min(10, band.fwhmNm) + 300)) / 1.25
  const absorbed = [
    [761, 5, 1.2],
    [720, 9, 0.35],
    [820, 10, 0.4],
    [938, 22, 1.6],
  ].reduce(
    (sum, [centre, width, depth]) => sum + depth! * Math.exp(-0.5 * ((band.wavelengthNm - centre!) / width!) ** 2),
    0,
  )
  return Math.max(0.7, photons) * (1 + absorbed)
}

/**
 * The pixels of a scene on a grid of its UTM zone: digital numbers (uint16) of the sensor's product, 0 outside the
 * footprint and outside `mask`. A pixel's value depends on the scene and on where it lies, not on the grid or window that
 * asks, as long as grids are snapped to multiples of the pixel size (`gridFor` does).
 */
export function sceneSource(
  scene: SceneModel,
  sensor: Sensor,
  grid: Grid,
  { mask }: { mask?: Polygon | MultiPolygon } = {},
): RasterSource {
  const [lng, lat] = centreOf(scene.footprint)
  const painter: Painter = {
    grid,
    season: seasonAt(lng, lat, new Date(scene.datetimeMs)),
    clouds: cloudsOf(scene),
    sunElevationDeg: scene.sunElevationDeg,
    sunAzimuthDeg: scene.sunAzimuthDeg,
    seed: scene.seed,
  }
  const footprint = polygonMask(scene.footprint, grid)
  const area = mask && polygonMask(mask, grid)
  let painted: { key: string; inside: Uint8Array; pixels: PaintedWindow } | undefined

  function paint(window: Window) {
    const key = `${window.x},${window.y},${window.width},${window.height}`
    if (painted?.key !== key) {
      const inside = footprint.read(window)
      if (area) {
        const wanted = area.read(window)
        for (let i = 0; i < inside.length; i++) inside[i]! &= wanted[i]!
      }
      painted = { key, inside, pixels: paintWindow(painter, window, inside) }
    }
    return painted
  }

  return {
    info: {
      grid,
      bands: sensor.bands.map(({ name, wavelengthNm, fwhmNm, commonName }) => ({
        name,
        wavelengthNm,
        fwhmNm,
        ...(commonName ? { description: commonName } : {}),
      })),
      sampleType: 'uint16',
      nodata: sensor.nodata,
      scale: sensor.scale,
      offset: sensor.offset,
    },
    read(window, bands = sensor.bands.map((_, i) => i)) {
      const { inside, pixels } = paint(window)
      return bands.map((band) => expose(pixels, inside, scene, sensor, band, painter.clouds?.transparent ?? false))
    },
  }
}

/** One band of painted pixels: mixed reflectance, light, clouds, noise, digital numbers. The hot loop of the model. */
function expose(
  pixels: PaintedWindow,
  inside: Uint8Array,
  scene: SceneModel,
  sensor: Sensor,
  bandNumber: number,
  cirrus: boolean,
): Uint16Array {
  const band = sensor.bands[bandNumber]
  if (!band) throw new RangeError(`${sensor.name} has no band number ${bandNumber}`)
  const { materials, weights, sunlit, clear, cloud, bits } = pixels
  const reflectance = materialTable(sensor)[bandNumber]!
  const cloudReflectance = reflectance[cirrus ? materialIndex.cirrus : materialIndex.cloud]!
  const sky = skyShare(band.wavelengthNm, scene.sunElevationDeg)
  const sun = 1 - sky
  const noise = sensor.noiseReflectance * noiseFactor(band)
  const [noiseFloor, noiseSlope] = [0.33 * noise, 1.6 * noise]
  const salt = Math.imul(bandNumber + 1, 0x2c1b3c6d)
  const perReflectance = 1 / sensor.scale
  const zero = -sensor.offset / sensor.scale + 0.5
  const top = Math.floor(perReflectance + zero)
  const out = new Uint16Array(inside.length)
  for (let pixel = 0, m = 0; pixel < out.length; pixel++, m += mixtureSize) {
    if (inside[pixel] === 0) continue
    const ground =
      weights[m]! * reflectance[materials[m]!]! +
      weights[m + 1]! * reflectance[materials[m + 1]!]! +
      weights[m + 2]! * reflectance[materials[m + 2]!]! +
      weights[m + 3]! * reflectance[materials[m + 3]!]!
    const seen = ground * (sky + sunlit[pixel]! * sun) * clear[pixel]! + cloud[pixel]! * cloudReflectance
    const draw = normals[Math.imul(bits[pixel]! ^ salt, 0x9e3779b1) >>> 20]!
    const value = ((seen + draw * (noiseFloor + noiseSlope * seen)) * perReflectance + zero) | 0
    out[pixel] = value < 1 ? 1 : value > top ? top : value
  }
  return out
}

/**
 * The whole footprint, or the box around an area in it, with its longer side at most `maxPixels` wide or high: the same model, looked at
 * from further away.
 */
export function quicklookSource(scene: SceneModel, maxPixels = 256, area?: Polygon | MultiPolygon): RasterSource {
  const sensor = sensorOf(scene)
  const shown = area ?? scene.footprint
  const full = gridFor(shown, scene.epsg, sensor.gsdM)
  const longest = Math.max(full.width, full.height)
  const pixelSize = sensor.gsdM * Math.max(1, Math.ceil(longest / Math.max(1, maxPixels - 1)))
  return sceneSource(scene, sensor, gridFor(shown, scene.epsg, pixelSize))
}
