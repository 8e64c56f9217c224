import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { openDatabase } from '#sandbox/database/open.ts'
import { countScenes } from '#sandbox/database/scene-search.ts'
import { growTo } from '#sandbox/database/seed.ts'

// npm run sandbox:seed -- --scenes 1000000   Fills the archive up to that many scenes. One that has more already stays as it is.
const limit = 5_000_000
const { values } = parseArgs({ options: { scenes: { type: 'string', default: '20000' } } })
const scenes = Number(values.scenes)
if (!Number.isInteger(scenes) || scenes < 1 || scenes > limit) {
  console.error(`--scenes takes a whole number from 1 to ${limit.toLocaleString('en-GB')}, not ${values.scenes}.`)
  process.exit(1)
}

const folder = resolve(process.env.SWATH_DATA ?? join(import.meta.dirname, '../.swath'))
mkdirSync(folder, { recursive: true })
const database = openDatabase(join(folder, 'sandbox.db'))
const start = performance.now()
const added = growTo(database, scenes)
const seconds = ((performance.now() - start) / 1000).toFixed(1)
const inAll = countScenes(database).toLocaleString('en-GB')
console.log(`Added ${added.toLocaleString('en-GB')} scenes in ${seconds} s; the archive holds ${inAll}.`)
await database.close()
