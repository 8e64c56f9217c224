import { describe, expect, it } from 'vitest'
import { areaKm2 } from './area-km2.ts'
import { parseArea } from './parse-area.ts'
import { parseWkt } from './parse-wkt.ts'
import { polygonErrors } from './polygon-problems.ts'
import { box } from './shapes.ts'

const square = box(13, 52, 14, 53)
const read = (text: string) => {
  const parsed = parseArea(text)
  if (!parsed.ok) throw new Error(parsed.message)
  return parsed
}

describe('parseArea', () => {
  it.each([
    ['GeoJSON Polygon', JSON.stringify(square)],
    ['GeoJSON Feature', JSON.stringify({ type: 'Feature', properties: {}, geometry: square })],
    [
      'GeoJSON FeatureCollection',
      JSON.stringify({
        type: 'FeatureCollection',
        features: [{ type: 'Feature', properties: null, geometry: square }],
      }),
    ],
    ['coordinates', JSON.stringify(square.coordinates)],
    ['coordinates', JSON.stringify(square.coordinates[0])],
    ['WKT Polygon', 'POLYGON((13 52, 14 52, 14 53, 13 53, 13 52))'],
    ['WKT Polygon', ' polygon z ((13 52 1,14 52 1,14 53 1,13 53 1,13 52 1)) '],
    ['WKT Polygon', 'SRID=4326;POLYGON((13 52,14 52,14 53,13 53,13 52))'],
    ['bounding box', '13, 52, 14, 53'],
    ['bounding box', '13 52 14 53'],
    ['bounding box', '[13, 52, 14, 53]'],
    ['4 points', '52, 13\n52, 14\n53, 14\n53, 13\n'],
    ['4 points', '52, 13; 52, 14; 53, 14; 53, 13'],
    ['4 points', `52°N 13°E\n52°N 14°E\n53°N 14°E\n53°N 13°E`],
  ])('understands %s: %s', (name, text) => {
    const parsed = read(text)
    expect(parsed.understoodAs).toContain(name)
    expect(parsed.geometry).toEqual(square)
  })

  it('puts several features together and leaves out what has no area', () => {
    const features = [square, box(15, 52, 16, 53), { type: 'Point', coordinates: [1, 2] }].map((geometry) => ({
      type: 'Feature',
      geometry,
    }))
    const parsed = read(JSON.stringify({ type: 'FeatureCollection', features }))
    expect(parsed.geometry.type).toBe('MultiPolygon')
    expect(parsed.understoodAs).toMatch(/2 polygons together; left out 1/)
    expect(read('MULTIPOLYGON(((0 0,1 0,1 1,0 0)),((3 0,4 0,4 1,3 0)))').geometry.coordinates).toHaveLength(2)
  })

  it('reprojects EWKT from UTM', () => {
    const parsed = read(
      'SRID=32633;POLYGON((360000 5800000,370000 5800000,370000 5810000,360000 5810000,360000 5800000))',
    )
    expect(parsed.understoodAs).toContain('EPSG:32633')
    expect(areaKm2(parsed.geometry)).toBeCloseTo(100 / 0.9996 ** 2, 0)
  })

  it('keeps a box across the antimeridian', () => {
    const parsed = read('170, -10, -170, 10')
    expect(parsed.geometry.coordinates).toHaveLength(2)
    expect(polygonErrors(parsed.geometry, { minAreaKm2: 0, maxAreaKm2: Infinity, maxPartDistanceKm: 1 })).toEqual([])
  })

  it('repairs what is certain and says so', () => {
    const parsed = read('POLYGON((179 0, -179 0, -179 1, 179 1))')
    expect(parsed.understoodAs).toMatch(/closed an open ring; cut the area at the antimeridian/)
  })

  it('leaves crossings to be shown on the map', () => {
    const parsed = read('POLYGON((13 52, 14 53, 14 52, 13 53, 13 52))')
    expect(polygonErrors(parsed.geometry)).toMatchObject([{ reason: 'self-crossing' }])
  })

  it.each([
    ['', /Paste/, undefined],
    ['{"type": "Polygon", "coordinates": [[[1,2],]]}', /line 1 is not valid JSON at "\]\]\}"/, 43],
    ['{"a": 1}', /no known "type"/, undefined],
    ['{"type":"FeatureCollection"}', /incomplete/, undefined],
    ['{"type":"Point","coordinates":[1,2]}', /holds no polygon/, undefined],
    ['{"type":"Polygon","coordinates":[[["a",1],[2,2],[3,1],[1,1]]]}', /Point 1 of the outline/, undefined],
    ['POLYGON((13 52, 14 x))', /A number is expected, not "x/, 19],
    ['POLYGON((13 52, 14 52', /"\)" is expected.*the end/, 21],
    ['POLYGON 13 52', /"\(" is expected/, 8],
    ['POLYGON((0 0,1 0,1 1,0 0)) and more', /"and more" follows/, 27],
    ['SRID=2056;POLYGON((0 0,1 0,1 1,0 0))', /SRID 2056 is not supported/, 0],
    ['POINT(1 2)', /holds no polygon/, undefined],
    ['13, 53, 14, 52', /south \(53\) not below/, undefined],
    ['13, 52, 14, 153', /leaves the Earth/, undefined],
    ['52, 13\n52, 14', /at least three corners; this is 2/, 0],
    ['52, 13\n52, north\n53, 14', /Line 2: "north"/, 11],
    ['POLYGON((500000 5800000,510000 5800000,510000 5810000,500000 5800000))', /look like metres/, undefined],
  ] as [string, RegExp, number | undefined][])('explains %s', (text, message, at) => {
    const parsed = parseArea(text)
    if (parsed.ok) throw new Error(`understood as ${parsed.understoodAs}`)
    expect(parsed.message).toMatch(message)
    expect(parsed.at).toBe(at)
  })

  it('never throws on cut-off or garbled text', () => {
    const texts = [
      JSON.stringify(square),
      'SRID=4326;MULTIPOLYGON(((0 0,1 0,1 1,0 0)))',
      `52°23'50"N 13°0'59"E\n1,2\n3,4`,
    ]
    for (const text of texts) {
      for (let cut = 0; cut <= text.length; cut++) {
        for (const garbled of [text.slice(0, cut), text.slice(cut), `${text.slice(0, cut)}(${text.slice(cut)}`]) {
          const parsed = parseArea(garbled)
          if (!parsed.ok) expect(parsed.message).toMatch(/\S/)
        }
      }
    }
    for (const json of [
      'null',
      '{"type":"Feature","geometry":null}',
      '{"type":"GeometryCollection"}',
      '[[[[[1]]]]]',
      '[]',
      '[null]',
    ]) {
      expect(parseArea(json).ok).toBe(false)
    }
  })
})

it('reads all of WKT', () => {
  expect(parseWkt('MULTIPOINT((1 2),(3 4))')).toMatchObject({
    ok: true,
    geometry: {
      coordinates: [
        [1, 2],
        [3, 4],
      ],
    },
  })
  expect(parseWkt('MULTIPOINT(1 2, 3 4)')).toMatchObject({
    ok: true,
    geometry: {
      coordinates: [
        [1, 2],
        [3, 4],
      ],
    },
  })
  expect(parseWkt('LINESTRING(-1e2 .5, 3. +4)')).toMatchObject({
    ok: true,
    geometry: {
      coordinates: [
        [-100, 0.5],
        [3, 4],
      ],
    },
  })
  expect(parseWkt('POLYGON EMPTY')).toEqual({ ok: true, geometry: { type: 'Polygon', coordinates: [] } })
  expect(parseWkt('GEOMETRYCOLLECTION(POINT(1 2),POLYGON((0 0,1 0,1 1,0 0)))')).toMatchObject({
    ok: true,
    geometry: { geometries: [{ type: 'Point' }, { type: 'Polygon' }] },
  })
  expect(parseWkt('GEOMETRYCOLLECTION('.repeat(100))).toMatchObject({ ok: false })
})
