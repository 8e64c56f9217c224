import type { Tone } from '#src/ui/status/tone.ts'
import type { DownloadEntry } from './download-list.ts'
import { formatBytes } from './format-bytes.ts'

export const stateWords: Record<DownloadEntry['state'], { tone: Tone; word: string }> = {
  preparing: { tone: 'busy', word: 'Preparing' },
  saved: { tone: 'ok', word: 'Saved' },
  failed: { tone: 'fail', word: 'Failed' },
}

/** The quieter line under a download's name. */
export function detailOf(entry: DownloadEntry, nowMs: number): string {
  if (entry.state === 'failed') return entry.reason ?? 'The service gave no reason.'
  if (entry.state === 'saved') {
    return entry.sizeBytes === undefined
      ? 'Handed to the browser'
      : `${formatBytes(entry.sizeBytes)}, handed to the browser`
  }
  return entry.trouble ?? `Asked ${agoWords(nowMs - entry.askedMs)}; saves itself when ready`
}

function agoWords(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  if (seconds < 60) return `${seconds} s ago`
  const minutes = Math.floor(seconds / 60)
  return minutes < 60 ? `${minutes} min ago` : `${Math.floor(minutes / 60)} h ${minutes % 60} min ago`
}

/** What the tray's button says of the whole list, for screen readers and the tooltip. */
export function summaryOf(entries: readonly DownloadEntry[]): string {
  const count = (state: DownloadEntry['state']) => entries.filter((entry) => entry.state === state).length
  const [preparing, failed] = [count('preparing'), count('failed')]
  const parts = [preparing > 0 && `${preparing} preparing`, failed > 0 && `${failed} failed`].filter(Boolean)
  return parts.length === 0 ? 'Downloads' : `Downloads: ${parts.join(', ')}`
}
