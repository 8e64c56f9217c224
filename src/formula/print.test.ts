import { expect, it } from 'vitest'
import { bind } from './bind.ts'
import { parseFormula } from './parse.ts'
import { printExpression, printFormula, printWithWavelengths } from './print.ts'
import { randomNumbers, randomTree, withoutSpans } from './random-tree.ts'
import type { BandReference } from './tree.ts'

const parse = (text: string) => {
  const parsed = parseFormula(text)
  if (!parsed.ok) throw new Error(`${text}: ${JSON.stringify(parsed.errors)}`)
  return parsed.tree
}

it.each([
  ['((B08-B04))/((B08)+B04)', '(B08 - B04) / (B08 + B04)'],
  ['-(a**2)', '-a^2'],
  ['(-a)**2', '(-a)^2'],
  ['a-(b-c)', 'a - (b - c)'],
  ['(a<b)<c', '(a < b) < c'],
  ['- -a', '- -a'],
  ['x ? (R850:870) : 2*pi', 'x ? (R850:870) : 2 * pi'],
])('writes %s as %s', (text, canonical) => {
  expect(printFormula(parse(text))).toBe(canonical)
})

it('writes any tree so that reading gives the same tree', () => {
  const random = randomNumbers(11)
  const leaves: [string, BandReference][] = [
    ['B04', { by: 'name', name: 'B04' }],
    ['nir', { by: 'role', role: 'nir' }],
    ['R704.1', { by: 'wavelength', wavelengthNm: 704.1 }],
    ['R850:870', { by: 'range', fromNm: 850, toNm: 870 }],
  ]
  for (let round = 0; round < 3000; round++) {
    const tree = randomTree(random, 5, () => {
      const [text, band] = leaves[Math.floor(random() * leaves.length)] ?? leaves[0]!
      return { text, band }
    })
    const text = printFormula(tree)
    // The text of a tree this size may pass the length limit; that is not what is tested here.
    if (text.length > 4000) continue
    expect(withoutSpans(parse(text)), text).toEqual(withoutSpans(tree))
  }
})

it('writes a bound formula by names and by wavelengths', () => {
  const bands = [{ name: 'B062', wavelengthNm: 671.7 }, { name: 'B118', wavelengthNm: 853.7 }, { name: 'mask' }]
  const bound = bind(parse('(nir - red)^2 + mask'), bands)
  if (!bound.ok) throw new Error(JSON.stringify(bound.errors))
  expect(printExpression(bound.tree)).toBe('(B118 - B062)**2 + mask')
  expect(printWithWavelengths(bound.tree, bands)).toBe('(R854 - R672)^2 + mask')
})
