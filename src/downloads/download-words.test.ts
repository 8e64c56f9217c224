import { expect, it } from 'vitest'
import type { DownloadEntry } from './download-list.ts'
import type { DownloadSource } from './download-source.ts'
import { countsOf, detailOf, pageOf, summaryOf } from './download-words.ts'

const entry = (state: DownloadEntry['state'], more: Partial<DownloadEntry> = {}): DownloadEntry => ({
  key: 'k',
  source: { kind: 'catalog', catalogIds: ['c1'] },
  label: 'Potsdam',
  state,
  askedMs: 0,
  ...more,
})

it('says of each download what it is and how far', () => {
  expect(detailOf(entry('preparing'), 125_000)).toBe('Picture, asked 2 min ago')
  expect(detailOf(entry('preparing', { trouble: 'No answer; still trying.' }), 0)).toBe('No answer; still trying.')
  const source: DownloadSource = { kind: 'aoi-assets', aoiId: 'a', assetIds: ['x', 'y'] }
  expect(detailOf(entry('saved', { source, sizeBytes: 4_200_000 }), 0)).toBe(
    '2 files of an AOI, 4.2 MB, handed to the browser',
  )
  expect(detailOf(entry('failed', { reason: 'It was too large.' }), 0)).toBe('It was too large.')
})

it('counts by state, what wants a look first; the button leaves out what needs none', () => {
  const entries = [entry('saved'), entry('preparing'), entry('failed'), entry('preparing')]
  expect(countsOf(entries)).toBe('1 failed, 2 preparing, 1 saved')
  expect(summaryOf(entries)).toBe('Downloads: 1 failed, 2 preparing')
  expect(summaryOf([entry('saved')])).toBe('Downloads')
})

it('leads to the thing that was downloaded, for all kinds', () => {
  const pages: [DownloadSource, string][] = [
    [{ kind: 'catalog', catalogIds: ['c1'] }, '/catalog/c1'],
    [{ kind: 'catalog', catalogIds: ['c1', 'c2'] }, '/catalog'],
    [{ kind: 'order-item', orderItemIds: ['o1'] }, '/order-items/o1'],
    [{ kind: 'order-item', orderItemIds: ['o1', 'o2'] }, '/catalog?orderItem=o1%2Co2'],
    [{ kind: 'aoi-assets', aoiId: 'a1', assetIds: ['s1'] }, '/aois/a1'],
    [{ kind: 'insight', aoiId: 'a1', insightId: 'i1' }, '/aois/a1/insights/i1'],
    [{ kind: 'job', workflowId: 'w1', jobId: 'j1' }, '/workflows/w1/jobs/j1'],
    [{ kind: 'task', workflowId: 'w1', jobId: 'j1', taskId: 't1' }, '/workflows/w1/jobs/j1?task=t1'],
  ]
  for (const [source, page] of pages) expect(pageOf(source)).toBe(page)
})
