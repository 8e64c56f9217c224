import { useEffect, useSyncExternalStore } from 'react'
import { api } from '#src/api/session.ts'
import { createDownloadList } from './download-list.ts'
import type { DownloadEntry } from './download-list.ts'
import { runDownloads } from './download-runner.ts'
import { checkDownload, startDownload } from './download-source.ts'
import { inspectFile, saveUrl } from './save-file.ts'

/** The list of this browser; the tabs of the app share it. */
export const downloads = createDownloadList(() => localStorage)

/** Newest first. */
export function useDownloads(): readonly DownloadEntry[] {
  return useSyncExternalStore(downloads.subscribe, downloads.snapshot)
}

/** Works through the list while mounted; for the tray alone. Of several open tabs one works, and another takes over when it goes. */
export function useDownloadRunner(): void {
  useEffect(() => {
    const over = new AbortController()
    let stop: (() => void) | undefined
    const run = () => {
      stop = runDownloads({
        list: downloads,
        start: (source) => startDownload(api, source),
        check: (source, id) => checkDownload(api, source, id),
        inspect: inspectFile,
        save: saveUrl,
      })
    }
    // Locks need a secure context; without them each tab works, and the list still lets a file be saved once.
    if (!navigator.locks) run()
    else {
      const held = new Promise<void>((resolve) => over.signal.addEventListener('abort', () => resolve()))
      const ended = (error: unknown) => {
        if (!over.signal.aborted) throw error
      }
      void navigator.locks
        .request('swath.downloads', { signal: over.signal }, () => {
          if (over.signal.aborted) return undefined
          run()
          return held
        })
        .catch(ended)
    }
    return () => {
      stop?.()
      over.abort()
    }
  }, [])
}
