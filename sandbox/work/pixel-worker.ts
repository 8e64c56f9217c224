import { parentPort } from 'node:worker_threads'
import type { PixelMessage } from './pixel-pool.ts'
import type { PixelTask } from './pixel-tasks.ts'
import { computeBlock } from './pixels/block.ts'
import { countClasses } from './pixels/class-counts.ts'
import { writeFormulaRaster } from './pixels/formula-raster.ts'
import { writeLegendPng } from './pixels/legend-png.ts'
import { writeQuicklook } from './pixels/quicklook.ts'
import { writeSceneRaster } from './pixels/scene-raster.ts'
import { packFiles } from './pixels/zip.ts'

const port = parentPort
if (!port) throw new Error('pixel-worker.ts runs as a worker thread only')

const tell = (message: PixelMessage) => port.postMessage(message)

/** A few messages a second are enough for a person; one per tile would drown the server. */
function throttled(report: (fraction: number) => void, everyMs = 200) {
  let last = 0
  return (fraction: number) => {
    const now = Date.now()
    if (now - last < everyMs) return
    last = now
    report(fraction)
  }
}

async function perform(
  task: PixelTask,
  onProgress: (fraction: number) => void,
  onLog: (message: string) => void,
): Promise<unknown> {
  switch (task.kind) {
    case 'scene-raster':
      return writeSceneRaster(task, onProgress)
    case 'quicklook':
      return writeQuicklook(task)
    case 'formula-raster':
      return writeFormulaRaster(task, onProgress)
    case 'class-counts':
      return countClasses(task)
    case 'legend-png':
      return writeLegendPng(task)
    case 'block':
      return computeBlock(task, onProgress, onLog)
    case 'zip':
      return packFiles(task, onProgress)
  }
}

port.on('message', (task: PixelTask) => {
  perform(
    task,
    throttled((progress) => tell({ progress })),
    (log) => tell({ log }),
  ).then(
    (result) => tell({ result }),
    (error: unknown) => tell({ error: error instanceof Error ? error.message : String(error) }),
  )
})
