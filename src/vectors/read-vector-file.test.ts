import { describe, expect, it } from 'vitest'
import { polygonsOf } from '#src/geo/rings.ts'
import { utmAreaKm2 } from '#src/geo/utm-area-km2.ts'
import { vertexCount } from '#src/geo/vertex-count.ts'
import { bytesOf, expected, read, readFixture as fixture, refusal, textOf } from './fixtures/read-fixture.ts'

describe('files written by GDAL hold what GDAL reads from them', () => {
  it.each([
    ['districts.geojson', 'GeoJSON'],
    ['districts-utm33.geojson', 'GeoJSON'],
    ['districts-3857.geojson', 'GeoJSON'],
    ['districts.geojsonl', 'newline-delimited GeoJSON'],
    ['districts-sequence.geojsons', 'newline-delimited GeoJSON'],
    ['districts.kml', 'KML'],
    ['districts-folders.kml', 'KML'],
    ['districts.kmz', 'KMZ'],
    ['districts-utm33.zip', 'zipped Shapefile'],
    ['districts-laea.zip', 'zipped Shapefile'],
    ['landkreise-laea.zip', 'zipped Shapefile'],
    ['england-27700.zip', 'zipped Shapefile'],
    ['gauss-krueger.zip', 'zipped Shapefile'],
    ['layers.gpkg', 'GeoPackage'],
    ['open-zm.gpkg', 'GeoPackage'],
    ['districts.csv', 'CSV with outlines in "WKT"'],
  ])('%s', async (name, kind) => {
    const found = await fixture(name)
    const wanted = expected.files[name] ?? []
    expect(wanted.length).toBeGreaterThan(0)
    expect(found.kind).toBe(kind)
    expect(found.areas).toHaveLength(wanted.length)
    for (const [i, { name: called, areaKm2, corners }] of wanted.entries()) {
      const { name: foundName, area } = found.areas[i]!
      if (called) expect(foundName).toBe(called)
      expect(vertexCount(area)).toBe(corners)
      expect(Math.abs(utmAreaKm2(area) / areaKm2 - 1)).toBeLessThan(2e-5)
    }
  })

  it('places, not only sizes: all formats lie on the same corners', async () => {
    const [first] = (await fixture('districts.geojson')).areas
    const corners = first!.area.coordinates.flat(3) as unknown as number[]
    for (const name of [
      'districts-utm33.zip',
      'districts-laea.zip',
      'layers.gpkg',
      'districts-folders.kml',
      'districts-utm33.geojson',
      'districts-3857.geojson',
      'open-zm.gpkg',
    ]) {
      const [same] = (await fixture(name)).areas
      const found = same!.area.coordinates.flat(3) as unknown as number[]
      expect(new Set(found.map((value) => value.toFixed(5)))).toEqual(new Set(corners.map((value) => value.toFixed(5))))
    }
  })

  it('shifts the datum of the British grid', async () => {
    const [harwell] = (await fixture('england-27700.zip')).areas
    const [lng = 0, lat = 0] = polygonsOf(harwell!.area)
      .flat(2)
      .toSorted(([a = 0], [b = 0]) => a - b)[0]!
    // Without the shift it would lie 100 m off; the seven parameters are good to some metres.
    expect(Math.abs(lng - -1.35)).toBeLessThan(5e-5)
    expect(Math.abs(lat - 51.55)).toBeLessThan(5e-5)
  })

  it('WKT and EWKT, with a hole', async () => {
    for (const name of ['potsdam-4326.wkt', 'potsdam-25833.wkt']) {
      const { areas, kind } = await fixture(name)
      expect(kind).toBe(name.includes('25833') ? 'WKT Polygon in EPSG:25833' : 'WKT Polygon')
      expect(areas[0]!.area.coordinates).toHaveLength(2)
      expect(utmAreaKm2(areas[0]!.area)).toBeCloseTo(105.246357, 3)
    }
  })

  it('layers, folders and names', async () => {
    const package_ = await fixture('layers.gpkg')
    expect(package_.areas.map(({ layer }) => layer)).toEqual(['districts', 'districts', 'districts', 'villages'])
    const zip = await fixture('two-layers.zip')
    expect(zip.areas.map(({ name, layer }) => `${layer}/${name}`)).toEqual([
      'districts/Potsdam',
      'districts/Kleinmachnow',
      'districts/Güterfelde – Großbeeren',
      'villages/Harwell',
    ])
    expect((await fixture('districts-folders.kml')).areas[0]!.layer).toMatch(/Brandenburg/)
  })

  it('takes a table of points as the hull around them, and says so', async () => {
    const { areas, kind, notes } = await read([
      'wells.csv',
      'X;Y\n13;52.3\n13.2;52.4\n13.2;52.3\n13.1;52.35\n13;52.4\n',
    ])
    expect(kind).toBe('CSV with points in "X" and "Y"')
    expect(areas.map(({ name }) => name)).toEqual(['Hull around 5 points'])
    expect(vertexCount(areas[0]!.area)).toBe(4)
    expect(notes).toEqual(['the area is the hull around 5 points'])
  })

  it('offers the outline through points, too, where it is another than the hull and does not cross itself', async () => {
    const { areas } = await fixture('points-xy.csv')
    expect(areas.map(({ name, area }) => [name, vertexCount(area)])).toEqual([
      ['Outline through 5 points, in their order', 5],
      ['Hull around 5 points', 4],
    ])
  })
})

describe('by content, whatever the name', () => {
  it('says when a name promises something else', async () => {
    const { areas, notes } = await read(['districts.kml', bytesOf('districts.geojson')])
    expect(areas).toHaveLength(3)
    expect(notes[0]).toBe('its name ends in .kml, but it is GeoJSON')
    expect((await read(['area.geojson', bytesOf('districts-utm33.zip')])).notes[0]).toMatch(
      /\.geojson, but it is zipped Shapefile/,
    )
    expect((await fixture('districts-utm33.zip')).notes).toEqual([])
  })

  it('reads a Shapefile dropped as its parts, and the .shp alone if it is in degrees', async () => {
    const { unzipSync } = await import('fflate')
    const parts = Object.entries(unzipSync(bytesOf('districts-utm33.zip')))
    expect((await read(...parts)).areas).toHaveLength(3)
    const alone = parts.filter(([name]) => name.endsWith('.shp'))
    expect(await refusal(read(...alone))).toMatch(/comes without its \.prj file.*363905|comes without its \.prj file/)
    expect(await refusal(fixture('no-prj.zip'))).toMatch(
      /Refusal: The Shapefile "districts" comes without its \.prj file.*are not degrees.*add the \.prj/,
    )
  })

  it('takes a Shapefile in degrees without its .prj as WGS 84, and says so', async () => {
    const { areas, notes } = await fixture('degrees-no-prj.zip')
    expect(utmAreaKm2(areas[0]!.area)).toBeCloseTo(105.246357, 3)
    expect(notes).toEqual(['"degrees" comes without a .prj file: its coordinates are taken as longitude and latitude'])
  })

  it('reads KML with a namespace prefix, text in UTF-16, Windows line ends and tabs', async () => {
    const prefixed = textOf('districts-folders.kml')
      .replaceAll(/<(\/?)([A-Za-z])/g, '<$1kml:$2')
      .replace('xmlns=', 'xmlns:kml=')
    expect(prefixed).toContain('<kml:Placemark')
    expect((await read(['a.kml', prefixed])).areas.map(({ area }) => vertexCount(area))).toEqual([10, 4, 7])
    const utf16 = new Uint8Array([
      0xff,
      0xfe,
      ...new Uint8Array(Uint16Array.from(textOf('districts.geojson'), (c) => c.charCodeAt(0)).buffer),
    ])
    expect((await read(['a.geojson', utf16])).areas[2]!.name).toBe('Güterfelde – Großbeeren')
    const table = 'site\tLat\tLon\r\na\t52,3\t13,0\r\nb\t52,4\t13,0\r\n\r\nc\t52,4\t13,2\r\n'
    expect((await read(['a.tsv', table])).areas[0]!.name).toBe('Hull around 3 points')
  })

  it.each([
    ['13, 52, 13.5, 52.5', /^bounding box/],
    ['52.40, 13.00\n52.40, 13.15\n52.33, 13.15', /^3 points, latitude, longitude/],
    ['33U 366975 5806125\n33U 367975 5806125\n33U 367975 5807125', /UTM zone 33 north/],
    [`52°23'50"N 13°0'59"E\n52°24'50"N 13°0'59"E\n52°24'50"N 13°2'59"E`, /degrees, minutes, seconds/],
    ['[[[13,52],[14,52],[14,53],[13,52]]]', /^coordinates, longitude first/],
    ['SRID=27700;POLYGON((450000 190000,460000 190000,460000 200000,450000 190000))', /EPSG:27700/],
    ['{"type":"LineString","coordinates":[[13,52],[14,52],[14,53],[13,52]]}', /GeoJSON/],
  ])('reads text: %s', async (text, kind) => {
    const found = await read(['pasted', text])
    expect(found.kind).toMatch(kind)
    expect(found.areas).toHaveLength(1)
  })
})

describe('refuses in words', () => {
  it.each([
    ['empty.geojson', '', /The file is empty/],
    ['blank.csv', ' \n \n', /nothing but blanks/],
    ['area.geojson', bytesOf('picture.png'), /is a PNG picture, which holds no outlines/],
    ['a.bin', new Uint8Array([1, 0, 2, 0, 3]), /none of the kinds that hold outlines/],
    ['cut.zip', bytesOf('districts-utm33.zip').subarray(0, 900), /archive is damaged or cut off/],
    ['cut.gpkg', bytesOf('layers.gpkg').subarray(0, 60_000), /GeoPackage is damaged or cut off/],
    ['cut.kml', textOf('districts.kml').slice(0, 1200), /This KML is broken/],
    ['cut.geojson', textOf('districts.geojson').slice(0, 500), /line \d+ is not valid JSON/],
    ['a.kml', '<!DOCTYPE kml [<!ENTITY a "b">]><kml><Placemark/></kml>', /document type declaration/],
    ['a.kml', '<kml><Document><NetworkLink/></Document></kml>', /only points to another file/],
    ['a.gpx', '<gpx version="1.1"/>', /This XML is GPX, not KML/],
    ['a.json', '{"type":"Topology","objects":{}}', /TopoJSON/],
    ['a.json', '{"type":"FeatureCollection","features":[]}', /holds no features/],
    [
      'a.json',
      '{"type":"Feature","geometry":{"type":"LineString","coordinates":[[1,2],[3,4]]}}',
      /only lines that do not close/,
    ],
    ['a.json', '{"type":"Feature","geometry":{"type":"LineString"}}', /incomplete/],
    ['a.json', '{"type":"Point","coordinates":[13,52]}', /holds one point: draw a circle/],
    [
      'a.json',
      '{"type":"Polygon","coordinates":[[[500000,5800000],[510000,5800000],[510000,5810000],[500000,5800000]]]}',
      /look like metres/,
    ],
    ['a.json', '{"type":"Feature","geometry":null}\n{"type":"Featu', /Line 2 of this GeoJSON is not valid JSON/],
    ['a.csv', 'lat,lon\n52,13\nnorth,13\n53,14', /Line 3: "north" in column "lat"/],
    ['a.csv', 'x,y\n363905,5800000\n364000,5800000', /Line 2: x 363905 and y 5800000 look like metres/],
    ['a.wkt', 'SRID=999999;POLYGON((0 0,1 0,1 1,0 0))', /EPSG:999999 is not known here/],
  ])('%s %s', async (name, content, sentence) => {
    expect(await refusal(read([name, content]))).toMatch(sentence)
    expect(await refusal(read([name, content]))).toMatch(/^Refusal: /)
  })

  it('a Shapefile whose records lead backwards', async () => {
    const { unzipSync } = await import('fflate')
    const shp = unzipSync(bytesOf('districts-utm33.zip'))['districts.shp']!
    new DataView(shp.buffer, shp.byteOffset).setInt32(104, -4)
    expect(await refusal(read(['a.shp', shp]))).toMatch(/Refusal: The Shapefile "a" is damaged or cut off/)
  })

  it('never fails in another way on cut and garbled files', async () => {
    for (const name of [
      'districts-utm33.zip',
      'layers.gpkg',
      'districts.kml',
      'districts.geojson',
      'districts.csv',
      'potsdam-25833.wkt',
    ]) {
      const whole = bytesOf(name)
      const step = Math.ceil(whole.length / 60)
      for (let at = 1; at < whole.length; at += step) {
        const garbled = new Uint8Array(whole)
        garbled.fill(255, at, at + 9)
        for (const bytes of [whole.subarray(0, at), garbled]) {
          expect(await refusal(read([name, bytes]))).toMatch(/^(it was read|Refusal: .+)/)
        }
      }
    }
  })
})
