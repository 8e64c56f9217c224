import { expect, test } from 'vitest'
import { bind } from '#src/formula/bind.ts'
import { parseFormula } from '#src/formula/parse.ts'
import { bandsOfPaint, colourTable } from './paint.ts'
import type { Paint } from './paint.ts'
import { fragmentShader } from './paint-shader.ts'
import { projectionUniforms } from '#src/webgl/projection-uniforms.ts'

const table = Array.from({ length: 20 }, (_, i) => ({ name: `B${i + 1}` }))
function treeOf(text: string) {
  const parsed = parseFormula(text)
  const bound = parsed.ok ? bind(parsed.tree, table) : parsed
  if (!bound.ok) throw new Error(text)
  return bound.tree
}
const ramp = (text: string, range: [number, number] = [0, 1]): Paint => ({
  kind: 'ramp',
  tree: treeOf(text),
  range,
  colormap: 'viridis',
})

const digits = { sampleType: 'uint16', nodata: 0 } as const

test('the shader counts only the bands that a formula uses', () => {
  const paint = ramp('(B18 - B4) / (B18 + B4)')
  expect(bandsOfPaint(paint)).toEqual([3, 17])
  const source = fragmentShader(paint, digits)
  expect(source).toContain('uniform vec3 u_band[2]')
  expect(source).toContain('formulaDivide((band(1) - band(0)), (band(1) + band(0)))')
})

test('only another formula is another program', () => {
  expect(fragmentShader(ramp('B1', [0, 1]), digits)).toBe(fragmentShader(ramp('B1', [-3, 5]), digits))
  expect(fragmentShader(ramp('B1'), digits)).not.toBe(fragmentShader(ramp('B1 * 2'), digits))
  expect(fragmentShader(ramp('B1'), digits)).not.toBe(fragmentShader(ramp('B1'), { ...digits, sampleType: 'int16' }))
  expect(fragmentShader(ramp('B1'), digits)).not.toBe(fragmentShader(ramp('B1'), { ...digits, nodata: null }))
})

test('class colours become a table, in order', () => {
  const classes = [
    { min: 0, max: 1, colour: '#ff8000' },
    { min: 1, max: 2, colour: '#0f0' },
    { min: 2, max: 3, colour: 'odd' },
  ]
  const colours = colourTable({ kind: 'classes', tree: treeOf('B1'), classes })
  expect([...colours.subarray(0, 12)]).toEqual([255, 128, 0, 255, 0, 255, 0, 255, 128, 128, 128, 255])
})

test('the shift to the anchor happens before anything becomes float32', () => {
  // Zoomed in far: the matrix takes world squares to pixels, so float32 alone would lose metres.
  const scale = 2 ** 26
  const anchor = [0.536111111111, 0.32345678901] as const
  const matrix = [scale, 0, 0, 0, 0, scale, 0, 0, 0, 0, 1, 0, -scale * anchor[0] + 0.25, -scale * anchor[1] + 0.5, 0, 1]
  const data = {
    mainMatrix: matrix,
    fallbackMatrix: matrix,
    tileMercatorCoords: [0, 0, 1, 1],
    clippingPlane: [0, 0, 0, 0],
    projectionTransition: 0,
  } as const
  const uniforms = new Map(projectionUniforms(data, anchor))
  expect(uniforms.get('u_projection_matrix')![12]).toBeCloseTo(0.25, 5)
  expect(uniforms.get('u_projection_matrix')![13]).toBeCloseTo(0.5, 5)
  const globe = new Map(projectionUniforms({ ...data, projectionTransition: 1 }, anchor))
  expect(globe.get('u_projection_matrix')).toEqual(Float32Array.from(matrix))
})
