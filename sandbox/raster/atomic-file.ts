import type { FileHandle } from 'node:fs/promises'
import { open, rename, rm } from 'node:fs/promises'

/**
 * Writes `path.part` and renames it when all is well, so that a reader or a killed process never leaves half a file
 * under the final name. Returns what `write` returns; on failure nothing is left behind.
 */
export async function writeAtomically<T>(path: string, write: (file: FileHandle) => Promise<T>): Promise<T> {
  const part = `${path}.part`
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
