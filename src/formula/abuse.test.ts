import { describe, expect, it } from 'vitest'
import { bind } from './bind.ts'
import { sampleColormap } from './colormaps.ts'
import { completeFormula } from './complete.ts'
import { evaluator } from './evaluate.ts'
import { evaluateMany } from './evaluate-many.ts'
import { parseComposite, parseFormula } from './parse.ts'
import { fireflyBands } from './satellite-bands.ts'
import { toGlsl } from './to-glsl.ts'
import { isBandName } from './read-reference.ts'

/** All the way that a text goes in the app: a reason, or a value of a pixel. */
function outcome(text: string): { reason: string } | { value: number; glsl: string } {
  const parsed = parseFormula(text)
  if (!parsed.ok) return { reason: parsed.errors[0]!.message }
  const bound = bind(parsed.tree, fireflyBands)
  if (!bound.ok) return { reason: bound.errors[0]!.message }
  const pixel = fireflyBands.map((_, i) => i / 200)
  const out = new Float32Array(1)
  evaluateMany(
    bound.tree,
    pixel.map((value) => [value]),
    out,
  )
  const value = evaluator(bound.tree)(pixel)
  expect(out[0]).toBe(Math.fround(value))
  return { value, glsl: toGlsl(bound.tree) }
}

const ownNames = ['constructor', '__proto__', 'prototype', 'toString', 'valueOf', 'hasOwnProperty', '__defineGetter__']

describe('what is meant to break', () => {
  it.each(ownNames)('%s is no band, no function, no colour map and no suggestion', (name) => {
    for (const text of [name, `${name}(B001)`, `B001 + ${name}`, `${name}.${name}`, `max(${name}, 1)`])
      expect(outcome(text), text).toHaveProperty('reason')
    expect(parseComposite(`${name}; B001; B002`).ok && bind).toBe(false)
    expect(completeFormula(name, name.length, fireflyBands).options).toEqual([])
    expect(isBandName(name)).toBe(false)
    expect(sampleColormap(name, 0.5)).toEqual(sampleColormap('viridis', 0.5))
  })

  // Not one test each: a runner that makes titles of such texts stumbles itself.
  it('what is no formula is refused in words', () => {
    const texts = [
      'constructor.constructor("return process")()',
      'globalThis',
      'alert(1)',
      'B001;alert(1)',
      'import("x")',
      '`${B001}`',
      '(() => 1)()',
      'B001["constructor"]',
      'B001 // comment',
      '/* */ B001',
      'band(0)',
      'B001 } void main() {',
      'gl_FragColor',
      'formulaNone()',
      'B001\u0000',
      '\u202eB001',
      'В001',
    ]
    for (const text of texts) expect(outcome(text), text).toHaveProperty('reason')
  })

  it.each(['B001 / 0', '0 / 0', '1 / (nir - nir)', 'sqrt(0 - 1)', 'log(0)', '1e38 * 1e38', 'exp(exp(9))', '9 ^ 9 ^ 9'])(
    '%s has no value, and says so the same way everywhere',
    (text) => {
      expect(outcome(text)).toMatchObject({ value: NaN })
    },
  )

  it.each([
    ['a long sum', Array.from({ length: 2000 }, () => 'nir').join('+')],
    ['a long list', `mean(${Array.from({ length: 900 }, () => 'B001').join(',')})`],
    ['a long name', 'n'.repeat(4001)],
    ['deep parentheses', '('.repeat(2000) + 'nir' + ')'.repeat(1999)],
    ['deep signs', '-'.repeat(3999) + '1'],
    ['deep conditionals', 'nir ? 1 : '.repeat(300) + '0'],
    ['deep calls', 'abs('.repeat(500) + 'nir' + ')'.repeat(500)],
    ['a tower of powers', Array.from({ length: 500 }, () => '2').join('^')],
    ['open parentheses only', '('.repeat(4000)],
  ])('%s gets a reason, at once', (_, text) => {
    // Time on the processor: others may use it, too.
    const started = process.cpuUsage()
    expect(outcome(text)).toHaveProperty('reason')
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(1000)
  })

  // As deep as the parser lets through: work must grow with the length of a formula, not double with every level.
  it.each([
    ['a range over all bands', 'R400:1000', 67 / 200],
    ['nested calls', 'abs('.repeat(50) + 'B002' + ')'.repeat(50), 1 / 200],
    ['signs', '- '.repeat(60) + 'B002', 1 / 200],
    ['nested conditionals', 'B001 ? 1 : '.repeat(50) + 'B002', 1 / 200],
    ['a chain of conditions', Array.from({ length: 100 }, () => 'B002 > 0').join(' && '), 1],
    ['a chain of minima', 'min(B002, '.repeat(50) + '1' + ')'.repeat(50), 1 / 200],
    ['powers of powers', '('.repeat(50) + 'B002' + '^1)'.repeat(50), 1 / 200],
  ])('%s gets its value, at once', (_, text, value) => {
    const started = process.cpuUsage()
    expect(outcome(text)).toMatchObject({ value: expect.closeTo(value, 6) })
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(1000)
  })
})
