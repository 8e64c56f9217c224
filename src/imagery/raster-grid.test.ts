import { expect, test } from 'vitest'
import { gridOutline, lngLatToPixel, pixelAreaM2, pixelToLngLat, pixelWidthM } from './raster-grid.ts'
import { rasterMesh } from './raster-mesh.ts'

const utm33 = { epsg: 32633, originX: 399990, originY: 5800020, pixelWidth: 10, pixelHeight: 10, width: 70, height: 50 }

test('pixels lie where GDAL says', () => {
  // gdalinfo of the file of read-window.test.ts: its upper right corner, at 13d32'32.07"E, 52d20'29.33"N.
  const [lng, lat] = pixelToLngLat(utm33, 70, 0)
  expect(lng).toBeCloseTo(13 + 32 / 60 + 32.07 / 3600, 5)
  expect(lat).toBeCloseTo(52 + 20 / 60 + 29.33 / 3600, 5)
  const [x, y] = lngLatToPixel(utm33, [lng, lat])
  expect(x).toBeCloseTo(70, 5)
  expect(y).toBeCloseTo(0, 5)
})

test('the outline closes and runs along the corners', () => {
  const [ring] = gridOutline(utm33, 4).coordinates
  expect(ring).toHaveLength(17)
  expect(ring![0]).toEqual(ring!.at(-1))
  expect(ring![0]).toEqual(pixelToLngLat(utm33, 0, 0))
  expect(ring![8]).toEqual(pixelToLngLat(utm33, 70, 50))
})

test('pixels have their size on the ground in every projection', () => {
  expect(pixelAreaM2(utm33)).toBe(100)
  const mercator = {
    ...utm33,
    epsg: 3857,
    originX: 0,
    originY: 8399737.9,
    pixelWidth: 20,
    pixelHeight: 20,
    width: 2,
    height: 2,
  }
  // At 60 degrees north Web Mercator shows everything twice as large.
  expect(pixelWidthM(mercator)).toBeCloseTo(10, 2)
  expect(pixelAreaM2(mercator)).toBeCloseTo(100, 1)
  const degrees = {
    ...utm33,
    epsg: 4326,
    originX: 0,
    originY: 0.001,
    pixelWidth: 0.001,
    pixelHeight: 0.001,
    width: 2,
    height: 2,
  }
  expect(pixelWidthM(degrees)).toBeCloseTo(111.32, 2)
})

test('the mesh puts each corner on the Mercator square, to a centimetre', () => {
  const mesh = rasterMesh(utm33, 2)
  expect(mesh.indices).toHaveLength(2 * 2 * 6)
  for (let at = 0; at < mesh.vertices.length; at += 4) {
    const [x = 0, y = 0, u = 0, v = 0] = mesh.vertices.subarray(at, at + 4)
    const lng = (mesh.anchor[0] + x) * 360 - 180
    const lat = (Math.atan(Math.sinh(Math.PI * (1 - 2 * (mesh.anchor[1] + y)))) * 180) / Math.PI
    const [px, py] = lngLatToPixel(utm33, [lng, lat])
    expect(Math.abs(px - u * 70) * 10).toBeLessThan(0.01)
    expect(Math.abs(py - v * 50) * 10).toBeLessThan(0.01)
  }
})
