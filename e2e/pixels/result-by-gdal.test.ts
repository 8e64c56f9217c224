import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeCog } from '#sandbox/raster/cog-writer.ts'
import { gdalInstalled, run } from '#sandbox/raster/gdal-for-tests.ts'
import { bind } from '#src/formula/bind.ts'
import { parseFormula } from '#src/formula/parse.ts'
import { createBlockReader } from '#src/imagery/block-reader.ts'
import { memorySource } from '#src/imagery/memory-source-for-tests.ts'
import { openSource } from '#src/imagery/open-cog.ts'
import type { Cog } from '#src/imagery/open-cog.ts'
import { encodeTile } from '#src/imagery/result/encode-tile.ts'
import { writeResult } from '#src/imagery/result/write-result.ts'

const realScene = process.env.SWATH_REAL_SCENE
const folder = mkdtempSync(join(tmpdir(), 'swath-result-'))
const source = join(folder, 'source.tif')
const grid = { epsg: 32733, originX: 399_985, originY: 7_800_020, pixelSize: 7.5, width: 300, height: 270 }
const nodata = -32768
const digitAt = (band: number, x: number, y: number) =>
  x < 3 && y > 260 ? nodata : ((band + 1) * 1000 + y * 97 + x * 31) % 9000

beforeAll(() =>
  writeCog(source, {
    info: {
      grid,
      bands: [450, 550, 670, 850].map((wavelengthNm, i) => ({ name: `B${i + 1}`, wavelengthNm })),
      sampleType: 'int16',
      nodata,
      scale: 0.0001,
      offset: 0,
    },
    read: (window, bands = [0, 1, 2, 3]) =>
      bands.map((band) =>
        Int16Array.from({ length: window.width * window.height }, (_, i) =>
          digitAt(band, window.x + (i % window.width), window.y + Math.floor(i / window.width)),
        ),
      ),
  }),
)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const open = (path: string, json?: string) =>
  openSource(
    memorySource(new Uint8Array(readFileSync(path))),
    json ? { json: { name: 'scene.json', text: json } } : {},
    {
      reader: createBlockReader(),
    },
  )

function treeOf(text: string, { info }: Cog) {
  const parsed = parseFormula(text)
  const bound = parsed.ok ? bind(parsed.tree, info.bands) : parsed
  if (!bound.ok) throw new Error(bound.errors[0]?.message)
  return bound.tree
}

async function write(cog: Cog, formulas: readonly string[]): Promise<string> {
  const trees = formulas.map((formula) => treeOf(formula, cog))
  const blob = await writeResult(
    cog,
    trees,
    { bands: formulas, metadata: { SCENE: 'A & "B" <c>' } },
    { encode: encodeTile },
  )
  const path = join(folder, `${formulas.length}-${Math.random()}.tif`)
  writeFileSync(path, new Uint8Array(await blob.arrayBuffer()))
  return path
}

type Info = {
  size: number[]
  geoTransform: number[]
  coordinateSystem: { wkt: string }
  metadata: Record<string, Record<string, string>>
  bands: { block: number[]; type: string; description: string; noDataValue: unknown }[]
}
const infoOf = (path: string) => JSON.parse(run('gdalinfo', '-json', path)) as Info

/** What GDAL reads in each band at pixels. */
function valuesAt(path: string, pixels: readonly (readonly [number, number])[]): number[][] {
  const input = pixels.map((pixel) => pixel.join(' ')).join('\n')
  const { stdout } = spawnSync('gdallocationinfo', ['-valonly', path], { input, encoding: 'utf8' })
  const all = stdout.trim().split('\n').map(Number)
  const bands = all.length / pixels.length
  return pixels.map((_, i) => all.slice(i * bands, (i + 1) * bands))
}

describe.skipIf(!gdalInstalled)('a result as a GeoTIFF, as GDAL reads it', () => {
  it('lies where its raster lies, tiled and packed, and says what it is', async () => {
    const path = await write(await open(source), ['(nir - red) / (nir + red)'])
    const [own, wanted] = [infoOf(path), infoOf(source)]
    expect(own.size).toEqual(wanted.size)
    expect(own.geoTransform).toEqual(wanted.geoTransform)
    expect(own.coordinateSystem.wkt).toBe(wanted.coordinateSystem.wkt)
    expect(own.bands).toHaveLength(1)
    expect(own.bands[0]).toMatchObject({
      block: [256, 256],
      type: 'Float32',
      description: '(nir - red) / (nir + red)',
      noDataValue: 'NaN',
    })
    expect(own.metadata['IMAGE_STRUCTURE']).toMatchObject({ COMPRESSION: 'DEFLATE' })
    expect(own.metadata['']).toMatchObject({ SCENE: 'A & "B" <c>' })
  })

  it('holds the formula at each pixel, and none where there is no data', async () => {
    const path = await write(await open(source), ['(nir - red) / (nir + red)'])
    const pixels = Array.from({ length: 200 }, (_, i) => [(i * 37) % 300, (i * 53 + 7) % 270] as const)
    const edges = [[299, 269], [255, 256], [256, 255], [0, 0]] as const // prettier-ignore
    for (const [i, [value]] of valuesAt(path, [...pixels, ...edges]).entries()) {
      const [x, y] = [...pixels, ...edges][i]!
      const [red, nir] = [digitAt(2, x, y), digitAt(3, x, y)]
      expect(value, `${x}, ${y}`).toBeCloseTo((nir - red) / (nir + red), 6)
    }
    expect(valuesAt(path, [[1, 265]])[0]![0]).toBeNaN()
  })

  it('holds three bands of a composite as reflectance', async () => {
    const path = await write(await open(source), ['R670', 'R550', 'R450'])
    expect(infoOf(path).bands.map(({ description }) => description)).toEqual(['R670', 'R550', 'R450'])
    const [values] = valuesAt(path, [[290, 3]])
    ;[2, 1, 0].forEach((band, i) => expect(values![i]).toBeCloseTo(digitAt(band, 290, 3) * 0.0001, 6))
  })

  it.skipIf(!realScene)('holds the NDVI of a measured scene', async () => {
    const cog = await open(realScene!, readFileSync(realScene!.replace(/\.tif$/, '.json'), 'utf8'))
    const path = await write(cog, ['(R864 - R655) / (R864 + R655)'])
    const [own, wanted] = [infoOf(path), infoOf(realScene!)]
    expect(own.geoTransform).toEqual(wanted.geoTransform)
    // The ground it is on is spelled out in one of them.
    const code = ({ coordinateSystem }: Info) => coordinateSystem.wkt.match(/ID\["EPSG",\d+\]\]$/)?.[0]
    expect(code(own)).toBe(code(wanted))
    expect(code(own)).toContain('32633')
    const band = (nm: number) =>
      cog.info.bands
        .map(({ wavelengthNm = 0 }, i) => ({ i, far: Math.abs(wavelengthNm - nm) }))
        .reduce((a, b) => (b.far < a.far ? b : a)).i
    const pixels = Array.from(
      { length: 100 },
      (_, i) => [(i * 37 + 5) % wanted.size[0]!, (i * 23 + 3) % wanted.size[1]!] as const,
    )
    const stored = valuesAt(realScene!, pixels)
    valuesAt(path, pixels).forEach(([value], i) => {
      const [nir, red] = [stored[i]![band(864)]!, stored[i]![band(655)]!]
      const expected = nir === nodata || red === nodata || nir + red === 0 ? NaN : (nir - red) / (nir + red)
      if (Number.isNaN(expected)) expect(value, pixels[i]!.join()).toBeNaN()
      else expect(value, pixels[i]!.join()).toBeCloseTo(expected, 5)
    })
  })
})

it('stops when it is told to, and tells how far it is', async () => {
  const cog = await open(source)
  const stop = new AbortController()
  const told: number[] = []
  const writing = writeResult(
    cog,
    [treeOf('nir', cog)],
    { bands: ['nir'], metadata: {} },
    {
      encode: encodeTile,
      signal: stop.signal,
      onProgress: (done, total) => {
        told.push(done / total)
        if (done === 2) stop.abort(new Error('enough'))
      },
    },
  )
  await expect(writing).rejects.toThrow('enough')
  expect(told).toEqual([0.25, 0.5])
})
