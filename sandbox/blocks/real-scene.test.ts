import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openCog } from '#sandbox/raster/cog-reader.ts'
import type { CogReader } from '#sandbox/raster/cog-reader.ts'
import { ingestGeoTiff } from '#sandbox/raster/geotiff-ingest.ts'
import type { Samples } from '#sandbox/raster/raster.ts'
import { formulaLayers } from './formula-reader.ts'
import { imageClustering } from './image-clustering.ts'
import { landCover } from './land-cover.ts'
import { principalComponents } from './principal-components.ts'
import { runOn } from './run-for-tests.ts'
import { segmentation } from './segmentation.ts'
import { spectralIndex } from './spectral-index.ts'

// A measured scene of lakes, forest and fields in summer; its path comes from the environment, since data are not kept here.
const path = process.env['SWATH_REAL_SCENE']

describe.skipIf(!path)('blocks on a measured scene (SWATH_REAL_SCENE names a GeoTIFF)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'swath-real-'))
  let cog: CogReader
  let nir: Samples
  let ndvi: Samples

  beforeAll(async () => {
    const out = join(folder, 'scene.tif')
    await ingestGeoTiff(path!, path!.replace(/\.tif$/, '.json'), out)
    cog = await openCog(out)
    const { width, height } = cog.info.grid
    const layers = formulaLayers(cog, ['nir', '(nir - red) / (nir + red)'])
    ;[nir, ndvi] = (await layers.read({ x: 0, y: 0, width, height })) as [Samples, Samples]
  }, 60_000)
  afterAll(async () => {
    await cog?.close()
    rmSync(folder, { recursive: true })
  })
  const pictures = () => ({ input_image: [{ source: cog, date: '2022-07-24' }] })
  const mean = (values: Samples, mask: Samples, value: number) => {
    const chosen = [...values].filter((one, i) => mask[i] === value && !Number.isNaN(one))
    return chosen.reduce((sum, one) => sum + one, 0) / chosen.length
  }

  test('water is dark in the near infrared and plants are green', async () => {
    const ran = await runOn(landCover, pictures())
    const classes = (await ran.raster('land_cover.tif')).bands[0]!
    const share = (value: number) => classes.filter((one) => one === value).length / classes.length
    expect(share(1)).toBeGreaterThan(0.05)
    expect(share(1)).toBeLessThan(0.3)
    expect(share(2) + share(5) + share(11)).toBeGreaterThan(0.5)
    expect(share(9) + share(10)).toBeLessThan(0.01)
    expect(mean(nir, classes, 1)).toBeLessThan(0.05)
    expect(mean(ndvi, classes, 2)).toBeGreaterThan(0.7)
    expect(mean(ndvi, classes, 7)).toBeLessThan(0.35)
    ran.end()
  })

  test('the index is the one that the bands give', async () => {
    const ran = await runOn(spectralIndex, pictures())
    const values = (await ran.raster('index.tif')).bands[0]!
    for (let i = 0; i < values.length; i += 101) expect(values[i]).toBe(ndvi[i])
    ran.end()
  })

  test('the darkest group of pixels is the water', async () => {
    const ran = await runOn(imageClustering, pictures())
    const groups = (await ran.raster('clusters.tif')).bands[0]!
    expect(mean(nir, groups, 1)).toBeLessThan(0.03)
    for (const group of [3, 4, 5, 6]) expect(mean(nir, groups, group)).toBeGreaterThan(0.1)
    ran.end()
  })

  test('a few components hold nearly all of the variance; the picture comes apart into segments', async () => {
    const ran = await runOn(principalComponents, pictures())
    const explained = ran.outputs[0]!.properties['explained_variance'] as number[]
    expect(explained.reduce((a, b) => a + b, 0)).toBeGreaterThan(0.95)
    ran.end()
    const cut = await runOn(segmentation, pictures(), { segment_size: 8 })
    expect(cut.outputs[0]!.properties['count']).toBeGreaterThan(60)
    cut.end()
  })
})
