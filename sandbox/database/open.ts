import { mkdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Kysely, SqliteDialect } from 'kysely'
import type { Tables } from './tables.ts'
import { UnusableFolder } from './unusable-folder.ts'

/** `query` for typed statements; `raw` for what SQLite alone says (bulk seeding, pragmas). One connection, two views. */
export type Database = { query: Kysely<Tables>; raw: DatabaseSync; close(): Promise<void> }

const schemaVersion = 1

/**
 * Opens the database, making it when it is missing. `:memory:` for tests.
 * @throws UnusableFolder when the file was written by another version of the sandbox.
 */
export function openDatabase(path: string): Database {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true })
  const raw = new DatabaseSync(path)
  // WAL with NORMAL survives a killed process at any moment; only a power cut can lose the last transactions.
  raw.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 5000',
  )
  const { user_version: version } = raw.prepare('PRAGMA user_version').get() as { user_version: number }
  if (version === 0) {
    const schema = readFileSync(new URL('./schema.sql', import.meta.url), 'utf8')
    raw.exec(`BEGIN; ${schema}; PRAGMA user_version = ${schemaVersion}; COMMIT`)
  } else if (version !== schemaVersion) {
    raw.close()
    throw new UnusableFolder(
      `${path} was written by another version of the sandbox (data version ${version}, this one reads ${schemaVersion}). Start with --reset to make it anew.`,
    )
  }
  const query = new Kysely<Tables>({ dialect: new SqliteDialect({ database: kyselyView(raw) }) })
  return { query, raw, close: () => query.destroy() }
}

/** Kysely's dialect is written against better-sqlite3; node:sqlite differs in how a statement says whether it returns rows. */
function kyselyView(raw: DatabaseSync) {
  type Parameters = (string | number | bigint | null | Uint8Array)[]
  return {
    close: () => raw.close(),
    prepare(text: string) {
      const statement = raw.prepare(text)
      return {
        reader: statement.columns().length > 0,
        all: (parameters: readonly unknown[]) => statement.all(...(parameters as Parameters)),
        run: (parameters: readonly unknown[]) => statement.run(...(parameters as Parameters)),
        iterate: (parameters: readonly unknown[]) =>
          statement.iterate(...(parameters as Parameters)) as IterableIterator<unknown>,
      }
    },
  }
}
