import { describe, expect, it } from 'vitest'
import { createClient } from '#src/api/client.ts'
import { answerOf, checkDownload, downloadKey, downloadSourceSchema, startDownload } from './download-source.ts'
import type { DownloadSource } from './download-source.ts'

type Asked = { line: string; body: unknown }

/** A service that writes down what it is asked and gives one answer. */
function service(answer: object, status = 200) {
  const asked: Asked[] = []
  const client = createClient({
    baseUrl: 'http://service',
    fetch: async (request) => {
      const text = await request.text()
      asked.push({ line: `${request.method} ${new URL(request.url).pathname}`, body: text ? JSON.parse(text) : null })
      return Response.json(answer, { status })
    },
  })
  return { client, asked }
}

type Case = { source: DownloadSource; start: Asked; startStatus: number; check: string; wire: object }
const id = 'd1'

const cases: Record<DownloadSource['kind'], Case> = {
  catalog: {
    source: { kind: 'catalog', catalogIds: ['c1', 'c2'] },
    start: { line: 'POST /v0/catalogs/download', body: { catalog_ids: ['c1', 'c2'] } },
    startStatus: 201,
    check: 'GET /v0/catalogs/download/d1',
    wire: { id, status: 'in_progress' },
  },
  'order-item': {
    source: { kind: 'order-item', orderItemIds: ['o1'] },
    start: { line: 'POST /v0/catalogs/download', body: { order_item_ids: ['o1'] } },
    startStatus: 201,
    check: 'GET /v0/catalogs/download/d1',
    wire: { id, status: 'created' },
  },
  'aoi-assets': {
    source: { kind: 'aoi-assets', aoiId: 'a1', assetIds: ['s1'] },
    start: { line: 'POST /v0/aois/a1/downloads', body: { asset_ids: ['s1'] } },
    startStatus: 201,
    check: 'GET /v0/aois/a1/downloads/d1',
    wire: { download_id: id, status: 'RUNNING' },
  },
  insight: {
    source: { kind: 'insight', aoiId: 'a1', insightId: 'i1', outputs: ['f1'] },
    start: { line: 'PUT /v0/aoi/a1/insights/i1/download', body: { outputs: ['f1'] } },
    startStatus: 200,
    check: 'PUT /v0/aoi/a1/insights/i1/download',
    wire: { id, status: 'running' },
  },
  job: {
    source: { kind: 'job', workflowId: 'w1', jobId: 'j1' },
    start: { line: 'PUT /v0/workflows/w1/jobs/j1/download', body: null },
    startStatus: 200,
    check: 'PUT /v0/workflows/w1/jobs/j1/download',
    wire: { id, workflowId: 'w1' },
  },
  task: {
    source: { kind: 'task', workflowId: 'w1', jobId: 'j1', taskId: 't1' },
    start: { line: 'PUT /v0/workflows/w1/jobs/j1/tasks/t1/download', body: null },
    startStatus: 200,
    check: 'PUT /v0/workflows/w1/jobs/j1/tasks/t1/download',
    wire: { id, job_id: 'j1' },
  },
}

describe.each(Object.entries(cases))('%s', (_kind, { source, start, startStatus, check, wire }) => {
  it('starts, and reads the answer', async () => {
    const { client, asked } = service(wire, startStatus)
    expect(await startDownload(client, source)).toEqual({ id, state: 'preparing' })
    expect(asked).toEqual([start])
  })

  it('asks again, and finds the address', async () => {
    const { client, asked } = service({ ...wire, status: 'SUCCESS', signed_url: 'https://files/f.zip' })
    expect(await checkDownload(client, source, id)).toEqual({ id, state: 'ready', url: 'https://files/f.zip' })
    expect(asked[0]?.line).toBe(check)
  })

  it('comes back from storage as it was', () => {
    expect(downloadSourceSchema.parse(JSON.parse(JSON.stringify(source)))).toEqual(source)
  })
})

describe('answerOf', () => {
  it('waits on words it does not know, and on success without an address', () => {
    for (const status of ['created', 'in_progress', 'PENDING', 'success', 'AWAITING', undefined, null]) {
      expect(answerOf({ id, status }).state, String(status)).toBe('preparing')
    }
  })

  it('ends on words of failure in any case, keeping the word', () => {
    for (const status of ['failed', 'FAILED', 'Error', 'CANCELLED', 'expired']) {
      expect(answerOf({ id, status })).toMatchObject({ state: 'failed', reason: expect.stringContaining(status) })
    }
    expect(answerOf({ id, status: 'failed', signed_url: 'https://files/f.zip' }).state).toBe('failed')
  })
})

describe('downloadKey', () => {
  it('is one for the same files in another order, and another for other files', () => {
    const key = (...catalogIds: string[]) => downloadKey({ kind: 'catalog', catalogIds })
    expect(key('a', 'b')).toBe(key('b', 'a'))
    expect(key('a')).not.toBe(key('a', 'b'))
    expect(key('a')).not.toBe(downloadKey({ kind: 'order-item', orderItemIds: ['a'] }))
  })
})
