import { createHash } from 'node:crypto'

/** An id in the form of a UUID that is always the same for the same words: for seeds, and for work that may run twice. */
export function stableId(...words: (string | number)[]): string {
  const hex = createHash('sha256').update(words.join('\n')).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
