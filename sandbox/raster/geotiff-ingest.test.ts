import { copyFileSync, existsSync, readFileSync, readdirSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { openCog } from './cog-reader.ts'
import { writeCog } from './cog-writer.ts'
import { gdalInstalled, run, validateCog } from './gdal-for-tests.ts'
import { ingestGeoTiff, inspectGeoTiff } from './geotiff-ingest.ts'
import { IngestError } from './ingest/ingest-error.ts'
import { patternSource, temporaryFolder, testInfo } from './rasters-for-tests.ts'

const folder = temporaryFolder()
const inFolder = (name: string) => join(folder, name)

/** What GDAL reads from a file, band after band. */
function pixelsOf(path: string): Buffer {
  const raw = `${path}.raw`
  run('gdal_translate', '-q', '-of', 'ENVI', '-co', 'INTERLEAVE=BSQ', path, raw)
  return readFileSync(raw)
}

const refusal = (file: string, metaFile?: string) =>
  inspectGeoTiff(file, metaFile).then(
    () => 'accepted',
    (error: unknown) => (error instanceof IngestError ? error.message : `not an IngestError: ${String(error)}`),
  )

describe.skipIf(!gdalInstalled)('files that GDAL makes (skipped where it is not installed)', () => {
  const base = inFolder('base.tif')
  const floats = inFolder('floats.tif')
  beforeAll(async () => {
    await writeCog(base, patternSource(testInfo('int16', 300, 170, 5)))
    await writeCog(floats, patternSource(testInfo('float32', 90, 300, 2)))
  })

  const layouts = [
    ['strips, pixel by pixel, uncompressed', ['INTERLEAVE=PIXEL']],
    ['strips of 7 rows, band by band, DEFLATE', ['INTERLEAVE=BAND', 'COMPRESS=DEFLATE', 'BLOCKYSIZE=7']],
    ['strips, LZW with predictor', ['INTERLEAVE=PIXEL', 'COMPRESS=LZW', 'PREDICTOR=2']],
    [
      'tiles of 64, ZSTD with predictor',
      ['TILED=YES', 'BLOCKXSIZE=64', 'BLOCKYSIZE=64', 'COMPRESS=ZSTD', 'PREDICTOR=2'],
    ],
    [
      'tiles of 48x80, band by band, LZW',
      ['TILED=YES', 'BLOCKXSIZE=48', 'BLOCKYSIZE=80', 'INTERLEAVE=BAND', 'COMPRESS=LZW'],
    ],
    ['tiles of 512, DEFLATE', ['TILED=YES', 'BLOCKXSIZE=512', 'BLOCKYSIZE=512', 'COMPRESS=DEFLATE', 'PREDICTOR=2']],
    ['the other byte order with predictor', ['ENDIANNESS=BIG', 'COMPRESS=DEFLATE', 'PREDICTOR=2']],
    ['the other byte order, uncompressed BigTIFF', ['ENDIANNESS=BIG', 'BIGTIFF=YES']],
  ] as const
  test.each(layouts)('%s: the same pixels, grid, scale, names and wavelengths', async (name, options) => {
    const foreign = inFolder(`${name}.tif`)
    run('gdal_translate', '-q', ...options.flatMap((option) => ['-co', option]), base, foreign)
    const out = inFolder(`${name}.out.tif`)
    const { info, notes } = await ingestGeoTiff(foreign, undefined, out)
    expect(pixelsOf(out).equals(pixelsOf(foreign))).toBe(true)
    expect(pixelsOf(out).equals(pixelsOf(base))).toBe(true)
    const { bands, grid, sampleType, nodata, scale, offset } = testInfo('int16', 300, 170, 5)
    expect(info).toMatchObject({ bands, grid, sampleType, nodata, scale, offset })
    expect(notes).toEqual([])
    expect(validateCog(out)).toContain('is a valid cloud optimized GeoTIFF')
  })

  const floatLayouts = [
    ['floats, DEFLATE with floating-point predictor', ['COMPRESS=DEFLATE', 'PREDICTOR=3', 'INTERLEAVE=PIXEL']],
    // Not with PREDICTOR=3: GDAL 3.6 writes that combination in a way that it can not read itself.
    ['floats, LZW, the other byte order', ['COMPRESS=LZW', 'ENDIANNESS=BIG']],
    ['floats, LZW with floating-point predictor', ['COMPRESS=LZW', 'PREDICTOR=3']],
    ['floats, differences of the bits', ['COMPRESS=ZSTD', 'PREDICTOR=2', 'TILED=YES']],
  ] as const
  test.each(floatLayouts)('%s: the same pixels', async (name, options) => {
    const foreign = inFolder(`${name}.tif`)
    run('gdal_translate', '-q', ...options.flatMap((option) => ['-co', option]), floats, foreign)
    const out = inFolder(`${name}.out.tif`)
    const { info } = await ingestGeoTiff(foreign, undefined, out)
    expect(pixelsOf(out).equals(pixelsOf(floats))).toBe(true)
    expect(info).toMatchObject({ sampleType: 'float32', nodata: Number.NaN })
  })

  const conversions = [
    ['uint8 in Int32', 'uint8', 'Int32', 'uint16'],
    ['int16 in Int32', 'int16', 'Int32', 'int16'],
    ['uint16 in UInt32', 'uint16', 'UInt32', 'uint16'],
    ['uint16 in Float64', 'uint16', 'Float64', 'float32'],
    ['float32 in Float64', 'float32', 'Float64', 'float32'],
  ] as const
  test.each(conversions)('%s becomes the type that holds it', async (name, from, wide, into) => {
    const original = inFolder(`${name}.original.tif`)
    await writeCog(original, patternSource(testInfo(from, 70, 60, 2)))
    const foreign = inFolder(`${name}.tif`)
    run('gdal_translate', '-q', '-ot', wide, '-co', 'COMPRESS=DEFLATE', '-co', 'PREDICTOR=2', original, foreign)
    const out = inFolder(`${name}.out.tif`)
    const { info, sourceType } = await ingestGeoTiff(foreign, undefined, out)
    expect(info.sampleType).toBe(into)
    expect(sourceType).toBe(wide.toLowerCase())
    const widened = inFolder(`${name}.widened.tif`)
    run('gdal_translate', '-q', '-ot', wide, out, widened)
    expect(pixelsOf(widened).equals(pixelsOf(foreign))).toBe(true)
  })

  test('values that would change are refused, and nothing is left behind', async () => {
    const inner = temporaryFolder()
    const foreign = inFolder('thirds.tif')
    run('gdal_translate', '-q', '-ot', 'Float64', '-scale', '0', '3', '0', '1', base, foreign)
    await expect(ingestGeoTiff(foreign, undefined, join(inner, 'out.tif'))).rejects.toThrow('more digits than 32-bit')
    expect(readdirSync(inner)).toEqual([])
  })

  test('tiles that GDAL left out are nodata', async () => {
    const foreign = inFolder('sparse.tif')
    const create = [
      '-of',
      'GTiff',
      '-co',
      'SPARSE_OK=YES',
      '-co',
      'TILED=YES',
      '-a_nodata',
      '7',
      '-outsize',
      '600',
      '600',
    ]
    run('gdal_create', ...create, '-ot', 'Byte', '-a_srs', 'EPSG:32633', '-a_ullr', '0', '6000', '6000', '0', foreign)
    const meta = inFolder('sparse.json')
    writeFileSync(meta, JSON.stringify({ bands: [{ wavelength: 0.66512 }] }))
    const out = inFolder('sparse.out.tif')
    const { info } = await ingestGeoTiff(foreign, meta, out)
    expect(info.bands).toEqual([{ name: 'B1', wavelengthNm: 665.12 }])
    expect(new Set(pixelsOf(out))).toEqual(new Set([7]))
  })

  test('wavelengths from ENVI, in micrometres', async () => {
    const plain = inFolder('plain.tif')
    const profile = ['-co', 'PROFILE=GeoTIFF', '--config', 'GDAL_PAM_ENABLED', 'NO']
    run('gdal_translate', '-q', ...profile, '-b', '1', '-b', '2', base, plain)
    const envi = inFolder('cube')
    run('gdal_translate', '-q', '-of', 'ENVI', plain, envi)
    const lists = 'wavelength units = Micrometers\nwavelength = {0.48612, 0.66512}\nfwhm = {0.0125, 0.03}\n'
    writeFileSync(`${envi}.hdr`, readFileSync(`${envi}.hdr`, 'utf8') + lists)
    const foreign = inFolder('from-envi.tif')
    run('gdal_translate', '-q', envi, foreign)
    const { info } = await inspectGeoTiff(foreign)
    expect(info.bands.map(({ wavelengthNm }) => wavelengthNm)).toEqual([486.12, 665.12])
  })

  test('geographic and point-registered files keep their place', async () => {
    const foreign = inFolder('degrees.tif')
    const place = ['-a_srs', 'EPSG:4326', '-a_ullr', '13', '52.5', '13.3', '52.33', '-mo', 'AREA_OR_POINT=Point']
    run('gdal_translate', '-q', ...place, base, foreign)
    const out = inFolder('degrees.out.tif')
    await ingestGeoTiff(foreign, undefined, out)
    const transform = (path: string): number[] => JSON.parse(run('gdalinfo', '-json', path)).geoTransform
    const expected = transform(foreign)
    transform(out).forEach((value, index) => expect(value).toBeCloseTo(expected[index] ?? Number.NaN, 10))
  })

  test('each refusal says why', async () => {
    const made = (name: string, ...options: string[]) => {
      const path = inFolder(name)
      run('gdal_translate', '-q', ...options, base, path)
      return path
    }
    const profile = ['-co', 'PROFILE=BASELINE', '--config', 'GDAL_PAM_ENABLED', 'NO']
    expect(await refusal(made('nowhere.tif', ...profile))).toContain('no georeferencing')
    expect(await refusal(made('lambert.tif', '-a_srs', 'EPSG:2154'))).toContain('EPSG:2154')
    const gcps = ['0 0 365055 5807085', '300 0 374055 5807085', '0 170 365055 5801985', '300 170 374055 5801900']
    const tied = gcps.flatMap((gcp) => ['-gcp', ...gcp.split(' ')])
    expect(await refusal(made('tied.tif', '-a_srs', 'EPSG:32633', ...tied))).toContain('ground control points')
    expect(await refusal(made('jpeg.tif', '-ot', 'Byte', '-b', '1', '-co', 'COMPRESS=JPEG'))).toContain('with JPEG')
    expect(await refusal(made('complex.tif', '-ot', 'CFloat32'))).toContain('complex')
    expect(
      await refusal(
        made(
          'bits.tif',
          '-ot',
          'UInt16',
          '-scale',
          '-32768',
          '32767',
          '0',
          '4000',
          '-a_nodata',
          'none',
          '-co',
          'NBITS=12',
        ),
      ),
    ).toContain('12-bit unsigned')
    const bare = made('bare.tif', '-co', 'PROFILE=GeoTIFF', '--config', 'GDAL_PAM_ENABLED', 'NO')
    expect(await refusal(bare)).toContain('no wavelengths')

    const meta = inFolder('four.json')
    writeFileSync(meta, JSON.stringify({ bands: Array.from({ length: 4 }, () => ({ center_wavelength_nm: 500 })) }))
    expect(await refusal(bare, meta)).toContain('describes 4 bands, but the file has 5')
    writeFileSync(
      meta,
      JSON.stringify({ bands: [500, 600, 700, 800].map((wavelength) => ({ wavelength })).concat({} as never) }),
    )
    expect(await refusal(bare, meta)).toContain('1 of 5 bands (5)')
    writeFileSync(meta, JSON.stringify({ bands: [1, 2, 3, 4, 5].map((index) => ({ wavelength: index * 10 })) }))
    expect(await refusal(bare, meta)).toMatch(/(20|30) nm of band \d is not a wavelength/)
    writeFileSync(meta, '{"bands": ')
    expect(await refusal(bare, meta)).toContain('four.json can not be read')
    writeFileSync(meta, '{"bands": 7}')
    expect(await refusal(bare, meta)).toContain('at bands')

    const rotated = inFolder('rotated.tif')
    run('gdal_translate', '-q', '-of', 'VRT', base, `${rotated}.vrt`)
    const vrt = readFileSync(`${rotated}.vrt`, 'utf8')
    writeFileSync(
      `${rotated}.vrt`,
      vrt.replace(/<GeoTransform>[^<]*</, '<GeoTransform>365055, 30, 5, 5807085, 5, -30<'),
    )
    run('gdal_translate', '-q', `${rotated}.vrt`, rotated)
    expect(await refusal(rotated)).toContain('rotated')

    const huge = inFolder('huge.tif')
    const create = ['-of', 'GTiff', '-co', 'SPARSE_OK=YES', '-co', 'TILED=YES', '-outsize', '20000', '6000']
    run('gdal_create', ...create, '-ot', 'Byte', '-a_srs', 'EPSG:32633', '-a_ullr', '0', '6000', '20000', '0', huge)
    expect(await refusal(huge)).toContain('120 million pixels; at most 100 million')
  })

  test('a file that is cut off anywhere is refused or found damaged', async () => {
    const whole = inFolder('whole.tif')
    run('gdal_translate', '-q', '-co', 'COMPRESS=DEFLATE', '-co', 'BLOCKYSIZE=8', base, whole)
    const cut = inFolder('cut.tif')
    const { size } = statSync(whole)
    for (const share of [0.001, 0.01, 0.05, 0.3, 0.7, 0.99]) {
      copyFileSync(whole, cut)
      truncateSync(cut, Math.floor(size * share))
      expect(await refusal(cut), `${share} of the file`).toMatch(/cut off|not a TIFF/)
    }
    const damaged = readFileSync(whole)
    damaged.fill(0xaa, Math.floor(size * 0.6), Math.floor(size * 0.6) + 4000)
    writeFileSync(cut, damaged)
    const out = inFolder('cut.out.tif')
    await expect(ingestGeoTiff(cut, undefined, out)).rejects.toThrow('The file is damaged')
    expect(existsSync(out)).toBe(false)
  })
})

test('what is not a TIFF, or not there, is refused', async () => {
  const path = inFolder('text.tif')
  writeFileSync(path, 'wavelength, reflectance\n')
  expect(await refusal(path)).toBe('text.tif can not be read: it is not a TIFF file.')
  writeFileSync(path, 'II')
  expect(await refusal(path)).toContain('text.tif can not be read')
  expect(await refusal(inFolder('absent.tif'))).toContain('absent.tif can not be opened')
})

test('the metadata file comes first, and its time becomes UTC', async () => {
  const path = inFolder('described.tif')
  await writeCog(path, patternSource(testInfo('uint16', 20, 10, 2)))
  const meta = inFolder('described.json')
  const bands = [
    { name: 'blue', center_wavelength_nm: 490.5, fwhm_nm: 20 },
    { name: 'nir', center_wavelength_nm: '865' },
  ]
  writeFileSync(
    meta,
    JSON.stringify({
      sensor: 'S',
      scale: 0.0002,
      offset: -0.1,
      nodata: 0,
      acquired: '2024-05-01 12:00:00+02:00',
      bands,
      extra: [1],
    }),
  )
  const { info, acquired, sensor } = await inspectGeoTiff(path, meta)
  expect(info).toMatchObject({ scale: 0.0002, offset: -0.1, nodata: 0, metadata: { sensor: 'S', acquired } })
  expect(info.bands).toEqual([
    { name: 'blue', wavelengthNm: 490.5, fwhmNm: 20 },
    { name: 'nir', wavelengthNm: 865, fwhmNm: 6.25 },
  ])
  expect([acquired, sensor]).toEqual(['2024-05-01T10:00:00.000Z', 'S'])
  expect((await inspectGeoTiff(path)).acquired).toBe('2022-07-24T10:45:26.000Z')
})

const realScene = process.env.SWATH_REAL_SCENE ?? ''
test.skipIf(!existsSync(realScene) || !gdalInstalled)(
  'a real scene keeps its pixels (skipped unless SWATH_REAL_SCENE names one and GDAL is installed)',
  async () => {
    const out = inFolder('real.tif')
    const described = realScene.replace(/\.tiff?$/, '.json')
    const { info, acquired } = await ingestGeoTiff(realScene, existsSync(described) ? described : undefined, out)
    expect(acquired).toMatch(/^\d{4}-/)
    expect(info.bands.length).toBeGreaterThan(100)
    expect(validateCog(out)).toContain('is a valid cloud optimized GeoTIFF')
    const copy = inFolder('real-copy.tif')
    copyFileSync(realScene, copy)
    expect(pixelsOf(out).equals(pixelsOf(copy))).toBe(true)
    const withoutMetadata = await inspectGeoTiff(realScene)
    withoutMetadata.info.bands.forEach(({ wavelengthNm }, band) =>
      expect(wavelengthNm).toBeCloseTo(info.bands[band]?.wavelengthNm ?? Number.NaN, 2),
    )
    const cog = await openCog(out)
    expect(cog.info).toEqual(info)
    await cog.close()
  },
)
