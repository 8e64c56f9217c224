import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkDownload, startDownload } from '#src/downloads/download-source.ts'
import type { DownloadAnswer, DownloadSource } from '#src/downloads/download-source.ts'
import { refusalOf } from './sandbox-fixture.ts'
import { makeWorld } from './walk/world.ts'
import type { World } from './walk/world.ts'

// The API prepares files in five ways, and the app has one way to ask for them: here against the sandbox itself.
let world: World
beforeAll(async () => {
  world = await makeWorld()
}, 300_000)
afterAll(() => world.desk.close())

const kinds: Record<DownloadSource['kind'], { of: (world: World) => DownloadSource; holds: RegExp }> = {
  catalog: { of: ({ catalogId }) => ({ kind: 'catalog', catalogIds: [catalogId] }), holds: /\.tif$/ },
  'order-item': { of: ({ orderItemId }) => ({ kind: 'order-item', orderItemIds: [orderItemId] }), holds: /\.tif$/ },
  'aoi-assets': {
    of: ({ aoi, mosaicIds }) => ({ kind: 'aoi-assets', aoiId: aoi.aoi_id, assetIds: mosaicIds }),
    holds: /\.tif$/,
  },
  insight: {
    of: ({ aoi, insightId, insightOutputId }) => ({
      kind: 'insight',
      aoiId: aoi.aoi_id,
      insightId,
      outputs: [insightOutputId],
    }),
    holds: /\.(tif|geojson|csv)$/,
  },
  job: { of: ({ workflowId, jobId }) => ({ kind: 'job', workflowId, jobId }), holds: /\.(tif|geojson|csv)$/ },
  task: {
    of: ({ workflowId, jobId, taskId }) => ({ kind: 'task', workflowId, jobId, taskId }),
    holds: /\.(tif|geojson|csv)$/,
  },
}

const urlOf = (answer: DownloadAnswer) => {
  if (answer.state !== 'ready') throw new Error(`not ready but ${JSON.stringify(answer)}`)
  return answer.url
}

describe.each(Object.entries(kinds))('a download of the kind %s', (_, { of, holds }) => {
  test('is prepared, opens as an archive, expires, and is signed anew when asked again', async () => {
    const { api, desk } = world
    const source = of(world)
    const started = await startDownload(api, source)
    expect(started.state).not.toBe('failed')
    await desk.finishWork()
    const url = urlOf(await checkDownload(api, source, started.id))
    const head = await desk.fetch(new Request(url, { method: 'HEAD' }))
    const bytes = new Uint8Array(await (await desk.fetch(new Request(url))).arrayBuffer())
    expect(Number(head.headers.get('content-length')), 'the size that the tray tells').toBe(bytes.length)
    const names = Object.entries(unzipSync(bytes))
    expect(names.some(([name, content]) => holds.test(name) && content.length > 0)).toBe(true)

    desk.clock.advance(3 * 60 * 60 * 1000)
    expect((await desk.fetch(new Request(url, { method: 'HEAD' }))).status).toBe(403)
    const again = urlOf(await checkDownload(api, source, started.id))
    const fetched = new Uint8Array(await (await desk.fetch(new Request(again))).arrayBuffer())
    expect(Buffer.from(fetched).equals(Buffer.from(bytes)), 'the same file again').toBe(true)
  })
})

test('what there is no file of is refused in words', async () => {
  const { api, aoi } = world
  for (const source of [
    { kind: 'catalog', catalogIds: ['none'] },
    { kind: 'order-item', orderItemIds: ['none'] },
    { kind: 'aoi-assets', aoiId: aoi.aoi_id, assetIds: ['none'] },
    { kind: 'insight', aoiId: aoi.aoi_id, insightId: 'none' },
    { kind: 'job', workflowId: world.workflowId, jobId: 'none' },
    { kind: 'task', workflowId: world.workflowId, jobId: world.jobId, taskId: 'none' },
  ] as const) {
    const { status, message } = await refusalOf(startDownload(api, source))
    expect([400, 404], source.kind).toContain(status)
    expect(message, source.kind).toContain('none')
  }
})
