import { expect, it } from 'vitest'
import { jsonErrorAt } from './json-error-at.ts'

it.each([
  ['[1, 2,]', 6],
  ['{"a": 1', 7],
  ['{"a" 1}', 5],
  ["{'a': 1}", 1],
  ['{"a": 1,}', 8],
  ['[1 2]', 3],
  ['[1] x', 4],
  ['', 0],
  ['[01]', 2],
  ['nul', 0],
  ['["a\nb"]', 1],
])('%s fails at %d', (text, at) => {
  expect(jsonErrorAt(text)).toBe(at)
})

it('agrees with JSON.parse on what is valid, for every cut and every lost character', () => {
  const text = '{"type": "Feature", "n": [-1.5e3, 0, true, null, "\\u00e9\\"", {}], "e": []} '
  for (let i = 0; i <= text.length; i++) {
    for (const changed of [text.slice(0, i), text.slice(0, i) + text.slice(i + 1)]) {
      let valid = true
      try {
        JSON.parse(changed)
      } catch {
        valid = false
      }
      expect(jsonErrorAt(changed) === undefined, changed).toBe(valid)
    }
  }
})
