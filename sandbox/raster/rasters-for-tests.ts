import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { createSamples } from './raster.ts'
import type { RasterInfo, RasterSource, Samples, SampleType, Window } from './raster.ts'

/** A folder that goes away after the tests of the file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'swath-raster-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

const NODATA: Record<SampleType, number> = { uint8: 255, uint16: 65_535, int16: -32_768, float32: Number.NaN }

export function testInfo(sampleType: SampleType, width: number, height: number, bandCount: number): RasterInfo {
  return {
    grid: { epsg: 32633, originX: 365_055, originY: 5_807_085, pixelSize: 30, width, height },
    bands: Array.from({ length: bandCount }, (_, band) => ({
      name: `B${band + 1}`,
      wavelengthNm: 418.24 + band * 6.5,
      fwhmNm: 6.25,
    })),
    sampleType,
    nodata: NODATA[sampleType],
    scale: sampleType === 'float32' ? 1 : 0.0001,
    offset: 0,
    metadata: { acquired: '2022-07-24T10:45:26Z', note: 'a < b & "c"' },
  }
}

/** Every sample is a fixed function of its place, over the whole range of the type, with a corner of nodata. */
export function sampleAt(type: SampleType, x: number, y: number, band: number): number {
  if (x < 5 && y < 3) return NODATA[type]
  const mixed = Math.imul((x * 73_856_093) ^ (y * 19_349_663) ^ (band * 83_492_791), 2_654_435_761) >>> 0
  if (type === 'uint8') return mixed % 255
  if (type === 'uint16') return mixed % 65_535
  if (type === 'int16') return (mixed % 65_535) - 32_767
  return Math.fround((mixed - 2 ** 31) / 1e5)
}

export function patternSource(info: RasterInfo): RasterSource {
  return {
    info,
    read(window, bands = info.bands.map((_, band) => band)) {
      return bands.map((band) => patternBand(info.sampleType, window, band))
    },
  }
}

export function patternBand(type: SampleType, window: Window, band: number): Samples {
  const samples = createSamples(type, window.width * window.height)
  for (let y = 0; y < window.height; y += 1) {
    for (let x = 0; x < window.width; x += 1) {
      samples[y * window.width + x] = sampleAt(type, window.x + x, window.y + y, band)
    }
  }
  return samples
}

/** A source over arrays that are already there. */
export function arraySource(info: RasterInfo, data: readonly Samples[]): RasterSource {
  return {
    info,
    read(window, bands = info.bands.map((_, band) => band)) {
      return bands.map((band) => {
        const part = createSamples(info.sampleType, window.width * window.height)
        for (let y = 0; y < window.height; y += 1) {
          const from = (window.y + y) * info.grid.width + window.x
          part.set(data[band]?.subarray(from, from + window.width) ?? [], y * window.width)
        }
        return part
      })
    },
  }
}
