import { randomUUID } from 'node:crypto'
import { openAsBlob } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Bucket } from './bucket.ts'
import { sha256 } from './sha256.ts'

/** A folder laid out as the bucket would be: what the sandbox delivers to when no object store is configured. */
export function folderBucket(folder: string): Bucket {
  return {
    async put(key, object) {
      const target = join(folder, key)
      const part = `${target}.${randomUUID().slice(0, 8)}.part`
      await mkdir(dirname(target), { recursive: true })
      try {
        await writeFile(part, object.body.stream())
        if ((await sha256(await openAsBlob(part))) !== object.sha256) throw new Error(`${key} arrived changed`)
        await rename(part, target)
      } catch (error) {
        await rm(part, { force: true })
        throw error
      }
    },
  }
}
