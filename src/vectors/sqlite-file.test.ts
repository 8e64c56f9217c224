import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { SqliteFile } from './sqlite-file.ts'

/** What SQLite itself wrote, and what it reads back. */
function written(
  setup: string,
  fill: (database: DatabaseSync) => void,
  table: string,
): { bytes: Uint8Array; rows: Record<string, unknown>[] } {
  const folder = mkdtempSync(join(tmpdir(), 'swath-sqlite-'))
  const path = join(folder, 'a.db')
  const database = new DatabaseSync(path)
  database.exec(setup)
  database.exec('BEGIN')
  fill(database)
  database.exec('COMMIT')
  const rows = database.prepare(`SELECT * FROM ${table}`).all() as Record<string, unknown>[]
  database.close()
  const bytes = new Uint8Array(readFileSync(path))
  rmSync(folder, { recursive: true })
  return { bytes, rows: rows.map((row) => ({ ...row })) }
}

it.each([512, 4096, 65_536])('reads what SQLite wrote, pages of %i bytes', (pageSize) => {
  const { bytes, rows } = written(
    `PRAGMA page_size = ${pageSize}`,
    (database) => {
      database.exec(`CREATE TABLE "odd, name" (
      fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, -- a comment, with a comma
      "quoted ""name""" TEXT, [in brackets] REAL DEFAULT (1 + 2), size NUMERIC(10, 2),
      data BLOB, CONSTRAINT c CHECK (size < 1e99), UNIQUE (fid, size))`)
      const insert = database.prepare('INSERT INTO "odd, name" VALUES (?, ?, ?, ?, ?)')
      for (let i = 0; i < 3000; i++) {
        const large = i % 500 === 0 ? 200_000 : (i * 37) % 900
        const data = new Uint8Array(large).map((_, at) => (at + i) % 256)
        const size = [0, 1, -1, 127, -129, 40_000, -9_000_000, 2 ** 40, -(2 ** 47), 2 ** 52, 0.25, null][i % 12] ?? null
        insert.run(i * 3 + 1, i % 7 === 0 ? null : `Zelle ${i} äöü 😀`, i / 3, size, data)
      }
      database.exec('ALTER TABLE "odd, name" ADD COLUMN added TEXT')
      database.exec('DELETE FROM "odd, name" WHERE fid % 5 = 0')
    },
    '"odd, name"',
  )
  const file = new SqliteFile(bytes)
  expect([...file.tables.keys()]).toContain('odd, name')
  const read = [...file.rows('odd, name')]
  expect(read).toHaveLength(rows.length)
  expect(read).toEqual(rows)
})

it('reads UTF-16 and has no rows of a table that is not there', () => {
  const { bytes, rows } = written(
    `PRAGMA encoding = 'UTF-16le'`,
    (database) => {
      database.exec(`CREATE TABLE t (name TEXT); INSERT INTO t VALUES ('Größe'), ('')`)
    },
    't',
  )
  expect([...new SqliteFile(bytes).rows('T')]).toEqual(rows)
  expect([...new SqliteFile(bytes).rows('nothing')]).toEqual([])
})

it('stops at pages that lead in a ring', () => {
  const { bytes } = written(
    'PRAGMA page_size = 512',
    (database) => {
      database.exec('CREATE TABLE t (n INTEGER, text TEXT)')
      for (let i = 0; i < 2000; i++) database.exec(`INSERT INTO t VALUES (${i}, 'some text that fills pages')`)
    },
    't',
  )
  const view = new DataView(bytes.buffer)
  // The root of the table is an inner page: its last child shall be itself.
  const root = new SqliteFile(bytes).tables.get('t')!.rootPage
  expect(view.getUint8((root - 1) * 512)).toBe(5)
  view.setUint32((root - 1) * 512 + 8, root)
  expect(() => [...new SqliteFile(bytes).rows('t')]).toThrow(RangeError)
})
