import { existsSync, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { addScene } from '#sandbox/add-scene.ts'
import { openDatabase } from '#sandbox/database/open.ts'
import { seed } from '#sandbox/database/seed.ts'
import { IngestError } from '#sandbox/raster/ingest/ingest-error.ts'

// npm run sandbox:add -- FILE.tif [--meta FILE.json]   The sandbox may be running: it shows the scene at the next search.
const { positionals, values } = parseArgs({ allowPositionals: true, options: { meta: { type: 'string' } } })
const [file] = positionals
if (!file || positionals.length > 1) fail('Say which file: npm run sandbox:add -- FILE.tif [--meta FILE.json]')
if (!existsSync(file)) fail(`There is no file ${file}.`)
if (values.meta && !existsSync(values.meta)) fail(`There is no metadata file ${values.meta}.`)

const folder = resolve(process.env.SWATH_DATA ?? join(import.meta.dirname, '../.swath'))
mkdirSync(folder, { recursive: true })
const database = openDatabase(join(folder, 'sandbox.db'))
try {
  seed(database)
  const added = await addScene(database, folder, file, values.meta)
  console.log(
    `Added ${added.id}: ${added.satellite}, ${added.bands} bands, taken ${added.acquired}, in the collection ${added.collection}.`,
  )
  for (const note of added.notes) console.log(`Note: ${note}`)
} catch (error) {
  if (!(error instanceof IngestError)) throw error
  fail(`${file} was not added. ${error.message}`)
} finally {
  await database.close()
}

function fail(message: string): never {
  console.error(message)
  process.exit(1)
}
