import type { FormulaError, Span } from './tree.ts'

export type Token = Span & { kind: 'number' | 'name' | 'operator' | 'end'; text: string }

const numberPattern = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y
// A wavelength may carry decimals (R704.1); no other name may hold a point.
const namePattern = /[Rr]\d+\.\d+(?![\w.])|[A-Za-z_]\w*/y
const operatorPattern = /\*\*|<=|>=|==|!=|&&|\|\||[-+*/^()<>!?:,;]/y

// What formulas copied out of papers and word processors bring along.
const typographic = new Map([
  ['−', '-'],
  ['–', '-'],
  ['×', '*'],
  ['·', '*'],
  ['⋅', '*'],
  ['÷', '/'],
  ['≤', '<='],
  ['≥', '>='],
  ['≠', '!='],
])

const hints = new Map([
  ['[', 'use round parentheses ( )'],
  [']', 'use round parentheses ( )'],
  ['{', 'use round parentheses ( )'],
  ['}', 'use round parentheses ( )'],
  ['.', 'a point only stands inside a number, such as 0.5'],
  ['=', 'to compare, write =='],
  ['&', 'for "and", write &&'],
  ['|', 'for "or", write ||'],
  ['%', 'there is no remainder operator'],
])

/** Splits a formula's text into tokens; the last one is always `end`. Characters that mean nothing become errors. */
export function tokenize(text: string): { tokens: Token[]; errors: FormulaError[] } {
  const tokens: Token[] = []
  const errors: FormulaError[] = []
  const match = (pattern: RegExp, at: number) => {
    pattern.lastIndex = at
    return pattern.exec(text)?.[0]
  }
  let start = 0
  while (start < text.length) {
    const character = String.fromCodePoint(text.codePointAt(start) ?? 0)
    if (/\s/.test(character)) {
      start += character.length
      continue
    }
    const number = match(numberPattern, start)
    const name = number ? undefined : match(namePattern, start)
    const replaced = typographic.get(character)
    const operator = number || name ? undefined : (replaced ?? match(operatorPattern, start))
    const taken = number ?? name ?? (replaced ? character : (operator ?? character))
    const end = start + taken.length
    if (number) tokens.push({ kind: 'number', text: number, start, end })
    else if (name) tokens.push({ kind: 'name', text: name, start, end })
    else if (operator) tokens.push({ kind: 'operator', text: operator, start, end })
    else {
      const hint = hints.get(character)
      errors.push({ message: `"${character}" has no meaning here${hint ? `: ${hint}` : ''}`, start, end })
    }
    start = end
  }
  tokens.push({ kind: 'end', text: '', start: text.length, end: text.length })
  return { tokens, errors }
}
