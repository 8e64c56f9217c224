import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ApiError, NetworkError } from '#src/api/errors.ts'
import { createDownloadList } from './download-list.ts'
import type { DownloadAnswer, DownloadSource } from './download-source.ts'
import { runDownloads } from './download-runner.ts'
import { memoryStorage } from '#src/kept/memory-storage.ts'
import { giveUpAfterMs, pollDelayMs } from './poll-delay.ts'
import type { FileFacts } from './save-file.ts'

const source: DownloadSource = { kind: 'catalog', catalogIds: ['c1'] }
const preparing: DownloadAnswer = { id: 'd1', state: 'preparing' }
const ready: DownloadAnswer = { id: 'd1', state: 'ready', url: 'https://files/f.zip' }

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A service that gives the answers in turn, the last one for ever. */
function setUp(
  answers: (DownloadAnswer | Error)[],
  facts: (FileFacts | Error)[] = [{ state: 'there', sizeBytes: 42 }],
) {
  const storage = memoryStorage()
  const asked: string[] = []
  const saved: string[] = []
  const next = async (what: string) => {
    asked.push(what)
    const answer = answers.length > 1 ? answers.shift() : answers[0]
    if (!answer) throw new Error('no answer was planned')
    if (answer instanceof Error) throw answer
    return answer
  }
  const open = () => {
    const list = createDownloadList(() => storage)
    const stop = runDownloads({
      list,
      start: () => next('start'),
      check: (_source, id) => next(`check ${id}`),
      inspect: async () => {
        const fact = (facts.length > 1 ? facts.shift() : facts[0]) ?? { state: 'unknown' }
        if (fact instanceof Error) throw fact
        return fact
      },
      save: (url) => void saved.push(`${url} ${list.snapshot()[0]?.state}`),
    })
    return { list, stop, state: () => list.snapshot()[0] }
  }
  return { open, asked, saved }
}

describe('runDownloads', () => {
  it('starts, asks until ready, and saves once, marked before it is opened', async () => {
    const { open, asked, saved } = setUp([preparing, preparing, ready])
    const page = open()
    page.list.add(source, 'one')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(asked).toEqual(['start', 'check d1', 'check d1'])
    expect(saved).toEqual(['https://files/f.zip saved'])
    expect(page.state()).toMatchObject({ state: 'saved', sizeBytes: 42 })
  })

  it('goes on after a reload, and does not save again what was saved', async () => {
    const { open, asked, saved } = setUp([preparing, ready])
    const page = open()
    page.list.add(source, 'one')
    await vi.advanceTimersByTimeAsync(0)
    page.stop()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(asked).toEqual(['start'])

    open()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(asked).toEqual(['start', 'check d1'])
    expect(saved).toHaveLength(1)

    open()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(saved).toHaveLength(1)
    expect(asked).toHaveLength(2)
  })

  it('saves again when asked to, with a fresh address', async () => {
    const { open, saved } = setUp([ready, { ...ready, url: 'https://files/fresh.zip' }])
    const page = open()
    page.list.add(source, 'one')
    await vi.advanceTimersByTimeAsync(100)
    page.list.askAgain(page.state()?.key ?? '')
    await vi.advanceTimersByTimeAsync(100)
    expect(saved).toEqual(['https://files/f.zip saved', 'https://files/fresh.zip saved'])
  })

  it('prepares the file anew when its address has expired, once', async () => {
    const again = setUp([ready], [{ state: 'gone' }, { state: 'there' }])
    again.open().list.add(source, 'one')
    await vi.advanceTimersByTimeAsync(10_000)
    expect(again.asked).toEqual(['start', 'start'])
    expect(again.saved).toHaveLength(1)

    const never = setUp([ready], [{ state: 'gone' }])
    const page = never.open()
    page.list.add(source, 'one')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(never.asked).toHaveLength(2)
    expect(never.saved).toEqual([])
    expect(page.state()).toMatchObject({ state: 'failed', reason: expect.stringContaining('expired') })
  })

  it('says why the service refuses, without advice that fits no download', async () => {
    const refusal = (status: number, message: string, details: unknown = null) =>
      new ApiError('createDownload', status, 'X', message, details)
    const reasonOf = async (error: Error) => {
      const page = setUp([error]).open()
      page.list.add(source, 'one')
      await vi.advanceTimersByTimeAsync(100)
      return page.state()?.reason
    }
    const fields = [{ field: 'catalog_ids[0]', reason: 'No delivered picture has the id "x".' }]
    expect(await reasonOf(refusal(400, 'catalog_ids[0]: …', { fields }))).toBe('No delivered picture has the id "x".')
    expect(await reasonOf(refusal(400, 'This insight has no files: it failed.'))).toBe(
      'This insight has no files: it failed.',
    )
    expect(await reasonOf(refusal(404, 'There is no asset of this AOI with the id "x".'))).toMatch(
      /^There is no asset .*\. It may have been removed/,
    )
  })

  it('does not count as saved what could not be reached, as when the page is being left', async () => {
    const { open, asked, saved } = setUp([ready], [new NetworkError('away'), { state: 'there' }])
    const page = open()
    page.list.add(source, 'one')
    await vi.advanceTimersByTimeAsync(100)
    expect(page.state()?.state).toBe('preparing')
    expect(saved).toEqual([])
    await vi.advanceTimersByTimeAsync(5000)
    expect(asked).toEqual(['start', 'check d1'])
    expect(saved).toHaveLength(1)
  })

  it('does not save after its page was left', async () => {
    const { open, saved } = setUp([ready])
    const page = open()
    page.list.add(source, 'one')
    page.stop()
    await vi.advanceTimersByTimeAsync(5000)
    expect(saved).toEqual([])
    expect(page.state()?.state).toBe('preparing')
  })

  it('says so and goes on while the service does not answer', async () => {
    const { open, saved } = setUp([preparing, new NetworkError('away'), ready])
    const page = open()
    page.list.add(source, 'one')
    await vi.advanceTimersByTimeAsync(2100)
    expect(page.state()).toMatchObject({ state: 'preparing', trouble: expect.stringContaining('still trying') })
    await vi.advanceTimersByTimeAsync(10_000)
    expect(saved).toHaveLength(1)
  })

  it('starts anew, once, a download that the service has forgotten', async () => {
    const gone = new ApiError('getDownload', 404, 'NOT_FOUND', 'There is no such download.', null)
    const { open, asked } = setUp([preparing, gone, preparing, gone])
    const page = open()
    page.list.add(source, 'one')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(asked).toEqual(['start', 'check d1', 'start', 'check d1'])
    expect(page.state()).toMatchObject({ state: 'failed', reason: 'There is no such download.' })
  })

  it('ends on a refusal and on a failure, in words', async () => {
    for (const end of [
      new ApiError('createDownload', 403, 'FORBIDDEN', 'not yours', null),
      { id: 'd1', state: 'failed' as const, reason: 'The service could not prepare the file (failed).' },
    ]) {
      const { open, asked, saved } = setUp([end])
      const page = open()
      page.list.add(source, 'one')
      await vi.advanceTimersByTimeAsync(60_000)
      expect(asked).toHaveLength(1)
      expect(saved).toEqual([])
      expect(page.state()?.state).toBe('failed')
      expect(page.state()?.reason).toMatch(/\w{4}/)
    }
  })

  it('gives up after long, and goes on with the same download when asked', async () => {
    const { open, asked } = setUp([preparing])
    const page = open()
    page.list.add(source, 'one')
    await vi.advanceTimersByTimeAsync(giveUpAfterMs + 60_000)
    expect(page.state()?.state).toBe('failed')
    const polls = asked.length
    page.list.askAgain(page.state()?.key ?? '')
    await vi.advanceTimersByTimeAsync(100)
    expect(asked.slice(polls)).toEqual(['check d1'])
  })

  it('stops asking about what was removed', async () => {
    const { open, asked } = setUp([preparing])
    const page = open()
    page.list.add(source, 'one')
    await vi.advanceTimersByTimeAsync(5000)
    page.list.remove(page.state()?.key ?? '')
    const polls = asked.length
    await vi.advanceTimersByTimeAsync(60_000)
    expect(asked).toHaveLength(polls)
  })
})

it('asks every 2 s at first, and never slower than every 15 s', () => {
  expect(pollDelayMs(0)).toBe(2000)
  expect(pollDelayMs(10)).toBe(2000)
  expect(pollDelayMs(20)).toBeGreaterThan(2000)
  expect(pollDelayMs(500)).toBe(15_000)
})
