import { describe, expect, it } from 'vitest'
import { areaKm2 } from '#src/geo/area-km2.ts'
import { polygonsOf, type Area } from '#src/geo/rings.ts'
import { utmAreaKm2 } from '#src/geo/utm-area-km2.ts'
import { vertexCount } from '#src/geo/vertex-count.ts'
import { bytesOf, expected, read, readFixture, refusal, textOf } from './fixtures/read-fixture.ts'

const names = ({ areas }: { areas: { name: string }[] }) => areas.map(({ name }) => name)
const corner = 'POLYGON((13 52,14 52,14 53,13 52))'
const ring = '[[13,52],[14,52],[14,53],[13,52]]'

describe('sizes on the ellipsoid are those that GDAL measures', () => {
  it.each(Object.entries(expected.ellipsoidKm2))('%s', async (name, wantedKm2) => {
    const { areas } = await readFixture(name)
    expect(areas).toHaveLength(1)
    // Curves and sides that are straight in metres are followed to 25 m.
    expect(Math.abs(areaKm2(areas[0]!.area) / wantedKm2 - 1)).toBeLessThan(3e-4)
  })

  it('a hole and a part stay, whether corners or curves lie around them', async () => {
    const { areas, kind } = await readFixture('curves-25833.wkt')
    expect(kind).toBe('WKT MultiPolygon in EPSG:25833')
    expect(polygonsOf(areas[0]!.area).map((rings) => rings.length)).toEqual([2, 1])
    expect(names(await readFixture('postgis.csv'))).toEqual(['Bend'])
  })

  it('an area over the antimeridian comes in two parts', async () => {
    const { areas, notes } = await readFixture('fiji-3832.zip')
    expect(polygonsOf(areas[0]!.area)).toHaveLength(2)
    expect(notes).toEqual(['cut the area at the antimeridian'])
  })
})

describe('Shapefiles', () => {
  it('packed on a Mac from a folder, in Latin letters without a .cpg, endings in capitals', async () => {
    const found = await readFixture('latin1-folders.zip')
    // GDAL itself wrote the dash as a question mark: the code page has none.
    expect(names(found)).toEqual(['Potsdam', 'Kleinmachnow', 'Güterfelde ? Großbeeren'])
    expect(found.areas[0]!.layer).toBe('bezirke')
    expect(found.notes).toEqual([])
  })

  it('in UTF-8 without a .cpg, and with one that names a code page in words', async () => {
    const { unzipSync } = await import('fflate')
    const parts = Object.entries(unzipSync(bytesOf('districts-utm33.zip')))
    const noCpg = parts.filter(([name]) => !name.endsWith('.cpg'))
    expect(names(await read(...noCpg))[2]).toBe('Güterfelde – Großbeeren')
    const latin = Object.entries(unzipSync(bytesOf('latin1-folders.zip'))).filter(([name]) => !/MACOSX|txt/.test(name))
    for (const [cpg, read2] of [
      ['ANSI 1252', 'Güterfelde'],
      ['ISO 88591', 'Güterfelde'],
      ['8859_1', 'Güterfelde'],
      ['1251', 'Gьterfelde'],
    ] as const) {
      const found = await read(...latin, ['Daten 2024/bezirke.cpg', cpg])
      expect(found.areas[2]!.name).toMatch(new RegExp(`^${read2}`))
    }
  })

  it('in old datums whose .prj tells no shift lie where they are, and nothing has to be said', async () => {
    const placeOf = (area: Area) => polygonsOf(area)[0]![0]!.toSorted(([a = 0], [b = 0]) => a - b)[0]!
    const german = await readFixture('gauss-krueger.zip')
    // Unshifted it would lie 150 m off; the seven parameters are good to some metres.
    const [lng = 0, lat = 0] = placeOf(german.areas[0]!.area)
    expect(Math.hypot((lng - 12.99) * 68_000, (lat - 52.39) * 111_000)).toBeLessThan(5)
    const american = await readFixture('nad27.zip')
    const [west = 0, south = 0] = placeOf(american.areas[0]!.area)
    expect(
      Math.hypot((west + 98) * 95_000, Math.min(Math.abs(south - 31), Math.abs(south - 31.1)) * 111_000),
    ).toBeLessThan(15)
    expect([...german.notes, ...american.notes]).toEqual([])
  })

  it('dropped as parts beside another file: both are read', async () => {
    const { unzipSync } = await import('fflate')
    const parts = Object.entries(unzipSync(bytesOf('districts-utm33.zip')))
    const found = await read(...parts, ['districts.shp.xml', '<metadata/>'], ['more.wkt', corner])
    expect(found.kind).toBe('2 files')
    expect(found.areas).toHaveLength(4)
  })
})

describe('GeoPackage', () => {
  it('says when a program has it open, and leaves the files beside it alone', async () => {
    const wal: [string, Uint8Array] = ['open-zm.gpkg-wal', new Uint8Array([0x37, 0x7f, 6, 0x82])]
    const { areas, notes } = await read(['open-zm.gpkg', bytesOf('open-zm.gpkg')], wal)
    expect(areas).toHaveLength(3)
    expect(notes).toEqual(['a program has it open: what was changed there lately may be missing'])
  })
})

describe('KML', () => {
  it('a KMZ of several documents is read whole, each with its own names', async () => {
    const { areas, kind } = await readFixture('several.kmz')
    expect(kind).toBe('KMZ')
    expect(areas.map(({ name, layer }) => `${layer}/${name}`)).toEqual([
      'Brandenburg/Potsdam',
      'Brandenburg/Kleinmachnow',
      'Brandenburg/Güterfelde – Großbeeren',
      'Districts/Potsdam',
      'Districts/Kleinmachnow',
      'Districts/Güterfelde – Großbeeren',
    ])
  })

  it('written by hand: blanks behind commas, ampersands, &nbsp;, altitudes, collections in collections', async () => {
    const polygon = (points: string) =>
      `<Polygon><outerBoundaryIs><LinearRing><coordinates>${points}</coordinates></LinearRing></outerBoundaryIs></Polygon>`
    const { areas, notes } = await read([
      'a.kml',
      `<kml xmlns="http://www.opengis.net/kml/2.2" xmlns:gx="http://www.google.com/kml/ext/2.2"><Document><Folder><Folder><name>Farm</name>
      <Placemark><name>Smith & Sons</name><description>a&nbsp;b &amp; c</description><MultiGeometry>${polygon('13.0, 52.3, 90 13.1, 52.3, 90 13.1, 52.4, 90 13.0, 52.3, 90')}<MultiGeometry>${polygon('13.2,52.3 13.3,52.3 13.3,52.4 13.2,52.3')}</MultiGeometry></MultiGeometry></Placemark></Folder></Folder>
      <Placemark><gx:Track><gx:coord>13 52 1</gx:coord><gx:coord>13.1 52 1</gx:coord></gx:Track></Placemark>
      <NetworkLink><Link><href>x</href></Link></NetworkLink></Document></kml>`,
    ])
    expect(areas.map(({ name, layer, area }) => [name, layer, vertexCount(area)])).toEqual([
      ['Smith & Sons', 'Farm', 6],
    ])
    expect(notes).toEqual(['left out 1 without area'])
  })
})

describe('GeoJSON', () => {
  const projected = (crs: unknown) =>
    JSON.stringify({ ...(JSON.parse(textOf('districts-utm33.geojson')) as object), crs })
  it.each([
    ['by short name', { type: 'name', properties: { name: 'EPSG:25833' } }],
    ['by code, as before 2008', { type: 'EPSG', properties: { code: 25833 } }],
    ['by link', { type: 'link', properties: { href: 'http://www.opengis.net/def/crs/EPSG/0/25833' } }],
  ])('in a system told %s', async (_, crs) => {
    const { areas } = await read(['a.geojson', projected(crs)])
    expect(utmAreaKm2(areas[1]!.area)).toBeCloseTo(37.485866, 3)
  })

  it('in a system told in a feature or a geometry', async () => {
    const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::25833' } }
    const { features } = JSON.parse(textOf('districts-utm33.geojson')) as { features: { geometry: object }[] }
    const feature = features[1]!
    for (const value of [
      { ...feature, crs },
      { type: 'FeatureCollection', features: [{ ...feature, geometry: { ...feature.geometry, crs } }] },
    ]) {
      expect(utmAreaKm2((await read(['a.geojson', JSON.stringify(value)])).areas[0]!.area)).toBeCloseTo(37.485866, 3)
    }
  })

  it('never takes a system that it does not know for degrees', async () => {
    const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:ESRI::54009' } }
    expect(await refusal(read(['a.geojson', projected(crs)]))).toMatch(/ESRI::54009", which is not known here: export/)
    const crs84 = { type: 'name', properties: { name: 'urn:ogc:def:crs:OGC:1.3:CRS84' } }
    expect(
      (await read(['a.geojson', JSON.stringify({ type: 'Polygon', crs: crs84, coordinates: JSON.parse(`[${ring}]`) })]))
        .areas,
    ).toHaveLength(1)
  })

  it('a list of features, nulls between them, empty outlines', async () => {
    const good = `{"type":"Feature","properties":{"name":"ok"},"geometry":{"type":"Polygon","coordinates":[${ring}]}}`
    const empty = '{"type":"Feature","properties":null,"geometry":{"type":"Polygon","coordinates":[]}}'
    const list = await read(['a.json', `[${good},${good}]`])
    expect(names(list)).toEqual(['ok', 'ok'])
    const mixed = await read(['a.json', `{"type":"FeatureCollection","features":[${empty},null,5,${good}]}`])
    expect([names(mixed), mixed.notes]).toEqual([['ok'], ['left out 1 without area']])
  })
})

describe('text', () => {
  it.each([
    [`PolygonZ((13 52 1,14 52 1,14 53 1,13 52 1))`, 'WKT Polygon', 1],
    ['MULTIPOLYGONZM(((13 52 1 2,14 52 1 2,14 53 1 2,13 52 1 2)))', 'WKT MultiPolygon', 1],
    [`"${corner}"`, 'WKT Polygon', 1],
    [`${corner};${corner.replaceAll('1', '2')};`, 'WKT', 2],
    [`POINT EMPTY\n${corner}\nSRID=4326;${corner.replaceAll('1', '2')}`, 'WKT', 2],
    ['BOX(13 52,14 53)', 'WKT Polygon', 1],
    ['LINEARRING(13 52,14 52,14 53,13 52)', 'WKT LineString', 1],
    ['13.0,52.3 : 13.4,52.45', 'bounding box west, south, east, north', 1],
    ['13.0,13.4,52.3,52.45 [EPSG:4326]', 'bounding box west, south, east, north', 1],
    ['363000,373000,5800000,5810000 [EPSG:32633]', 'WKT Polygon in EPSG:32633', 1],
    [
      'https://maps.google.com/?q=52.3,13\nhttps://maps.google.com/?q=52.4,13\ngeo:52.4,13.2',
      '3 points, link to a map',
      1,
    ],
  ])('%s', async (text, kind, count) => {
    const found = await read(['Pasted text', text])
    expect(found.kind).toBe(kind)
    expect(found.areas).toHaveLength(count)
  })

  it('heights and measures are left out', async () => {
    const { areas } = await readFixture('heights.wkt')
    expect(areas[0]!.area.coordinates).toEqual(JSON.parse(`[${ring}]`))
  })
})

describe('tables', () => {
  it.each([
    ['of Excel', 'sep=;\nName;Breite;Länge\nA;52,3;13,0\nB;52,4;13,0\nC;52,4;13,2\n'],
    ['with remarks above', '# exported 2024\n# by me\nid,geo_lat,geo_long\n1,52.3,13\n2,52.4,13\n3,52.4,13.2\n'],
    ['with units', 'Site,GPS Latitude (°),GPS Longitude (°)\n1,52.3,13\n2,52.4,13\n3,52.4,13.2\n'],
    ['in minutes', `site,lat,lon\na,"52°18'00""N","13°00'00""E"\nb,52.4N,13.0E\nc,"52°24'N","13°12'E"\n`],
    ['in one column', 'id,coordinates\n1,"52.3, 13.0"\n2,"52.4, 13.0"\n3,33U 377547 5806996\n'],
    ['of sides', 'Start Lat,Start Lon,End Lat,End Lon\n52.3,13,1,1\n52.4,13,1,1\n52.4,13.2,1,1\n'],
  ])('%s', async (_, text) => {
    const { areas, kind } = await read(['a.csv', text])
    expect(kind).toMatch(/^CSV with points in/)
    expect(names({ areas })).toEqual(['Hull around 3 points'])
    expect(utmAreaKm2(areas[0]!.area)).toBeCloseTo(75.8, 0)
  })

  it('of outlines as GeoJSON', async () => {
    const geometry = `{""type"":""Polygon"",""coordinates"":[${ring}]}`
    const { areas } = await read(['a.csv', `id,geojson\n7,"${geometry}"\n`])
    expect(areas.map(({ name, area }) => [name, vertexCount(area)])).toEqual([['7', 3]])
  })
})

describe('what is none of these is named', () => {
  it.each([
    ['districts.gpx', /This XML is GPX, not KML: export/],
    ['districts.gml', /This XML is GML, not KML: export/],
    ['districts.fgb', /is a FlatGeobuf file.*Export it as GeoJSON or GeoPackage/],
    ['districts.dxf', /is a DXF drawing/],
    ['districts.mif', /is a MapInfo interchange file/],
  ])('%s', async (name, sentence) => expect(await refusal(readFixture(name))).toMatch(sentence))

  it.each([
    ['PROJCS["ETRS89",GEOGCS["x"]]', /is the \.prj file of a Shapefile/],
    ['Lorem ipsum dolor', /names no area: paste/],
    ['id,xmin,ymin\n1,2,3', /no columns of places among "id", "xmin", "ymin": name them/],
    ['id,Northing,Easting\n1,5795000,363000', /Line 2: Easting 363000 and Northing 5795000 look like metres/],
    ['{"geometryType":"esriGeometryPolygon","features":[]}', /in the format of Esri/],
    ['<ServiceExceptionReport/>', /an error report of a map service/],
    ['POLYGON EMPTY', /holds no polygon/],
    ['0103000020E964000001000000', /well-known binary is cut off/],
    [`${'{"type":"GeometryCollection","geometries":['.repeat(99)}${']}'.repeat(99)}`, /nested too deep/],
    [`${corner};\nPOLYGON((1 2`, /Geometry 2: /],
    ['sep=;\nlat;lon\n52;13\nnorth;13', /Line 4: "north" in column "lat"/],
  ])('%s', async (text, sentence) => expect(await refusal(read(['text', text]))).toMatch(sentence))
})
