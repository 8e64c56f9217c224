import { describe, expect, it } from 'vitest'
import { bind } from './bind.ts'
import { evaluator } from './evaluate.ts'
import { evaluateMany } from './evaluate-many.ts'
import { parseFormula } from './parse.ts'
import { randomNumbers, randomTree } from './random-tree.ts'
import type { BoundBand } from './tree.ts'

const bands = [{ name: 'a' }, { name: 'b' }, { name: 'c' }]
const boundTree = (text: string) => {
  const parsed = parseFormula(text)
  const bound = parsed.ok ? bind(parsed.tree, bands) : parsed
  if (!bound.ok) throw new Error(JSON.stringify(bound.errors))
  return bound.tree
}
const value = (text: string, ...samples: number[]) => evaluator(boundTree(text))(samples)

describe('evaluator', () => {
  it.each([
    ['(a-b)/(a+b)', [0.5, 0.1], 0.4 / 0.6],
    ['-a^2', [3], -9],
    ['2^-1', [], 0.5],
    ['2**3**2', [], 512],
    ['a > b ? 10 : 20', [2, 1], 10],
    ['a > b && b > 0', [2, 1], 1],
    ['!a', [0], 1],
    ['mean(a, b, c)', [1, 2, 6], 3],
    ['min(a, b, c) + max(a, b, c)', [1, 2, 6], 7],
    ['clamp(a, 0, 1)', [7], 1],
    ['round(2.5) + round(-2.5)', [], 1],
    ['log10(1000) + log(e) + sqrt(16) + exp(0)', [], 9],
    ['(-2)^3', [], -8],
    ['where(a, 1, 2)', [0], 2],
    ['0^0', [], 1],
  ] as [string, number[], number][])('%s of %j is %f', (text, samples, expected) => {
    expect(value(text, ...samples)).toBeCloseTo(expected, 12)
  })

  it.each(['a/0', '0/0', 'sqrt(-1)', 'log(0)', '(-1)^0.5', '0^-1', 'exp(100)', '1e38*1e38', '1/(a-a)'])(
    '%s has no value',
    (text) => {
      expect(value(text, 1)).toBeNaN()
    },
  )

  it.each([
    'a',
    'a^0',
    'a*0',
    'a > 1',
    '!a',
    'a == a',
    'a ? 1 : 2',
    'min(a, 1)',
    'mean(a, 1)',
    'a && 0',
    'a || 1',
    '1 && a',
  ])('nodata stays nodata in %s', (text) => {
    expect(value(text, NaN)).toBeNaN()
  })

  it.each([
    ['0 && a', 0],
    ['1 || a', 1],
    ['1 ? 5 : a', 5],
    ['b == 0 ? 0 : a / b', 0],
  ])('what is not chosen does not matter: %s', (text, expected) => {
    expect(value(text, NaN, 0)).toBe(expected)
  })
})

describe('evaluateMany', () => {
  it('gives what one pixel at a time gives, for any formula, nodata and decoding included', () => {
    const random = randomNumbers(3)
    const decoding = { scale: 0.5, offset: -1, nodata: 0 }
    const count = 5000
    const digits = bands.map(() => Uint16Array.from({ length: count }, () => Math.floor(random() * 6)))
    const out = new Float32Array(count)
    for (let round = 0; round < 400; round++) {
      const tree = randomTree<BoundBand>(random, 4, () => {
        const index = Math.floor(random() * 3)
        return { band: { index, name: 'abc'.charAt(index) }, text: 'abc'.charAt(index) }
      })
      evaluateMany(tree, digits, out, decoding)
      const one = evaluator(tree)
      for (let p = 0; p < count; p += 37) {
        const samples = digits.map((band) => (band[p] === 0 ? NaN : (band[p] ?? 0) * 0.5 - 1))
        const expected = Math.fround(one(samples))
        if (!Object.is(out[p], expected) && out[p] !== expected)
          throw new Error(`${JSON.stringify(tree)} at ${samples}`)
      }
    }
  })

  it('takes sparse bands and refuses missing or short ones', () => {
    const out = new Float32Array(3)
    evaluateMany(boundTree('b * 2'), [undefined, [1, 2, NaN]], out)
    expect([...out]).toEqual([2, 4, NaN])
    expect(() => evaluateMany(boundTree('a'), [], out)).toThrow(/Band 0/)
    expect(() => evaluateMany(boundTree('a'), [[1]], out)).toThrow(/1 of 3 samples/)
  })

  it('does a million NDVI pixels from digits well within a frame or two', () => {
    const count = 1_000_000
    const a = Uint16Array.from({ length: count }, (_, i) => (i * 7) % 50000)
    const b = Uint16Array.from({ length: count }, (_, i) => (i * 13) % 50000)
    const out = new Float32Array(count)
    const tree = boundTree('(a - b) / (a + b)')
    const times = Array.from({ length: 7 }, () => {
      // Time on the processor: others may use it, too.
      const started = process.cpuUsage()
      evaluateMany(tree, [a, b], out, { scale: 0.00002, offset: 0, nodata: 0 })
      return process.cpuUsage(started).user / 1000
    })
    expect(out[1]).toBeCloseTo((7 - 13) / (7 + 13), 6)
    // Usually 10 to 20 ms; the bound leaves room for a busy machine.
    expect(Math.min(...times)).toBeLessThan(60)
  })
})
