import { unzipSync } from 'fflate'
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest'
import { createClient } from '#src/api/client.ts'
import { ApiError, NetworkError } from '#src/api/errors.ts'
import { noFaults } from '#sandbox/faults.ts'
import {
  archiveItem,
  clearestScene,
  firstProjectId,
  origin,
  potsdam,
  refusalOf,
  square,
  startDesk,
} from './sandbox-fixture.ts'

const desk = await startDesk()
const { api, faults } = desk
afterAll(desk.close)
afterEach(() => {
  Object.assign(faults, noFaults)
  vi.restoreAllMocks()
})

const outcomeOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 'ok',
    (error: unknown) => (error instanceof ApiError ? error.status : error),
  )

describe('faults on demand', () => {
  test('every request fails when all shall, with a 500 in the envelope', async () => {
    faults.failRate = 1
    expect(await refusalOf(api.projects.listProjects({}))).toMatchObject({
      status: 500,
      code: 'INTERNAL_SERVER_ERROR',
      message: expect.stringMatching(/asked to fail/) as string,
    })
  })

  test('the asked share of them fails', async () => {
    faults.failRate = 0.3
    let throws = 0
    vi.spyOn(Math, 'random').mockImplementation(() => (throws++ % 10) / 10)
    const outcomes = []
    for (let i = 0; i < 40; i++) outcomes.push(await outcomeOf(api.ping.ping()))
    expect(outcomes.filter((outcome) => outcome === 500)).toHaveLength(12)
    expect(outcomes.filter((outcome) => outcome === 'ok')).toHaveLength(28)
  })

  test('an answer takes as long as asked', async () => {
    faults.latencyMs = 120
    const before = performance.now()
    await api.ping.ping()
    expect(performance.now() - before).toBeGreaterThanOrEqual(118)
  })

  test('nothing is done by a request that failed', async () => {
    const projectId = await firstProjectId(desk)
    const { id } = await clearestScene(desk, 'sentinel-2-l2a', '2022-01-01T00:00:00Z/..')
    const before = (await api.orders.listOrders({ query: {} })).pagination!.total
    faults.failRate = 1
    expect(
      await outcomeOf(
        api.orders.submitOrder({ body: { order_items: [archiveItem(projectId, [id], square(potsdam, 100))] } }),
      ),
    ).toBe(500)
    faults.failRate = 0
    expect((await api.orders.listOrders({ query: {} })).pagination!.total).toBe(before)
  })

  test('a connection that is cut is a broken body, and a range goes on where it broke', async () => {
    const { catalogs } = await api.catalogs.searchCatalogs({ body: { collections: ['sentinel-2-l2a'], limit: 1 } })
    const { id } = await api.downloads.createDownload({ body: { catalog_ids: [catalogs[0]!.id] } })
    await desk.finishWork()
    const { signed_url: url } = await api.downloads.getDownload({ params: { download_id: id } })
    const whole = Buffer.from(await (await desk.fetch(new Request(url!))).arrayBuffer())
    expect(whole.length).toBeGreaterThan(300_000)

    faults.cutAfterBytes = 200_000
    const parts: Uint8Array[] = []
    const received = () => parts.reduce((sum, part) => sum + part.length, 0)
    let etag: string | null = null
    let cuts = 0
    while (received() < whole.length && cuts < 1000) {
      const going: Record<string, string> = etag === null ? {} : { range: `bytes=${received()}-`, 'if-range': etag }
      const response: Response = await desk.fetch(new Request(url!, { headers: going }))
      expect(response.status).toBe(etag === null ? 200 : 206)
      etag = response.headers.get('etag')
      try {
        for await (const part of response.body!) parts.push(part)
      } catch (error) {
        expect(String(error)).toMatch(/cut/)
        cuts++
      }
    }
    expect(cuts).toBeGreaterThan(0)
    expect(Buffer.concat(parts).equals(whole)).toBe(true)
    expect(Object.keys(unzipSync(Buffer.concat(parts)))).toHaveLength(4)
  })

  test('no server at all is told as such', async () => {
    const lost = createClient({ baseUrl: origin, fetch: () => Promise.reject(new TypeError('fetch failed')) })
    await expect(lost.ping.ping()).rejects.toBeInstanceOf(NetworkError)
  })
})

test('a failure inside says nothing of the inside, and the log has it', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {})
  desk.sandbox.database.raw.exec('ALTER TABLE bandsets RENAME TO bandsets_away')
  try {
    const error = await refusalOf(api.bandsets.listBandsets({}))
    expect(error).toMatchObject({ status: 500, code: 'INTERNAL_SERVER_ERROR', details: null })
    expect(error.message).toBe('Something failed inside the sandbox; its log says what.')
    expect(String(log.mock.calls[0]![0])).toMatch(/no such table: bandsets/)
  } finally {
    desk.sandbox.database.raw.exec('ALTER TABLE bandsets_away RENAME TO bandsets')
  }
  expect((await api.bandsets.listBandsets({})).bandsets.length).toBeGreaterThan(0)
})

describe('signed addresses of a download', () => {
  test('expire by the clock, and asking again gives a fresh one', async () => {
    const { features } = await api.archives.searchArchive({ body: { limit: 1, collections: ['landsat-c2-l2'] } })
    const href = features[0]!.assets!.thumbnail!.href!
    expect((await desk.fetch(new Request(href))).status).toBe(200)
    desk.clock.advance(3 * 60 * 60_000)
    const expired = await desk.fetch(new Request(href))
    expect(expired.status).toBe(403)
    expect(await expired.json()).toMatchObject({
      error: { code: 'FORBIDDEN', message: expect.stringMatching(/expired/) as string },
    })
    const again = await api.archives.searchArchive({ body: { ids: [features[0]!.id] } })
    expect((await desk.fetch(new Request(again.features[0]!.assets!.thumbnail!.href!))).status).toBe(200)
  })

  test('are worth nothing with another name, and the data base can not be reached', async () => {
    const { features } = await api.archives.searchArchive({ body: { limit: 1 } })
    const { search } = new URL(features[0]!.assets!.thumbnail!.href!)
    for (const path of ['/files/sandbox.db', '/files/..%2fsandbox.db', '/files/quicklooks/../sandbox.db', '/files/']) {
      expect((await desk.fetch(new Request(`${origin}${path}${search}`))).status).toBe(403)
    }
    expect((await desk.fetch(new Request(`${origin}/files/sandbox.db`))).status).toBe(403)
  })
})
