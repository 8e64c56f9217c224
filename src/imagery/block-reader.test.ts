import { expect, test } from 'vitest'
import { createBlockReader } from './block-reader.ts'
import { imageryUsage } from './imagery-usage.ts'
import { fixture, memorySource } from './memory-source-for-tests.ts'
import type { MemorySource } from './memory-source-for-tests.ts'
import { openSource } from './open-cog.ts'
import { readSpectrum } from './read-spectrum.ts'
import { readWindow } from './read-window.ts'

/** A source whose reads wait until the test lets them go. */
async function gated(name = 'uint16-planar-tiles.tif') {
  const inner = memorySource(await fixture(name))
  const waiting: (() => void)[] = []
  const aborted: number[] = []
  let isOpen = true
  const source: MemorySource = {
    ...inner,
    async read(offset, length, signal) {
      if (!isOpen) {
        await new Promise<void>((resolve, reject) => {
          waiting.push(resolve)
          signal?.addEventListener('abort', () => {
            aborted.push(offset)
            reject(signal.reason)
          })
        })
      }
      return inner.read(offset, length, signal)
    },
  }
  const close = () => (isOpen = false)
  const open = () => {
    isOpen = true
    for (const go of waiting.splice(0)) go()
  }
  return { source, close, open, waiting, aborted }
}

const turn = () => new Promise((resolve) => setTimeout(resolve))
const whole = { x: 0, y: 0, width: 70, height: 50 }

test('two who want the same at the same time share one read', async () => {
  const { source, close, open, waiting } = await gated()
  const cog = await openSource(source, {}, { reader: createBlockReader() })
  close()
  const [first, second] = [readWindow(cog, [0, 1]), readWindow(cog, [1], { window: whole })]
  await turn()
  expect(waiting).toHaveLength(1)
  open()
  expect((await first)[1]).toEqual((await second)[0])
})

test('a read goes on until the last who wants it has left', async () => {
  const { source, close, open, waiting, aborted } = await gated()
  const cog = await openSource(source, {}, { reader: createBlockReader() })
  close()
  const [one, other] = [new AbortController(), new AbortController()]
  const first = readWindow(cog, [0], { signal: one.signal })
  const second = readWindow(cog, [0], { signal: other.signal })
  const outcomes = Promise.allSettled([first, second])
  await turn()
  one.abort()
  await turn()
  expect(aborted).toEqual([])
  other.abort()
  await turn()
  expect(aborted).toHaveLength(1)
  expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(imageryUsage.get().inFlight).toBe(0)
  // What was stopped is read anew.
  waiting.length = 0
  open()
  expect((await readWindow(cog, [0]))[0]).toHaveLength(70 * 50)
})

test('memory stays within its budget, and what had to go is read again', async () => {
  const source = memorySource(await fixture('uint16-planar-tiles.tif'))
  const before = imageryUsage.get().heldBytes
  // A tile has 32 x 32 pixels of 2 bytes: two of them fit.
  const cog = await openSource(source, {}, { reader: createBlockReader({ budgetBytes: 4096 }) })
  const first = await readWindow(cog, [0, 1, 2])
  expect(imageryUsage.get().heldBytes - before).toBeLessThanOrEqual(4096)
  const reads = source.reads.length
  const again = await readWindow(cog, [0, 1, 2])
  expect(again).toEqual(first)
  expect(source.reads.length).toBeGreaterThan(reads)
  // Even when nothing fits.
  const tight = await openSource(source, {}, { reader: createBlockReader({ budgetBytes: 0 }) })
  expect(await readWindow(tight, [0, 1, 2])).toEqual(first)
  expect(imageryUsage.get().heldBytes - before).toBeLessThanOrEqual(4096)
})

test('a spectrum nearby costs no reading', async () => {
  const source = memorySource(await fixture('uint16-planar-tiles.tif'))
  const cog = await openSource(source, {}, { reader: createBlockReader() })
  await readSpectrum(cog, { x: 3, y: 3 })
  const reads = source.reads.length
  expect([...(await readSpectrum(cog, { x: 20, y: 30 }))]).toEqual(
    [0, 1, 2].map((band) => ((band * 1000 + 30 * 97 + 20 * 31) % 10007) * 0.0001 + -0.01),
  )
  expect(source.reads).toHaveLength(reads)
  await expect(readSpectrum(cog, { x: 70, y: 0 })).rejects.toThrow(RangeError)
})

test('tells what is held and what was fetched', async () => {
  const before = imageryUsage.get()
  const source = memorySource(await fixture('uint16-planar-tiles.tif'))
  const told = new Promise<void>((resolve) => {
    const stop = imageryUsage.subscribe(() => {
      stop()
      resolve()
    })
  })
  const cog = await openSource(source, {}, { reader: createBlockReader() })
  await readWindow(cog, [0, 1, 2])
  await told
  const now = imageryUsage.get()
  expect(now).toBe(imageryUsage.get())
  expect(now.requests - before.requests).toBe(source.reads.length)
  expect(now.fetchedBytes - before.fetchedBytes).toBe(source.bytesRead())
  // 3 x 2 tiles of 3 bands; of the lower ones 18 rows lie in the picture.
  expect(now.heldBytes - before.heldBytes).toBe(3 * 3 * 32 * (32 + 18) * 2)
})
