import { parseTokens } from './parse-tokens.ts'
import { tokenize } from './tokens.ts'
import type { Formula, FormulaError } from './tree.ts'

export type ParsedFormula = { ok: true; tree: Formula } | { ok: false; errors: FormulaError[] }

export const longestFormula = 4000

/**
 * Reads one expression, such as `(nir - red) / (nir + red)`. Never throws; on failure there is at least one error, each
 * with the place in the text it speaks of.
 */
export function parseFormula(text: string): ParsedFormula {
  const refused = refusedForLength(text)
  if (refused) return { ok: false, errors: [refused] }
  const { tokens, errors } = tokenize(text)
  if (errors.length > 0) return { ok: false, errors }
  return parseTokens(tokens)
}

export type ParsedComposite = { ok: true; trees: [Formula, Formula, Formula] } | { ok: false; errors: FormulaError[] }

/** Reads three expressions for red, green and blue, separated by `;` (or by commas outside parentheses): `B04;B03;B02`. */
export function parseComposite(text: string): ParsedComposite {
  const refused = refusedForLength(text)
  if (refused) return { ok: false, errors: [refused] }
  const { tokens, errors } = tokenize(text)
  if (errors.length > 0) return { ok: false, errors }

  const parts: (typeof tokens)[] = [[]]
  let depth = 0
  for (const token of tokens) {
    if (token.text === '(') depth++
    if (token.text === ')') depth--
    const separates = token.text === ';' || (token.text === ',' && depth <= 0)
    parts.at(-1)?.push(separates ? { ...token, kind: 'end', text: '' } : token)
    if (separates) parts.push([])
  }
  // A closing separator, as in "B04;B03;B02;", opens no fourth part.
  if (parts.length > 1 && parts.at(-1)?.length === 1) parts.pop()
  if (parts.length !== 3) {
    const message = `A composite needs three expressions, for red; green; blue: this has ${parts.length}`
    return { ok: false, errors: [{ message, start: 0, end: text.length }] }
  }
  const trees: Formula[] = []
  for (const part of parts) {
    const parsed = parseTokens(part)
    if (parsed.ok) trees.push(parsed.tree)
    else errors.push(...parsed.errors)
  }
  const [red, green, blue] = trees
  return red && green && blue && errors.length === 0 ? { ok: true, trees: [red, green, blue] } : { ok: false, errors }
}

function refusedForLength(text: string): FormulaError | undefined {
  if (text.length <= longestFormula) return undefined
  const message = `The formula is ${text.length} characters long: ${longestFormula} is the most`
  return { message, start: longestFormula, end: text.length }
}
