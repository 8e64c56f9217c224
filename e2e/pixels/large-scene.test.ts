import { closeSync, fstatSync, mkdtempSync, openSync, readSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Polygon } from 'geojson'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { gridFor } from '#sandbox/earth/scene-grid.ts'
import type { SceneModel } from '#sandbox/earth/scene.ts'
import { sceneSource } from '#sandbox/earth/scene-source.ts'
import { sensorByKey } from '#sandbox/earth/sensors.ts'
import { writeCog } from '#sandbox/raster/cog-writer.ts'
import type { RasterSource } from '#sandbox/raster/raster.ts'
import { createBlockReader } from '#src/imagery/block-reader.ts'
import type { ByteSource } from '#src/imagery/byte-source.ts'
import { imageryUsage } from '#src/imagery/imagery-usage.ts'
import { openSource } from '#src/imagery/open-cog.ts'
import { readSpectrum } from '#src/imagery/read-spectrum.ts'
import { readBand, readWindow } from '#src/imagery/read-window.ts'
import { regionStatistics } from '#src/imagery/region-statistics.ts'

const folder = mkdtempSync(join(tmpdir(), 'swath-large-'))
const path = join(folder, 'firefly.tif')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Bands that are computed; the others of the file repeat them, which costs as many bytes and far less time. */
const computed = [0, 27, 60, 87, 110, 134]

const square = (lng: number, lat: number, size: number): Polygon => ({
  type: 'Polygon',
  coordinates: [
    [
      [lng, lat],
      [lng + size, lat],
      [lng + size, lat + size],
      [lng, lat + size],
      [lng, lat],
    ],
  ],
})

/** 1000 x 1000 pixels of 135 bands as the sandbox delivers them. */
async function writeScene(): Promise<void> {
  const scene: SceneModel = {
    id: 'FF03_20250620_large',
    collectionId: 'pixxel-ff-l2a',
    datetimeMs: Date.parse('2025-06-20T10:30:00Z'),
    cloudCoverPercent: 0,
    offNadirDeg: 5,
    sunElevationDeg: 55,
    sunAzimuthDeg: 160,
    footprint: square(12.9, 52.3, 0.3),
    epsg: 32633,
    seed: 7,
  }
  const grid = { ...gridFor(square(13.02, 52.37, 0.05), scene.epsg, 5), width: 1000, height: 1000 }
  const source = sceneSource(scene, sensorByKey('firefly'), grid)
  const repeated: RasterSource = {
    info: source.info,
    async read(window) {
      const bands = await source.read(window, computed)
      return source.info.bands.map((_, band) => bands[band % computed.length]!)
    },
  }
  await writeCog(path, repeated)
}

function countingSource(): ByteSource & { bytes: () => number; requests: () => number; close: () => void } {
  const file = openSync(path, 'r')
  const { size } = fstatSync(file)
  let [bytes, requests] = [0, 0]
  return {
    name: path,
    size: () => undefined,
    bytes: () => bytes,
    requests: () => requests,
    close: () => closeSync(file),
    async read(offset, length, signal) {
      signal?.throwIfAborted()
      const part = new Uint8Array(Math.max(0, Math.min(length, size - offset)))
      readSync(file, part, 0, part.length, offset)
      bytes += part.length
      requests++
      return part
    },
  }
}

describe('a scene of 1000 x 1000 pixels and 135 bands', () => {
  beforeAll(writeScene, 120_000)

  const open = async () => {
    const source = countingSource()
    return { source, cog: await openSource(source, {}, { reader: createBlockReader() }) }
  }

  test('three bands cost what they weigh, in a request a band or two', async () => {
    const megabytes: number[] = []
    for (const bands of [
      [0, 1, 2],
      [3, 4, 5],
      [30, 68, 130],
    ]) {
      const { cog, source } = await open()
      expect(source.requests()).toBe(1)
      const head = source.bytes()
      expect(head).toBeLessThan(100_000)
      await readWindow(cog, bands)
      expect(source.requests()).toBeLessThanOrEqual(8)
      // 6 MB of samples; the rest is the noise in them, which nothing packs.
      expect(source.bytes() - head).toBeLessThan(5 * 2 ** 20)
      megabytes.push(source.bytes() / 1e6)
      source.close()
    }
    console.log(`three bands of 135, whole: ${megabytes.map((size) => size.toFixed(2)).join(', ')} MB`)
  })

  test('the first look costs a tile for each band', async () => {
    const { cog, source } = await open()
    const { values, width, height } = await readBand(cog, 60, { maxPixels: 100_000 })
    expect([width, height, values.length]).toEqual([250, 250, 62_500])
    expect(source.bytes()).toBeLessThan(250_000)
    source.close()
  })

  test('a spectrum reads one tile of each band, the next one beside it nothing', async () => {
    const { cog, source } = await open()
    const spectrum = await readSpectrum(cog, { x: 300, y: 300 })
    expect(spectrum).toHaveLength(135)
    const bytes = source.bytes()
    expect(source.requests()).toBeLessThanOrEqual(136)
    expect(bytes).toBeLessThan(16e6)
    await readSpectrum(cog, { x: 511, y: 256 })
    expect(source.bytes()).toBe(bytes)
    // The same pixel by way of a window.
    const [sample] = await readWindow(cog, [60], { window: { x: 300, y: 300, width: 1, height: 1 } })
    const { scale, offset } = cog.info.bands[60]!
    expect(spectrum[60]).toBe(sample![0]! * scale + offset)
    source.close()
  })

  test('memory holds no more than its budget, whatever is looked at', async () => {
    const { cog, source } = await open()
    const before = imageryUsage.get().heldBytes
    let most = 0
    const watch = () => {
      most = Math.max(most, imageryUsage.get().heldBytes - before)
    }
    const { bands, pixels } = await regionStatistics(cog, null, { onProgress: watch })
    expect(pixels).toBe(1e6)
    expect(bands).toHaveLength(135)
    // Blocks that are being unpacked come on top of the budget: 6 requests of 2 MB, unpacked to some 3 MB each.
    expect(most).toBeLessThan(imageryUsage.get().budgetBytes + 30e6)
    expect(imageryUsage.get().heldBytes - before).toBeLessThanOrEqual(imageryUsage.get().budgetBytes)
    // Bands that repeat others have their statistics. Blocks are added up in the order they arrive, so the last digits vary.
    const [band, repeated] = [bands[60]!, bands[60 + computed.length]!]
    expect(repeated).toMatchObject({ count: band.count, min: band.min, max: band.max })
    expect(Math.abs(repeated.mean - band.mean)).toBeLessThan(1e-12 * band.mean)
    expect(Math.abs(repeated.std - band.std)).toBeLessThan(1e-12 * band.std)
    source.close()
  })
})
