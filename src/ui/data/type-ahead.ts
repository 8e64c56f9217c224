/** Keys that follow each other within this time make one word. */
const pauseMs = 900

/**
 * Collects typed characters into a word and finds the next row that starts with it. One letter again and again goes from
 * match to match; a longer word stays on a row that still fits.
 */
export function createTypeAhead() {
  let word = ''
  let typedAt = -Infinity

  return {
    /** @returns the row to go to, -1 when none fits. `textsOf(i)`: what row i may be called. */
    find(
      key: string,
      atMs: number,
      from: number,
      count: number,
      textsOf: (index: number) => readonly string[],
    ): number {
      word = (atMs - typedAt > pauseMs ? '' : word) + key.toLowerCase()
      typedAt = atMs
      const isRepeated = [...word].every((letter) => letter === word[0])
      const wanted = isRepeated ? (word[0] ?? '') : word
      const first = word.length === 1 || isRepeated ? 1 : 0
      for (let step = first; step < count + first; step++) {
        const index = (Math.max(0, from) + step) % count
        if (textsOf(index).some((text) => text.toLowerCase().startsWith(wanted))) return index
      }
      return -1
    },
    /** Whether a word is being typed, so that a space belongs to it. */
    isTyping: (atMs: number) => word !== '' && atMs - typedAt <= pauseMs,
  }
}
