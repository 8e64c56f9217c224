import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { UnusableFolder } from './unusable-folder.ts'

/**
 * Takes a data folder for this process: a second one would run the same work again, over the same files. The operating
 * system gives it back when the process ends, however it ends.
 * @returns a function that gives it back.
 * @throws UnusableFolder when another process has it
 */
export function holdFolder(folder: string): () => void {
  const lock = new DatabaseSync(join(folder, 'running.lock'))
  try {
    // Of SQLite's locks, which are the system's own, and need no file that a killed process leaves behind.
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
  } catch (cause) {
    lock.close()
    throw new UnusableFolder(
      `${folder} is in use by a sandbox that is running. Stop that one, or choose another folder: SWATH_DATA=…`,
      { cause },
    )
  }
  return () => lock.close()
}
