import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Polygon } from 'geojson'
import { gdalPython, run } from '#sandbox/raster/gdal-for-tests.ts'
import { createBlockReader } from '#src/imagery/block-reader.ts'
import { memorySource } from '#src/imagery/memory-source-for-tests.ts'
import { openSource } from '#src/imagery/open-cog.ts'
import type { Cog, Sidecars } from '#src/imagery/open-cog.ts'

/** What GDAL says about a raster it wrote. */
export type RasterByGdal = {
  width: number
  height: number
  bands: number
  kind: string
  /** [lng, lat] of the upper left, upper right and lower right by PROJ. */
  corners: [number, number][]
  /** Sizes of coarser levels. */
  overviews?: [number, number][]
  area?: Polygon
  statistics?: Spread[]
  /** Of (first - second) / (first + second) in the area. */
  ratio?: Spread & { borders: number[]; classes: number[] }
}

type Spread = { count: number; min: number; max: number; mean: number; std: number; percentiles: number[] }

export const gdalIsThere = gdalPython !== null

/** Rasters of many kinds in a temporary folder, written once for a test file; none where GDAL is not installed. */
export function rastersByGdal() {
  const folder = mkdtempSync(join(tmpdir(), 'swath-rasters-'))
  if (gdalPython) run(gdalPython, join(import.meta.dirname, 'write_rasters.py'), folder)
  else writeFileSync(join(folder, 'index.json'), '{}')
  const index = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as Record<string, RasterByGdal>
  const bytes = (name: string) => new Uint8Array(readFileSync(join(folder, name)))
  return {
    index,
    names: (pattern: RegExp) => Object.keys(index).filter((name) => pattern.test(name)),
    bytes,
    /** What GDAL reads, band by band. */
    values(name: string, { width, height, bands }: Pick<RasterByGdal, 'width' | 'height' | 'bands'>): Float64Array[] {
      const all = new Float64Array(bytes(`${name}.f64`).buffer)
      return Array.from({ length: bands }, (_, band) =>
        all.subarray(band * width * height, (band + 1) * width * height),
      )
    },
    open: (name: string, beside: Sidecars = {}) => openBytes(bytes(name), beside),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

function openBytes(bytes: Uint8Array<ArrayBuffer>, beside: Sidecars = {}): Promise<Cog> {
  return openSource(memorySource(bytes), beside, { reader: createBlockReader() })
}
