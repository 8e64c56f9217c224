import { paths } from '#src/paths.ts'
import type { Tone } from '#src/ui/status/tone.ts'
import type { DownloadEntry } from './download-list.ts'
import type { DownloadSource } from './download-source.ts'
import { formatBytes } from './format-bytes.ts'

export const stateWords: Record<DownloadEntry['state'], { tone: Tone; word: string }> = {
  preparing: { tone: 'busy', word: 'Preparing' },
  saved: { tone: 'ok', word: 'Saved' },
  failed: { tone: 'fail', word: 'Failed' },
}

/** The quieter line under a download's name. */
export function detailOf(entry: DownloadEntry, nowMs: number): string {
  if (entry.state === 'failed') return entry.reason ?? 'The service gave no reason.'
  const kind = kindWords(entry.source)
  if (entry.state === 'saved') {
    return entry.sizeBytes === undefined
      ? `${kind}, handed to the browser`
      : `${kind}, ${formatBytes(entry.sizeBytes)}, handed to the browser`
  }
  return entry.trouble ?? `${kind}, asked ${agoWords(nowMs - entry.askedMs)}`
}

const counted = (count: number, one: string, many: string) => (count === 1 ? one : `${count} ${many}`)

/** What the archive holds. */
function kindWords(source: DownloadSource): string {
  switch (source.kind) {
    case 'catalog':
      return counted(source.catalogIds.length, 'Picture', 'pictures')
    case 'order-item':
      return counted(source.orderItemIds.length, 'Order item', 'order items')
    case 'aoi-assets':
      return counted(source.assetIds.length, 'File of an AOI', 'files of an AOI')
    case 'insight':
      return 'Insight'
    case 'job':
      return 'Workflow run'
    case 'task':
      return 'Workflow step'
  }
}

/** Where the thing itself is shown. */
export function pageOf(source: DownloadSource): string {
  switch (source.kind) {
    case 'catalog':
      return source.catalogIds.length === 1 ? paths.catalog(source.catalogIds[0] ?? '') : paths.catalogs()
    case 'order-item':
      return source.orderItemIds.length === 1
        ? paths.orderItem(source.orderItemIds[0] ?? '')
        : paths.catalogs({ orderItem: source.orderItemIds })
    case 'aoi-assets':
      return paths.aoi(source.aoiId)
    case 'insight':
      return paths.insight(source.aoiId, source.insightId)
    case 'job':
      return paths.job(source.workflowId, source.jobId)
    case 'task':
      return paths.job(source.workflowId, source.jobId, { task: source.taskId })
  }
}

function agoWords(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  if (seconds < 60) return `${seconds} s ago`
  const minutes = Math.floor(seconds / 60)
  return minutes < 60 ? `${minutes} min ago` : `${Math.floor(minutes / 60)} h ${minutes % 60} min ago`
}

/** How many there are in each state, what wants a look first: "1 failed, 3 preparing, 6 saved". */
export function countsOf(entries: readonly DownloadEntry[]): string {
  const states = ['failed', 'preparing', 'saved'] as const
  return states
    .map((state) => [entries.filter((entry) => entry.state === state).length, state] as const)
    .flatMap(([count, state]) => (count > 0 ? [`${count} ${state}`] : []))
    .join(', ')
}

/** What the tray's button says of the whole list, for screen readers and the tooltip. */
export function summaryOf(entries: readonly DownloadEntry[]): string {
  const open = countsOf(entries.filter(({ state }) => state !== 'saved'))
  return open === '' ? 'Downloads' : `Downloads: ${open}`
}
