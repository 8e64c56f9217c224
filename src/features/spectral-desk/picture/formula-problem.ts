import type { FormulaError } from '#src/formula/tree.ts'

/** What is wrong with a text and where, in one sentence; nothing about a text that is not begun. */
export function formulaProblem(text: string, errors: readonly FormulaError[]): string | undefined {
  const [first, ...others] = errors
  if (!first || text.trim() === '') return undefined
  const { start, end, message } = first
  const more = others.length > 0 ? ` (${others.length} more)` : ''
  if (end <= start) return message + more
  const part = text.slice(start, end)
  const quoted = part.length > 24 ? `${part.slice(0, 23)}…` : part
  return `${message}. At character ${start + 1}: ${quoted}${more}`
}
