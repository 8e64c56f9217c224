import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, readdirSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { run } from './gdal-for-tests.ts'
import { temporaryFolder } from './rasters-for-tests.ts'
import { writeZip } from './zip.ts'

const folder = temporaryFolder()
const modified = new Date('2026-03-01T10:20:30Z')
const pythonInstalled = spawnSync('python3', ['--version']).status === 0
const largeFilesAsked = process.env.SWATH_LARGE_FILES === '1'

const noise = Uint8Array.from({ length: 9_000_001 }, (_, index) => Math.imul(index, 2_654_435_761) >>> 24)
const file = join(folder, 'scene.tif')
writeFileSync(file, noise)

test('other programs unpack the same bytes under the same names', async () => {
  const path = join(folder, 'delivery.zip')
  const fractions: number[] = []
  const entries = [
    { name: 'scene/pixels.tif', path: file },
    { name: 'scene/größe.json', bytes: Buffer.from('{"a":1}') },
    { name: 'empty.txt', bytes: new Uint8Array() },
  ]
  const { bytes } = await writeZip(path, entries, { modified, onProgress: (fraction) => fractions.push(fraction) })
  const zip = readFileSync(path)
  expect(zip.length).toBe(bytes)
  expect(fractions).toEqual(fractions.toSorted((a, b) => a - b))
  expect(fractions.at(-1)).toBe(1)

  const unpacked = unzipSync(zip)
  expect(Object.keys(unpacked)).toEqual(['scene/pixels.tif', 'scene/größe.json', 'empty.txt'])
  expect(Buffer.from(unpacked['scene/pixels.tif'] ?? []).equals(noise)).toBe(true)
  expect(Buffer.from(unpacked['scene/größe.json'] ?? []).toString()).toBe('{"a":1}')

  const again = join(folder, 'again.zip')
  await writeZip(again, entries, { modified })
  expect(readFileSync(again).equals(zip)).toBe(true)
})

test.skipIf(!pythonInstalled)(
  'python (skipped where it is not installed) finds checksums and dates right',
  async () => {
    const path = join(folder, 'python.zip')
    await writeZip(path, [{ name: 'a/pixels.tif', path: file }], { modified })
    expect(run('python3', '-m', 'zipfile', '-t', path)).toBe('Done testing\n')
    expect(run('python3', '-m', 'zipfile', '-l', path)).toMatch(/a\/pixels\.tif\s+2026-03-01 10:20:30\s+9000001/)
  },
)

test.skipIf(!pythonInstalled || !largeFilesAsked)(
  'more than 4 GB become ZIP64 (skipped unless SWATH_LARGE_FILES=1 and python is installed)',
  async () => {
    const large = join(folder, 'large.bin')
    writeFileSync(large, 'start')
    truncateSync(large, 4.5 * 2 ** 30)
    const path = join(folder, 'large.zip')
    await writeZip(
      path,
      [
        { name: 'large.bin', path: large },
        { name: 'behind.txt', bytes: Buffer.from('behind 4 GB') },
      ],
      { modified },
    )
    expect(run('python3', '-m', 'zipfile', '-t', path)).toBe('Done testing\n')
    const read = `import sys, zipfile; print(zipfile.ZipFile(sys.argv[1]).read('behind.txt').decode())`
    expect(run('python3', '-c', read, path).trim()).toBe('behind 4 GB')
  },
  300_000,
)

test('more than 65535 entries become ZIP64', async () => {
  const path = join(folder, 'many.zip')
  const entries = Array.from({ length: 65_600 }, (_, index) => ({ name: `${index}`, bytes: new Uint8Array() }))
  await writeZip(path, entries, { modified })
  const zip = readFileSync(path)
  expect(zip.readUInt32LE(zip.length - 22 - 20)).toBe(0x0706_4b50)
  const record = Number(zip.readBigUInt64LE(zip.length - 22 - 20 + 8))
  expect(zip.readUInt32LE(record)).toBe(0x0606_4b50)
  expect(zip.readBigUInt64LE(record + 32)).toBe(65_600n)
})

test.each(['../up', '/root', 'a//b', 'a/../b', 'C:\\x', 'line\nbreak', '', 'a/', 'x'.repeat(600)])(
  'the name %j is refused',
  async (name) => {
    const path = join(folder, 'names.zip')
    await expect(writeZip(path, [{ name, bytes: new Uint8Array() }], { modified })).rejects.toThrow(/name/)
    expect(existsSync(path)).toBe(false)
  },
)

test('a name given twice is refused', async () => {
  const twice = [1, 2].map((byte) => ({ name: 'same', bytes: Uint8Array.of(byte) }))
  await expect(writeZip(join(folder, 'twice.zip'), twice, { modified })).rejects.toThrow('twice')
})

test('stopping leaves nothing behind', async () => {
  const inner = temporaryFolder()
  const signal = AbortSignal.abort(new Error('enough'))
  const packing = writeZip(join(inner, 'stopped.zip'), [{ name: 'a', path: file }], { modified, signal })
  await expect(packing).rejects.toThrow('enough')
  expect(readdirSync(inner)).toEqual([])
})
