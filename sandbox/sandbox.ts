import type { Clock } from './clock.ts'
import type { Database } from './database/open.ts'
import type { Files } from './files.ts'
import type { PixelPool } from './work/pixel-pool.ts'
import type { SecretBox } from './secret-box.ts'
import type { Queue } from './work/queue.ts'

/** Everything a route or a piece of work may use. Made once by `createSandbox`, handed on, never global. */
export type Sandbox = {
  database: Database
  clock: Clock
  files: Files
  pixels: PixelPool
  queue: Queue
  /** seals what must not be readable in the database */
  secrets: SecretBox
  /** where S3 buckets are reached; undefined: buckets are folders of the data folder */
  s3Endpoint: string | undefined
}

/** Who asks. The sandbox knows one workspace and one person; a live service knows many. */
export const workspace = {
  organisationId: '3f1c0a52-6a0e-4f0b-9a53-7c1d5e2b9a01',
  userId: '8d5e2f74-1b3c-4c6d-8e9f-0a1b2c3d4e5f',
  userName: 'sandbox',
}
