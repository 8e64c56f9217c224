import { useEffect, useRef, useState } from 'react'
import { saveBlob } from '#src/downloads/save-file.ts'
import { notify } from '#src/ui/status/notice-store.ts'
import { formatBytes } from '#src/downloads/format-bytes.ts'
import type { DeskResult } from './result-of-desk.ts'
import { words } from './words.ts'

export type Writing = { fileName: string; done: number; total: number }

/** Writes results as GeoTIFFs, one at a time; ends with the desk. */
export function useSaveValues() {
  const [writing, setWriting] = useState<Writing>()
  const running = useRef<AbortController>(undefined)
  useEffect(() => () => running.current?.abort(), [])

  const save = async ({ cog, trees, description, fileName }: DeskResult) => {
    running.current?.abort()
    const controller = new AbortController()
    running.current = controller
    const { signal } = controller
    setWriting({ fileName, done: 0, total: 0 })
    try {
      // Few people save, and none before they have looked.
      const { writeResult } = await import('#src/imagery/result/write-result.ts')
      const file = await writeResult(cog, trees, description, {
        signal,
        onProgress: (done, total) => setWriting({ fileName, done, total }),
      })
      saveBlob(file, fileName)
      notify({ id: 'desk-values', tone: 'ok', title: words.saved(fileName, formatBytes(file.size)) })
    } catch (error) {
      if (signal.aborted) return
      notify({
        id: 'desk-values',
        tone: 'fail',
        title: words.failed,
        body: error instanceof Error ? error.message : String(error),
      })
    } finally {
      if (running.current === controller) setWriting(undefined)
    }
  }
  const cancel = () => {
    running.current?.abort()
    setWriting(undefined)
  }
  return { writing, save, cancel }
}
