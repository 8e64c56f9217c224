import type { PixelTask, PixelTaskResult } from '#sandbox/work/pixel-tasks.ts'
import { writeZip } from '#sandbox/raster/zip.ts'

type Task = Extract<PixelTask, { kind: 'zip' }>

export async function packFiles(
  { entries, modifiedMs, out }: Task,
  onProgress: (fraction: number) => void,
): Promise<PixelTaskResult<Task>> {
  return writeZip(out, entries, { modified: new Date(modifiedMs), onProgress })
}
