/** So many letters may be wrong, missing, too many or swapped; in a short word any would make it another. */
export const mostErrors = (length: number): number => (length < 4 ? 0 : length < 8 ? 1 : 2)

/** Which letters a text has, as bits: what lacks more of a word's letters than it may have errors is none of its spellings. */
export function letterBits(text: string): number {
  let bits = 0
  for (let i = 0; i < text.length; i++) {
    const letter = text.charCodeAt(i) - 97
    bits |= 1 << (letter >= 0 && letter < 26 ? letter : 26 + (text.charCodeAt(i) % 6))
  }
  return bits
}

export function countBits(bits: number): number {
  let count = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++
  return count
}

/**
 * How many letters have to be changed, added, left out or swapped with the next until `typed` is the name (`whole`) or what it
 * begins with (`start`): the restricted distance of Damerau and Levenshtein. More than `most` is not counted out.
 */
export function errorsIn(typed: string, name: string, most: number): { whole: number; start: number } {
  const columns = typed.length + 1
  let [before, previous, row] = [
    new Uint8Array(columns),
    Uint8Array.from({ length: columns }, (_, i) => i),
    new Uint8Array(columns),
  ]
  let start = previous[typed.length]!
  for (let j = 1; j <= name.length; j++) {
    row[0] = j
    let least = j
    for (let i = 1; i < columns; i++) {
      const isSame = typed[i - 1] === name[j - 1]
      let errors = Math.min(previous[i]! + 1, row[i - 1]! + 1, previous[i - 1]! + (isSame ? 0 : 1))
      const isSwapped = i > 1 && j > 1 && typed[i - 1] === name[j - 2] && typed[i - 2] === name[j - 1]
      if (isSwapped) errors = Math.min(errors, before[i - 2]! + 1)
      row[i] = errors
      if (errors < least) least = errors
    }
    start = Math.min(start, row[typed.length]!)
    if (least > most) return { whole: most + 1, start }
    ;[before, previous, row] = [previous, row, before]
  }
  return { whole: previous[typed.length]!, start }
}
