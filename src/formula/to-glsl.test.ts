import { expect, it } from 'vitest'
import { bind } from './bind.ts'
import { evaluator } from './evaluate.ts'
import { parseFormula } from './parse.ts'
import { randomNumbers, randomTree } from './random-tree.ts'
import { bandsOf, glslFloat, glslPrelude, toGlsl } from './to-glsl.ts'
import type { BoundBand } from './tree.ts'

const bands = [{ name: 'a' }, { name: 'b' }, { name: 'c' }]
const glsl = (text: string) => {
  const parsed = parseFormula(text)
  const bound = parsed.ok ? bind(parsed.tree, bands) : parsed
  if (!bound.ok) throw new Error(JSON.stringify(bound.errors))
  return toGlsl(bound.tree)
}

it.each([
  ['(a-b)/(a+b)', 'formulaDivide((band(0) - band(1)), (band(0) + band(1)))'],
  ['a^2', 'formulaWholePower(band(0), 2)'],
  ['a**-3', 'formulaDivide(1.0, formulaWholePower(band(0), 3))'],
  ['a^0.5', 'formulaPower(band(0), 0.5)'],
  ['a > 2 && !b ? 1 : 1e-7', '(((band(0) > 2.0) && !((band(1) != 0.0))) ? 1.0 : 1.0e-7)'],
  ['max(a, b, c)', 'max(band(0), max(band(1), band(2)))'],
])('%s', (text, expected) => {
  expect(glsl(text)).toBe(expected)
})

it('writes every number so that GLSL takes it for a float', () => {
  const literal = /^\d+\.\d+(e[+-]?\d+)?$/
  for (const value of [0, 1, 0.1, 1e-7, 1.5e-9, 1e21, 3.4e38, 1e-60, Math.PI]) expect(glslFloat(value)).toMatch(literal)
})

it('lists the bands it reads', () => {
  const tree = randomTree<BoundBand>(randomNumbers(1), 0, () => ({ band: { index: 4, name: 'x' }, text: 'x' }))
  expect(bandsOf({ kind: 'unary', operator: '-', operand: tree, start: 0, end: 0 })).toEqual([4])
})

// GLSL's expressions and simple functions are nearly JavaScript's. Running the prelude as such, types taken off, shows that
// the flag of the shader and the NaN of the evaluators obey the same rules.
const prelude = glslPrelude
  .replaceAll(/^precision .*$/gm, '')
  .replaceAll(/^float (\w+)\(([^)]*)\)/gm, (_, name: string, list: string) => {
    return `function ${name}(${list.replaceAll(/\b(float|int) /g, '')})`
  })
  .replaceAll('bool formulaHasValue(float x)', 'function formulaHasValue(x)')
  .replaceAll(/\b(float|int|bool) (?=\w+ =)/g, 'let ')

const builtIns = `
const { min, max, abs, floor, ceil, pow, sqrt, log, exp } = Math
const isnan = Number.isNaN
const isinf = (x) => Math.abs(x) > 3.4028234663852886e38
const mod = (x, y) => x - y * Math.floor(x / y)
const band = (i) => { if (isnan(samples[i])) { formulaValid = false; return 0.25 } return samples[i] }
`

it('agrees with the evaluator on values and on where there are none', () => {
  const random = randomNumbers(5)
  const choices = [NaN, 0, 0.25, 0.5, 1, -1, 2]
  let withValue = 0
  let without = 0
  for (let round = 0; round < 4000; round++) {
    const tree = randomTree<BoundBand>(random, 4, () => {
      const index = Math.floor(random() * 3)
      return { band: { index, name: 'abc'.charAt(index) }, text: 'abc'.charAt(index) }
    })
    const samples = bands.map(() => choices[Math.floor(random() * choices.length)] ?? 0)
    const body = `${builtIns} ${prelude} const value = ${toGlsl(tree)}; return formulaHasValue(value) ? value : NaN`
    const shader = new Function('samples', body) as (samples: number[]) => number
    const expected = evaluator(tree)(samples)
    const got = shader(samples)
    // Past the range of float32 the two may differ, as the prelude says; the constants of random trees get there.
    if (beyondFloat32(toGlsl(tree))) continue
    if (Number.isNaN(expected)) without++
    else withValue++
    const near = Math.abs(got - expected) <= 1e-6 * Math.max(1, Math.abs(expected))
    if (!near && !(Number.isNaN(got) && Number.isNaN(expected))) {
      throw new Error(`${toGlsl(tree)} of ${samples}: ${got}, expected ${expected}`)
    }
  }
  expect(withValue).toBeGreaterThan(300)
  expect(without).toBeGreaterThan(300)
})

function beyondFloat32(expression: string): boolean {
  return /1\.0e\+21|formulaExp|100\.0/.test(expression)
}
