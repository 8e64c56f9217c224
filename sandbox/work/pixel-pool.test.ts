import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createPixelPool } from './pixel-pool.ts'

test('a task that waits for a worker has not begun, and says so', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'swath-pool-'))
  const pool = createPixelPool({ size: 1 })
  onTestFinished(async () => {
    await pool.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const path = join(folder, 'a.txt')
  writeFileSync(path, 'a')
  // What was there when each began.
  const begun: string[][] = []
  const run = (name: string) =>
    pool.run(
      { kind: 'zip', entries: [{ name: 'a.txt', path }], modifiedMs: 0, out: join(folder, name) },
      { onStart: () => begun.push(readdirSync(folder).toSorted()) },
    )
  await Promise.all([run('one.zip'), run('two.zip')])
  expect(begun).toEqual([['a.txt'], ['a.txt', 'one.zip']])
})
