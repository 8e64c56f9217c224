import { expect, test } from 'vitest'
import { bytesOfCorner, isTooFar, outlineCorners, outlineIndices, worldsInView } from './outline-buffer.ts'

test('each corner of an edge knows both ends, near the anchor to a hundredth of a millimetre', () => {
  const [x, y] = [0.53612345678, 0.32987654321]
  const buffer = outlineCorners(
    { ends: Float64Array.of(x, y, x + 1e-7, y), colours: Uint8Array.of(1, 2, 3, 4), span: [x, x + 1e-7] },
    [x - 1e-6, y - 1e-6],
  )
  expect(buffer.byteLength).toBe(4 * bytesOfCorner)
  const worldM = 40_075_017
  for (let corner = 0; corner < 4; corner++) {
    const ends = new Float32Array(buffer, corner * bytesOfCorner, 4)
    expect(Math.abs(ends[0]! - 1e-6) * worldM).toBeLessThan(1e-5)
    expect(Math.abs(ends[2]! - 1.1e-6) * worldM).toBeLessThan(1e-5)
    expect([...new Uint8Array(buffer, corner * bytesOfCorner + 16, 4)]).toEqual([1, 2, 3, 4])
  }
})

test('two triangles to an edge, which share two corners', () => {
  expect([...outlineIndices(2)]).toEqual([0, 1, 2, 2, 1, 3, 4, 5, 6, 6, 5, 7])
})

test('another anchor only where the old one would show: across a continent close to the ground', () => {
  expect(isTooFar([0.5, 0.3], [0.9, 0.3], 6)).toBe(false)
  expect(isTooFar([0.5, 0.3], [0.501, 0.3], 20)).toBe(false)
  expect(isTooFar([0.5, 0.3], [0.6, 0.3], 20)).toBe(true)
})

test('what lies in several worlds of the window is drawn in each of them', () => {
  expect(worldsInView([0.5, 0.6], [0.4, 0.7])).toEqual([0])
  expect(worldsInView([0.5, 0.6], [0.7, 0.8])).toEqual([])
  // Zoomed out: the window is wider than the world.
  expect(worldsInView([0.5, 0.6], [-0.6, 1.55])).toEqual([-1, 0, 1])
  // Across the antimeridian, seen from its other side.
  expect(worldsInView([0.997, 1.003], [-0.1, 0.1])).toEqual([-1])
})
