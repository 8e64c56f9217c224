import { deflateRawSync } from 'node:zlib'
import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { areaKm2 } from '#src/geo/area-km2.ts'
import { vertexCount } from '#src/geo/vertex-count.ts'
import { wigglyArea } from '#src/geo/wiggly-area.ts'
import { areasInFile } from './areas-in-file.ts'
import { vectorLimits, type VectorLimits } from './limits.ts'
import { readVectorFiles } from './read-vector-file.ts'
import { unpackZip } from './unpack-zip.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
/** Time on the processor: others may use it, too. */
const cpuMs = (since: NodeJS.CpuUsage) => process.cpuUsage(since).user / 1000
const corners = 200_000
const area = wigglyArea(corners)
const ring = area.coordinates[0]!

describe('200,000 corners', () => {
  const points = (parted: string) => ring.map(([lng, lat]) => `${lng}${parted}${lat}`)
  it.each([
    ['GeoJSON', 'a.geojson', () => JSON.stringify(area)],
    ['WKT', 'a.wkt', () => `POLYGON((${points(' ').join(',')}))`],
    [
      'KML',
      'a.kml',
      () =>
        `<kml xmlns="http://www.opengis.net/kml/2.2"><Placemark><name>Coast</name><Polygon><outerBoundaryIs><LinearRing><coordinates>${points(',').join(' ')}</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></kml>`,
    ],
  ])('of %s are read in seconds', async (_, name, text) => {
    const bytes = bytesOf(text())
    const start = process.cpuUsage()
    const { areas } = areasInFile(await readVectorFiles([{ name, bytes }]))
    expect(cpuMs(start)).toBeLessThan(10_000)
    expect(vertexCount(areas[0]!.area)).toBe(corners)
    expect(areaKm2(areas[0]!.area)).toBeCloseTo(areaKm2(area), 4)
  })
})

describe('a ZIP bomb', () => {
  const refusal = (work: () => unknown) => {
    try {
      work()
      return 'it was unpacked'
    } catch (error) {
      return String(error)
    }
  }

  it('is refused before it is unpacked, in little time and memory', () => {
    const bomb = bombOf(600e6)
    expect(bomb.length).toBeLessThan(1e6)
    const before = process.memoryUsage().arrayBuffers
    const start = process.cpuUsage()
    let unpacked = 0
    const limits = { archiveEntries: 10, unpackedBytes: 20e6 }
    const text = refusal(() => ({ unpackedBytes: unpacked } = unpackZip(bomb, () => true, limits)))
    expect(text).toBe('Refusal: The archive unpacks to more than 20 MB: pack only the layer you need.')
    expect(unpacked).toBe(0)
    expect(cpuMs(start)).toBeLessThan(10_000)
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(100e6)
  })

  it('is refused when its parts are small each, and when it lies about its size', () => {
    const parts = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`${i}.kml`, new Uint8Array(1e6)]))
    const limits = { archiveEntries: 100, unpackedBytes: 20e6 }
    expect(refusal(() => unpackZip(zipSync(parts), () => true, limits))).toMatch(/unpacks to more than 20 MB/)
    expect(unpackZip(zipSync(parts), (name) => name === '3.kml', limits).unpackedBytes).toBe(1e6)
    const lying = zipSync({ 'a.kml': new Uint8Array(30e6) })
    new DataView(lying.buffer).setUint32(22, 1000, true)
    expect(refusal(() => unpackZip(lying, () => true, limits))).toMatch(/unpacks to more than 20 MB/)
  })

  it('is refused when it holds too many files', () => {
    const parts = Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`${i}.kml`, new Uint8Array(1)]))
    expect(refusal(() => unpackZip(zipSync(parts), () => true, { archiveEntries: 100, unpackedBytes: 1e6 }))).toMatch(
      /more than 100 files/,
    )
  })
})

it('refuses more bytes, features, outlines, corners, rows and elements than a tab can hold', async () => {
  const refused = (text: string, limits: Partial<VectorLimits>) => {
    const all = { ...vectorLimits, ...limits }
    return readVectorFiles([{ name: 'a.geojson', bytes: bytesOf(text) }], all)
      .then((file) => areasInFile(file, all))
      .then(String, String)
  }
  const features = Array(5).fill({ type: 'Feature', geometry: wigglyArea(10) })
  const whole = JSON.stringify({ type: 'FeatureCollection', features })
  expect(await refused(whole, { features: 5, areas: 5, vertices: 50 })).toBe('[object Object]')
  expect(await refused(whole, { fileBytes: 1000 })).toMatch(/Refusal: The file is larger than 0 MB/)
  expect(await refused(whole, { features: 4 })).toMatch(/Refusal: The file has more than 4 features/)
  expect(await refused(whole, { areas: 4 })).toMatch(/Refusal: The file has more than 4 outlines/)
  expect(await refused(whole, { vertices: 49 })).toMatch(/Refusal: The file has more than 49 corners/)
  const table = 'lat,lon\n52,13\n52,14\n53,14\n'
  expect(await refused(table, { features: 3 })).toBe('[object Object]')
  expect(await refused(table, { features: 2 })).toMatch(/Refusal: The file has more than 2 rows/)
  const kml = `<kml>${'<Placemark/>'.repeat(10)}</kml>`
  expect(await refused(kml, { xmlTags: 12 })).toMatch(/holds no features/)
  expect(await refused(kml, { xmlTags: 11 })).toMatch(/Refusal: The file has more than 11 elements/)
})

/** An archive of one KML file of zeros, which deflate packs a thousandfold. */
function bombOf(bytes: number): Uint8Array {
  const packed = new Uint8Array(deflateRawSync(Buffer.alloc(bytes)))
  const archive = zipSync({ 'doc.kml': packed }, { level: 0 })
  const view = new DataView(archive.buffer)
  // Method 8, deflate, and the size that it claims.
  view.setUint16(8, 8, true)
  view.setUint32(22, bytes, true)
  return archive
}
