import { expect, test } from 'vitest'
import { textWithin } from './output-files.ts'

/** An answer that does not say how long it is, as one that is packed on the way. */
function streamed(parts: readonly Uint8Array[]) {
  const seen = { read: 0, cancelled: false }
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const part = parts[seen.read++]
      if (part) controller.enqueue(part)
      else controller.close()
    },
    cancel() {
      seen.cancelled = true
    },
  })
  return { response: new Response(body), seen }
}

test('a text is read whole, letters that two parts share included', async () => {
  const bytes = new TextEncoder().encode('Müritz, 12 km²')
  const { response } = streamed([bytes.subarray(0, 2), bytes.subarray(2)])
  expect(await textWithin(response, 100)).toBe('Müritz, 12 km²')
  expect(await textWithin(new Response(null), 100)).toBe('')
})

test('one that is longer than can be shown is left in the middle', async () => {
  const { response, seen } = streamed(Array.from({ length: 1000 }, () => new Uint8Array(1024)))
  expect(await textWithin(response, 10_000)).toBeNull()
  expect(seen.cancelled).toBe(true)
  expect(seen.read).toBeLessThan(15)
})
