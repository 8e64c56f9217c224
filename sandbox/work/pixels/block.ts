import type { FeatureCollection } from 'geojson'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Picture } from '#sandbox/blocks/block.ts'
import { findBlock } from '#sandbox/blocks/blocks.ts'
import { openCog } from '#sandbox/raster/cog-reader.ts'
import type { PixelTask, PixelTaskResult } from '#sandbox/work/pixel-tasks.ts'

type Task = Extract<PixelTask, { kind: 'block' }>

/** Many pictures are open at once in a series, and each keeps its decoded tiles. */
const cacheBytesForAll = 256 << 20

export async function computeBlock(
  task: Task,
  onProgress: (fraction: number) => void,
  onLog: (message: string) => void,
): Promise<PixelTaskResult<Task>> {
  const block = findBlock(task.name, task.version)
  if (!block) throw new Error(`there is no block ${task.name} ${task.version}`)
  const opened: Picture[] = []
  const cacheBytes = Math.floor(cacheBytesForAll / Math.max(1, Object.values(task.pictures).flat().length))
  try {
    const pictures: Record<string, Picture[]> = {}
    for (const [name, files] of Object.entries(task.pictures)) {
      pictures[name] = []
      for (const { path, date } of files) {
        const picture = { source: await openCog(path, { cacheBytes }), date }
        opened.push(picture)
        pictures[name].push(picture)
      }
    }
    const vectors: Record<string, FeatureCollection> = {}
    for (const [name, vector] of Object.entries(task.vectors)) {
      vectors[name] =
        typeof vector === 'string' ? (JSON.parse(await readFile(vector, 'utf8')) as FeatureCollection) : vector
    }
    const outputs = await block.compute({
      pictures,
      vectors,
      number: (name) => Number(valueOf(task, name)),
      text: (name) => String(valueOf(task, name)),
      out: (fileName) => join(task.folder, fileName),
      progress: onProgress,
      log: onLog,
    })
    return { outputs }
  } finally {
    for (const { source } of opened) await source.close?.()
  }
}

function valueOf({ name: block, values }: Task, name: string): string | number {
  const value = values[name]
  if (value === undefined) throw new Error(`${block} was started without its input ${name}`)
  return value
}
