import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FeatureCollection } from 'geojson'
import { generateScenes } from '#sandbox/earth/scene-catalogue.ts'
import { gridFor } from '#sandbox/earth/scene-grid.ts'
import { sceneSource } from '#sandbox/earth/scene-source.ts'
import type { SceneModel } from '#sandbox/earth/scene.ts'
import { sensorByCollection } from '#sandbox/earth/sensors.ts'
import { openCog } from '#sandbox/raster/cog-reader.ts'
import type { RasterInfo, RasterSource, Samples } from '#sandbox/raster/raster.ts'
import { squareAt } from '#sandbox/sandbox-for-tests.ts'
import type { Block, BlockOutput, Picture } from './block.ts'

export type Ran = {
  outputs: BlockOutput[]
  logs: string[]
  progress: number[]
  raster(file: string): Promise<{ info: RasterInfo; bands: Samples[] }>
  bytes(file: string): Buffer
  /** rows of a CSV, without its header */
  table(file: string): string[][]
  end(): void
}

/** A block in this thread, over sources as they are; inputs that are not given keep their defaults. */
export async function runOn(
  block: Block,
  pictures: Record<string, Picture[]>,
  values: Record<string, string | number> = {},
  vectors: Record<string, FeatureCollection> = {},
): Promise<Ran> {
  const folder = mkdtempSync(join(tmpdir(), 'swath-block-'))
  const logs: string[] = []
  const progress: number[] = []
  const value = (name: string) => {
    const parameter = block.inputs.find((input) => input.name === name)
    const known = values[name] ?? (parameter && 'default' in parameter ? parameter.default : undefined)
    if (known === undefined) throw new Error(`no value for ${name}`)
    return known
  }
  const outputs = await block.compute({
    pictures,
    vectors,
    number: (name) => Number(value(name)),
    text: (name) => String(value(name)),
    out: (file) => join(folder, file),
    progress: (fraction) => progress.push(fraction),
    log: (message) => logs.push(message),
  })
  return {
    outputs,
    logs,
    progress,
    async raster(file) {
      const cog = await openCog(join(folder, file))
      const { width, height } = cog.info.grid
      const bands = await cog.read({ x: 0, y: 0, width, height })
      await cog.close()
      return { info: cog.info, bands }
    },
    bytes: (file) => readFileSync(join(folder, file)),
    table: (file) =>
      readFileSync(join(folder, file), 'utf8')
        .trimEnd()
        .split('\r\n')
        .slice(1)
        .map((row) => row.split(',')),
    end: () => rmSync(folder, { recursive: true }),
  }
}

/** A cloudless picture of the Earth model: a square of the asked edge, in the pixels of the sensor. */
export function modelPicture(
  collectionId: string,
  [lng, lat]: readonly [lng: number, lat: number],
  day: string,
  halfDegrees = 0.006,
): Picture {
  const area = squareAt(lng, lat, halfDegrees)
  const sensor = sensorByCollection(collectionId)
  const like = anyScene()
  const epsg = (lat < 0 ? 32700 : 32600) + Math.floor((lng + 180) / 6) + 1
  const datetimeMs = Date.parse(`${day}T10:30:00Z`)
  const scene: SceneModel = {
    ...like,
    id: `${collectionId} ${day}`,
    collectionId,
    datetimeMs,
    cloudCoverPercent: 0,
    footprint: squareAt(lng, lat, 0.2),
    epsg,
    seed: 7,
  }
  return { source: sceneSource(scene, sensor, gridFor(area, epsg, sensor.gsdM)), date: day }
}

let known: SceneModel | undefined
/** Sun and view angles of some scene of the catalogue. */
function anyScene(): SceneModel {
  known ??= [...generateScenes({ count: 1 })][0]!
  return { ...known, sunElevationDeg: 55, sunAzimuthDeg: 150, offNadirDeg: 3 }
}

/** A float32 raster of given bands. */
export function rasterOf(width: number, height: number, bands: Float32Array[], names?: string[]): RasterSource {
  const info: RasterInfo = {
    grid: { epsg: 32633, originX: 365_000, originY: 5_807_000, pixelSize: 10, width, height },
    bands: bands.map((_, i) => ({ name: names?.[i] ?? `B${i + 1}` })),
    sampleType: 'float32',
    nodata: NaN,
    scale: 1,
    offset: 0,
  }
  return {
    info,
    read: (window, chosen = bands.map((_, i) => i)) =>
      chosen.map((band) => {
        const part = new Float32Array(window.width * window.height)
        for (let y = 0; y < window.height; y++) {
          const from = (window.y + y) * width + window.x
          part.set(bands[band]!.subarray(from, from + window.width), y * window.width)
        }
        return part
      }),
  }
}
