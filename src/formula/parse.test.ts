import { describe, expect, it } from 'vitest'
import { parseComposite, parseFormula } from './parse.ts'
import { printFormula } from './print.ts'
import { randomNumbers, withoutSpans } from './random-tree.ts'

const shape = (text: string) => {
  const parsed = parseFormula(text)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors))
  return withoutSpans(parsed.tree)
}
const errorOf = (text: string) => {
  const parsed = parseFormula(text)
  if (parsed.ok) throw new Error(`"${text}" was accepted`)
  const [error] = parsed.errors
  if (!error) throw new Error('no error given')
  return { ...error, under: text.slice(error.start, error.end) }
}

describe('parseFormula', () => {
  it.each([
    ['-B1^2', '-(B1^2)'],
    ['2**3**2', '2^(3^2)'],
    ['2^-B1', '2^(-B1)'],
    ['-a*b', '(-a)*b'],
    ['a-b-c', '(a-b)-c'],
    ['a/b*c', '(a/b)*c'],
    ['a+b*c', 'a+(b*c)'],
    ['a<b && c>d || !e1', '((a<b) && (c>d)) || (!e1)'],
    ['a ? b : c ? d : f', 'a ? b : (c ? d : f)'],
    ['a − b × c ÷ d ≤ f', 'a-b*c/d <= f'],
    ['SQRT(a)', 'sqrt(a)'],
  ])('reads %s as %s', (text, grouped) => {
    expect(shape(text)).toEqual(shape(grouped))
  })

  it('tells names, roles, wavelengths and ranges apart', () => {
    const bandOf = (text: string) => {
      const parsed = parseFormula(text)
      return parsed.ok && parsed.tree.kind === 'band' ? parsed.tree.band : parsed
    }
    expect(bandOf('B8A')).toEqual({ by: 'name', name: 'B8A' })
    expect(bandOf('nir08')).toEqual({ by: 'name', name: 'nir08' })
    expect(bandOf('NIR')).toEqual({ by: 'role', role: 'nir' })
    expect(bandOf('R854')).toEqual({ by: 'wavelength', wavelengthNm: 854 })
    expect(bandOf('R704.1')).toEqual({ by: 'wavelength', wavelengthNm: 704.1 })
    expect(bandOf('R850:870')).toEqual({ by: 'range', fromNm: 850, toNm: 870 })
  })

  it('does not take the two sides of a conditional for a range', () => {
    expect(shape('a ? R850:870')).toEqual(shape('(a) ? (R850) : 870'))
    expect(shape('a ? (R850:870) : 1')).toMatchObject({ whenTrue: { band: { by: 'range' } } })
    expect(shape('a ? max(R850:870, 0) : R600:650')).toMatchObject({ whenFalse: { band: { by: 'range' } } })
  })

  it.each([
    ['B04 + ', '+', /ends where a value/],
    ['(B04 + B08', '(', /never closed/],
    ['B04 + B08)', ')', /closes nothing/],
    ['B04 B08', 'B08', /operator is missing/],
    ['2B04', '2B04', /2 \* B04/],
    ['B04 + foo(2)', 'foo', /no function "foo"/],
    ['sqrt(a, b)', 'sqrt(a, b)', /sqrt\(x\) does not take 2 values/],
    ['min(a)', 'min(a)', /does not take 1 value$/],
    ['B04[0]', '[', /round parentheses/],
    ['a.b', '.', /inside a number/],
    ['a; b', ';', /Only a composite/],
    ['a = b', '=', /write ==/],
    ['a & b', '&', /write &&/],
    ['a < b < c', '<', /do not chain/],
    ['a ? b', '?', /needs a ":"/],
    ['constructor', 'constructor', /not a band/],
    ['__proto__ + 1', '__proto__', /not a band/],
    ['R85 + 1', 'R85', /not a wavelength/],
    ['R870:850', 'R870:850', /from short to long/],
    ['1e39', '1e39', /too large/],
    ['1..2', '.2', /operator is missing/],
    ['', '', /no formula yet/],
    ['   ', '', /no formula yet/],
    ['*2', '*', /is expected here/],
  ])('%s: underlines "%s"', (text, under, message) => {
    const error = errorOf(text)
    expect(error.message).toMatch(message)
    expect(error.under).toBe(under)
  })

  it('reports several mistakes at once', () => {
    const parsed = parseFormula('foo(1) + constructor + sqrt()')
    expect(parsed.ok ? [] : parsed.errors.map((error) => error.start)).toEqual([0, 9, 23])
  })

  it('limits length, nesting, depth and size', () => {
    expect(errorOf('1+'.repeat(2100) + '1').message).toMatch(/4000/)
    expect(errorOf('('.repeat(100) + '1' + ')'.repeat(100)).message).toMatch(/64 levels/)
    expect(errorOf('-'.repeat(3000) + '1').message).toMatch(/64 levels/)
    expect(errorOf('1+'.repeat(300) + '1').message).toMatch(/128 steps deep/)
    expect(errorOf('1+'.repeat(1900) + '1').message).toMatch(/1000 parts/)
    expect(shape('1+'.repeat(120) + '1')).toBeDefined()
  })

  it('never throws and never hangs on rubbish, and points inside the text', () => {
    const random = randomNumbers(7)
    const pieces = [
      'B04',
      'R850',
      ':',
      '870',
      'nir',
      '(',
      ')',
      '+',
      '-',
      '*',
      '/',
      '^',
      '**',
      '?',
      ':',
      ',',
      ';',
      '.',
      '1',
    ]
    pieces.push(
      '1e',
      'min(',
      'where(',
      '&&',
      '|',
      '<',
      '>=',
      '!',
      ' ',
      '__proto__',
      '"',
      '\\',
      '🛰',
      'é',
      '\n',
      '=',
      '[0]',
    )
    // Time on the processor: others may use it, too.
    const started = process.cpuUsage()
    for (let round = 0; round < 20_000; round++) {
      const count = Math.floor(random() * 30)
      const text = Array.from({ length: count }, () => pieces[Math.floor(random() * pieces.length)]).join('')
      for (const parsed of [parseFormula(text), parseComposite(text)]) {
        if (parsed.ok) continue
        expect(parsed.errors.length).toBeGreaterThan(0)
        for (const { start, end } of parsed.errors) {
          if (!(start >= 0 && end >= start && end <= text.length))
            throw new Error(`span [${start}, ${end}] of "${text}"`)
        }
      }
      const parsed = parseFormula(text)
      if (parsed.ok) expect(shape(printFormula(parsed.tree))).toEqual(withoutSpans(parsed.tree))
    }
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(20_000)
  })
})

describe('parseComposite', () => {
  it('reads three expressions, parted by semicolons or by commas outside parentheses', () => {
    for (const text of ['B04;B03;B02', 'B04, B03, B02', ' B04 ; B03 ; B02 ;']) {
      const parsed = parseComposite(text)
      expect(parsed.ok && parsed.trees.map(printFormula)).toEqual(['B04', 'B03', 'B02'])
    }
    const parsed = parseComposite('max(a, b), c*2, d')
    expect(parsed.ok && parsed.trees.map(printFormula)).toEqual(['max(a, b)', 'c * 2', 'd'])
  })

  it('says what is missing, and where', () => {
    const two = parseComposite('B04;B03')
    expect(!two.ok && two.errors[0]?.message).toMatch(/this has 2/)
    const text = 'B04; B03 +; B02 *'
    const broken = parseComposite(text)
    expect(!broken.ok && broken.errors.map(({ start, end }) => text.slice(start, end))).toEqual(['+', '*'])
    const empty = parseComposite('B04;;B02')
    expect(!empty.ok && empty.errors[0]).toMatchObject({ start: 4 })
  })
})
