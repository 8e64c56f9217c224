import { randomUUID } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { open, rename, rm } from 'node:fs/promises'

/**
 * Writes under a name of its own beside `path` and renames it when all is well, so that neither a killed process nor someone
 * who writes the same file at the same time leaves half a file under the final name. Returns what `write` returns; on failure
 * nothing is left behind.
 */
export async function writeAtomically<T>(path: string, write: (file: FileHandle) => Promise<T>): Promise<T> {
  const part = besideName(path, 'part')
  const file = await open(part, 'w')
  try {
    const result = await write(file).finally(async () => {
      await file.sync()
      await file.close()
    })
    await rename(part, path)
    return result
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}

/** A name beside the file that no one else writes to. The sandbox sweeps such files away when it starts. */
export function besideName(path: string, ending: 'part' | 'spool'): string {
  return `${path}.${randomUUID().slice(0, 8)}.${ending}`
}
