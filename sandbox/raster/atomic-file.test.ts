import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeAtomically } from './atomic-file.ts'
import { openCog } from './cog-reader.ts'
import { writeCog } from './cog-writer.ts'
import { patternSource, temporaryFolder, testInfo } from './rasters-for-tests.ts'

const folder = temporaryFolder()

test('the name appears when all is written, not before', async () => {
  const path = join(folder, 'late.txt')
  await writeAtomically(path, async (file) => {
    await file.writeFile('all of it')
    expect(readdirSync(folder)).not.toContain('late.txt')
  })
  expect(readFileSync(path, 'utf8')).toBe('all of it')
})

test('a failure leaves nothing behind, and what was there stays', async () => {
  const path = join(folder, 'kept.txt')
  await writeAtomically(path, (file) => file.writeFile('first'))
  const failing = writeAtomically(path, async (file) => {
    await file.writeFile('sec')
    throw new Error('disk full')
  })
  await expect(failing).rejects.toThrow('disk full')
  expect(readFileSync(path, 'utf8')).toBe('first')
  expect(readdirSync(folder).filter((name) => name.startsWith('kept'))).toEqual(['kept.txt'])
})

test('two who write the same file at once do not meet: it is whole, and neither fails', async () => {
  const path = join(folder, 'twice.tif')
  const info = testInfo('uint16', 600, 300, 4)
  await Promise.all([1, 2, 3].map(() => writeCog(path, patternSource(info))))
  const alone = join(folder, 'once.tif')
  await writeCog(alone, patternSource(info))
  expect(readFileSync(path).equals(readFileSync(alone))).toBe(true)
  await (await openCog(path)).close()
  expect(readdirSync(folder).filter((name) => name.startsWith('twice'))).toEqual(['twice.tif'])
})
