import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FeatureCollection } from 'geojson'
import { afterAll, describe, expect, it } from 'vitest'
import { gdalInstalled, run } from '#sandbox/raster/gdal-for-tests.ts'
import { areaKm2 } from '#src/geo/area-km2.ts'
import { fixPolygon } from '#src/geo/fix-polygon.ts'
import { polygonsOf, type Area } from '#src/geo/rings.ts'
import { box } from '#src/geo/shapes.ts'
import { vertexCount } from '#src/geo/vertex-count.ts'
import { wigglyArea } from '#src/geo/wiggly-area.ts'
import { areasInFile } from '#src/vectors/areas-in-file.ts'
import { readVectorFiles } from '#src/vectors/read-vector-file.ts'
import { areaFormats, writeArea, type AreaFormat } from '#src/vectors/write-area.ts'

const folder = mkdtempSync(join(tmpdir(), 'swath-areas-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const areas: Record<string, Area> = {
  'with a hole and a part': {
    type: 'MultiPolygon',
    coordinates: [
      [...box(13, 52, 14, 53).coordinates, box(13.25, 52.25, 13.5, 52.5).coordinates[0]!.toReversed()],
      box(15, 52, 15.123456789, 53).coordinates,
    ],
  },
  'over the antimeridian': { type: 'Polygon', coordinates: box(178, -18, 182, -16).coordinates },
  'close to zero': { type: 'Polygon', coordinates: box(-0.0000004, -0.0000004, 0.001, 0.001).coordinates },
}
const name = `Süd & <Nord> "Ä" 'Łódź' 東京\u0001`

const toCentimetres = (degrees: number) => Math.round(degrees * 1e7) / 1e7 + 0

function readByGdal(area: Area, format: AreaFormat): FeatureCollection {
  const path = join(folder, `area.${format === 'wkt' ? 'csv' : format}`)
  const text = writeArea(area, format, name)
  writeFileSync(path, format === 'wkt' ? `id,WKT\n1,"${text}"\n` : text)
  return JSON.parse(
    run('ogr2ogr', '-f', 'GeoJSON', '-lco', 'COORDINATE_PRECISION=7', '/vsistdout/', path),
  ) as FeatureCollection
}

describe.skipIf(!gdalInstalled)('GDAL reads areas as they are on the screen', () => {
  const cases = areaFormats.flatMap((format) => Object.keys(areas).map((what) => [format, what] as const))
  it.each(cases)('%s %s', (format, what) => {
    const { features } = readByGdal(areas[what]!, format)
    expect(features).toHaveLength(1)
    const { geometry, properties } = features[0]!
    const rings = polygonsOf(geometry as Area).map((polygon) =>
      polygon.map((ring) => ring.map(([x = 0, y = 0]) => [x, y])),
    )
    const inParts = polygonsOf(fixPolygon(areas[what]!).area)
    expect(rings).toEqual(
      inParts.map((polygon) => polygon.map((ring) => ring.map((point) => point.map(toCentimetres)))),
    )
    if (format !== 'wkt') expect(properties?.['name'] ?? properties?.['Name']).toBe(name.replace('\u0001', ''))
  })
})

describe.skipIf(!gdalInstalled)('200,000 corners that GDAL wrote', () => {
  const corners = 200_000
  const area = wigglyArea(corners)
  const source = join(folder, 'coast.geojson')
  writeFileSync(source, JSON.stringify({ type: 'Feature', properties: { name: 'Coast' }, geometry: area }))

  it.each([
    ['coast.gpkg', ['-f', 'GPKG', '-t_srs', 'EPSG:3035']],
    ['coast.kml', ['-f', 'KML']],
    ['coast.csv', ['-f', 'CSV', '-lco', 'GEOMETRY=AS_WKT']],
    ['coast.shz', ['-f', 'ESRI Shapefile', '-t_srs', 'EPSG:32633']],
  ])(
    'are read out of %s',
    async (file, options) => {
      const path = join(folder, file)
      run('ogr2ogr', ...options, path, source)
      const read = areasInFile(await readVectorFiles([{ name: file, bytes: new Uint8Array(readFileSync(path)) }]))
      expect(read.areas.map((each) => [each.name, vertexCount(each.area)])).toEqual([['Coast', corners]])
      expect(Math.abs(areaKm2(read.areas[0]!.area) / areaKm2(area) - 1)).toBeLessThan(1e-5)
    },
    60_000,
  )
})
