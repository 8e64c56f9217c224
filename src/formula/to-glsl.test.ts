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
  ['a^2', 'formulaPower(band(0), 2)'],
  ['a**-3', 'formulaDivide(1.0, formulaPower(band(0), 3))'],
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

// GLSL's expressions are JavaScript's as well. With the prelude's helpers translated by hand, running them shows that the
// flag of the shader and the NaN of the evaluators obey the same rules.
const helpers = `
let formulaValid = true
const band = (i) => { if (Number.isNaN(samples[i])) { formulaValid = false; return 0.25 } return samples[i] }
const formulaNone = () => { formulaValid = false; return 0 }
const formulaFinite = (x) => Math.abs(x) <= 3.4028234663852886e38 ? x : formulaNone()
const formulaDivide = (a, b) => b === 0 ? formulaNone() : a / b
const formulaSqrt = (x) => x < 0 ? formulaNone() : Math.sqrt(x)
const formulaLog = (x) => x > 0 ? Math.log(x) : formulaNone()
const formulaExp = (x) => x > 88.7228 ? formulaNone() : Math.exp(x)
const formulaRound = (x) => Math.floor(x + 0.5)
const formulaClamp = (x, low, high) => Math.min(Math.max(x, low), high)
const formulaPower = (x, y) => {
  if (y === 0) return 1
  if (x === 0) return y > 0 ? 0 : formulaNone()
  if (x > 0) return formulaFinite(x ** y)
  if (y !== Math.floor(y)) return formulaNone()
  const size = formulaFinite((-x) ** y)
  return y % 2 === 0 ? size : -size
}
const { min, max, abs, floor, ceil } = Math
`

it('has the translated helpers under test, and no others', () => {
  const defined = [...glslPrelude.matchAll(/^float (\w+)\(/gm)].map((match) => match[1])
  expect(new Set(defined)).toEqual(new Set([...helpers.matchAll(/const (formula\w+) =/g)].map((match) => match[1])))
})

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
    const body = `${helpers} const value = ${toGlsl(tree)}; return formulaValid && Math.abs(value) <= 3.4028234663852886e38 ? value : NaN`
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
