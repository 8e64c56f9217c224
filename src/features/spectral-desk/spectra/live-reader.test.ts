import { expect, test } from 'vitest'
import { createLiveReader, type LiveSpectrum } from './live-reader.ts'
import type { Pixel } from '#src/imagery/read-spectrum.ts'
import type { SampleValues } from './read-sample.ts'

/** A reader whose frames and answers come when the test says so. */
function setUp() {
  const frames: (() => void)[] = []
  const asked: { pixel: Pixel; signal: AbortSignal; answer: () => void; fail: () => void }[] = []
  const shown: (LiveSpectrum | undefined)[] = []
  const reader = createLiveReader(
    (pixel, signal) =>
      new Promise<SampleValues>((resolve, reject) =>
        asked.push({
          pixel,
          signal,
          answer: () => resolve({ values: [pixel.x] }),
          fail: () => reject(new Error('no')),
        }),
      ),
    (spectrum) => shown.push(spectrum),
    (callback) => frames.push(callback),
  )
  const frame = async () => {
    for (const callback of frames.splice(0)) callback()
    for (let i = 0; i < 4; i++) await Promise.resolve()
  }
  const moveTo = (x: number, y = 0) => reader.moveTo({ x, y }, [x, y])
  return { asked, shown, frame, moveTo, reader }
}

test('reads the newest pixel of a frame, one at a time', async () => {
  const { asked, shown, frame, moveTo } = setUp()
  moveTo(1)
  moveTo(2)
  await frame()
  expect(asked.map(({ pixel }) => pixel.x)).toEqual([2])
  moveTo(3)
  moveTo(4)
  await frame()
  expect(asked).toHaveLength(1)
  asked[0]!.answer()
  await frame()
  await frame()
  expect(asked.map(({ pixel }) => pixel.x)).toEqual([2, 4])
  asked[1]!.answer()
  await frame()
  expect(shown.map((one) => one?.read.values)).toEqual([[2], [4]])
})

test('does not ask again within a pixel', async () => {
  const { asked, frame, moveTo } = setUp()
  moveTo(5)
  await frame()
  asked[0]!.answer()
  await frame()
  moveTo(5)
  await frame()
  expect(asked).toHaveLength(1)
})

test('gives up what is far from the pointer, and waits for what is near', async () => {
  const { asked, shown, frame, moveTo } = setUp()
  moveTo(0)
  await frame()
  moveTo(200)
  expect(asked[0]!.signal.aborted).toBe(false)
  moveTo(600)
  expect(asked[0]!.signal.aborted).toBe(true)
  await frame()
  expect(asked[1]!.pixel.x).toBe(600)
  asked[0]!.answer()
  asked[1]!.answer()
  await frame()
  expect(shown.map((one) => one?.pixel.x)).toEqual([600])
})

test('goes on after a failure, and shows nothing once the pointer has left', async () => {
  const { asked, shown, frame, moveTo, reader } = setUp()
  moveTo(1)
  await frame()
  moveTo(2)
  asked[0]!.fail()
  await frame()
  await frame()
  expect(asked[1]!.pixel.x).toBe(2)
  reader.leave()
  expect(asked[1]!.signal.aborted).toBe(true)
  asked[1]!.answer()
  await frame()
  expect(shown).toEqual([undefined])
})
