import type { FeatureCollection } from 'geojson'
import { writeFile } from 'node:fs/promises'
import { writeAtomically } from '#sandbox/raster/atomic-file.ts'
import { writeCog } from '#sandbox/raster/cog-writer.ts'
import type { Grid, Window } from '#sandbox/raster/raster.ts'
import { pixelAreaSqM } from '#sandbox/work/pixels/pixel-area.ts'

export type MapClass = { value: number; label: string; color: string }
export type ClassArea = MapClass & { pixels: number; areaSqM: number; areaPercentage: number }

/** Class numbers; 0 is "no data" in every class raster. */
export const noClass = 0

/** A uint8 COG with a colour table. `read` gives class numbers by window; each pixel is asked for once, and counted. */
export async function writeClasses(
  path: string,
  grid: Grid,
  classes: readonly MapClass[],
  read: (window: Window) => Promise<Uint8Array>,
  onProgress?: (fraction: number) => void,
): Promise<ClassArea[]> {
  const counts = new Float64Array(256)
  const colours = Array.from({ length: 256 }, (_, value): [number, number, number] => {
    const color = classes.find((one) => one.value === value)?.color
    return color ? rgbOf(color) : [0, 0, 0]
  })
  const metadata = Object.fromEntries(classes.map(({ value, label }) => [`CLASS_${value}`, label]))
  const source = {
    info: {
      grid,
      bands: [{ name: 'class' }],
      sampleType: 'uint8' as const,
      nodata: noClass,
      scale: 1,
      offset: 0,
      metadata,
    },
    async read(window: Window) {
      const values = await read(window)
      for (const value of values) counts[value]!++
      return [values]
    },
  }
  await writeCog(path, source, { colours, resampling: 'nearest', ...(onProgress && { onProgress }) })
  const total = classes.reduce((sum, { value }) => sum + counts[value]!, 0)
  if (total === 0) throw new Error('no pixel of the area could be classified: it is all without data')
  const pixelArea = pixelAreaSqM(grid)
  return classes.map((one) => {
    const pixels = counts[one.value]!
    return { ...one, pixels, areaSqM: pixels * pixelArea, areaPercentage: (100 * pixels) / total }
  })
}

/** A float32 COG, NaN for no data, with the count, mean and range of each band. */
export async function writeValues(
  path: string,
  grid: Grid,
  bands: readonly { name: string; description?: string }[],
  read: (window: Window) => Promise<Float32Array[]>,
  onProgress?: (fraction: number) => void,
): Promise<BandStatistics[]> {
  const sums = bands.map(({ name }) => ({ name, count: 0, sum: 0, squares: 0, min: Infinity, max: -Infinity }))
  const source = {
    info: { grid, bands: [...bands], sampleType: 'float32' as const, nodata: NaN, scale: 1, offset: 0 },
    async read(window: Window) {
      const values = await read(window)
      for (const [band, samples] of values.entries()) {
        const seen = sums[band]!
        for (const value of samples) {
          if (Number.isNaN(value)) continue
          seen.count++
          seen.sum += value
          seen.squares += value * value
          if (value < seen.min) seen.min = value
          if (value > seen.max) seen.max = value
        }
      }
      return values
    },
  }
  await writeCog(path, source, onProgress ? { onProgress } : {})
  return sums.map(({ name, count, sum, squares, min, max }) => {
    if (count === 0) return { name, count, mean: null, standardDeviation: null, min: null, max: null }
    const mean = sum / count
    return { name, count, mean, standardDeviation: Math.sqrt(Math.max(0, squares / count - mean * mean)), min, max }
  })
}

/** Null where no pixel has a value. */
export type BandStatistics = {
  name: string
  count: number
  mean: number | null
  standardDeviation: number | null
  min: number | null
  max: number | null
}

/** RFC 4180. Numbers keep seven significant digits: more than float32 holds. */
export async function writeCsv(
  path: string,
  header: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
) {
  const cell = (value: string | number | null) => {
    if (value === null) return ''
    if (typeof value === 'number') return Number.isFinite(value) ? String(Number(value.toPrecision(7))) : ''
    return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value
  }
  const text = [header, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')
  await writeAtomically(path, (file) => writeFile(file, text))
}

export const areaHeader = ['class', 'label', 'pixels', 'area_ha', 'area_percent']
export const areaRows = (areas: readonly ClassArea[]) =>
  areas.map(({ value, label, pixels, areaSqM, areaPercentage }) => [
    value,
    label,
    pixels,
    areaSqM / 10_000,
    areaPercentage,
  ])

/** What the API shows of classes: as in legends, areas in m2. */
export const classProperties = (areas: readonly ClassArea[]) =>
  areas.map(({ value, label, color, areaSqM, areaPercentage }) => ({
    value,
    label,
    color,
    area: areaSqM,
    area_percentage: areaPercentage,
  }))

export async function writeGeoJson(path: string, collection: FeatureCollection) {
  await writeAtomically(path, (file) => writeFile(file, JSON.stringify(collection)))
}

function rgbOf(hex: string): [number, number, number] {
  const value = Number.parseInt(hex.slice(1, 7), 16)
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255]
}
