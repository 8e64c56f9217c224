import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { createClock } from './clock.ts'
import { createFiles, readRange, signedUrlPeriodMs } from './files.ts'

const home = mkdtempSync(join(tmpdir(), 'swath-files-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))
const folder = join(home, 'data')
const content = Buffer.from(Array.from({ length: 1000 }, (_, i) => i % 251))
const clock = createClock()
const produced: string[] = []
const files = createFiles({
  folder,
  clock,
  secret: 'a'.repeat(64),
  produce: async (name) => {
    produced.push(name)
    if (!name.startsWith('made/')) return false
    writeFileSync(await files.pathToWrite(name), 'fresh')
    return true
  },
})
writeFileSync(await files.pathToWrite('downloads/a b.zip'), content)
writeFileSync(join(home, 'secret.txt'), 'outside the data folder')

const origin = 'http://sandbox.test'
const url = () => files.signedUrl(origin, 'downloads/a b.zip', 'Havel "1".zip')
const get = (address: string, headers: Record<string, string> = {}, method = 'GET') =>
  files.serve(new Request(address, { method, headers }))
const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer())

describe('a signed address', () => {
  test('gives the file, its kind, its size and the name to save it under', async () => {
    const response = await get(url())
    expect(response.status).toBe(200)
    expect((await bytesOf(response)).equals(content)).toBe(true)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/zip',
      'content-length': '1000',
      'accept-ranges': 'bytes',
      'content-disposition': `attachment; filename="Havel _1_.zip"; filename*=UTF-8''Havel%20%221%22.zip`,
    })
  })

  test.each(['Wüste Ω.zip', '農地 (2026).zip', 'line\nbreak.zip', 'half \ud800.zip'])(
    'saves under any name: %j',
    async (name) => {
      const response = await get(files.signedUrl(origin, 'downloads/a b.zip', name))
      expect(response.status).toBe(200)
      const [, full] = /filename\*=UTF-8''([\w.%~-]+)$/.exec(response.headers.get('content-disposition')!)!
      expect(decodeURIComponent(full!)).toBe(Buffer.from(name).toString())
    },
  )

  test('answers HEAD with the size and no bytes', async () => {
    const response = await get(url(), {}, 'HEAD')
    expect([response.status, response.headers.get('content-length'), (await bytesOf(response)).length]).toEqual([
      200,
      '1000',
      0,
    ])
  })

  test('stays the same while a page asks again and again, within its period', () => {
    const first = url()
    clock.advance(1)
    expect([first, url()]).toContain(url())
  })

  test.each([
    [
      'its signature',
      (address: URL) =>
        address.searchParams.set('signature', `${address.searchParams.get('signature')!.slice(0, -1)}_`),
    ],
    ['no signature', (address: URL) => address.searchParams.delete('signature')],
    [
      'a longer life',
      (address: URL) => address.searchParams.set('expires', String(Number(address.searchParams.get('expires')) + 1)),
    ],
    ['another name to save under', (address: URL) => address.searchParams.set('as', 'x.exe')],
    ['another file', (address: URL) => (address.pathname = '/files/sandbox.db')],
  ])('with %s changed is refused', async (_, change) => {
    const address = new URL(url())
    change(address)
    const response = await get(address.href)
    expect(response.status).toBe(403)
    expect(await response.json()).toMatchObject({
      error: { code: 'FORBIDDEN', message: expect.stringMatching(/signature/) as string },
    })
  })

  test('of another sandbox is refused', async () => {
    const other = createFiles({ folder, clock, secret: 'b'.repeat(64) })
    expect((await get(other.signedUrl(origin, 'downloads/a b.zip'))).status).toBe(403)
  })

  test('lives for one to two periods of the clock, then says that it has expired', async () => {
    const aging = createClock()
    const own = createFiles({ folder, clock: aging, secret: 'c'.repeat(64) })
    const address = own.signedUrl(origin, 'downloads/a b.zip')
    aging.advance(signedUrlPeriodMs - 1000)
    expect((await own.serve(new Request(address))).status).toBe(200)
    aging.advance(signedUrlPeriodMs + 2000)
    const expired = await own.serve(new Request(address))
    expect(expired.status).toBe(403)
    expect(await expired.json()).toMatchObject({ error: { message: expect.stringMatching(/expired/) as string } })
    expect((await own.serve(new Request(own.signedUrl(origin, 'downloads/a b.zip')))).status).toBe(200)
  })

  test('of a file that is gone is a 404, of one that can be made makes it', async () => {
    expect((await get(files.signedUrl(origin, 'downloads/gone.zip'))).status).toBe(404)
    const made = await get(files.signedUrl(origin, 'made/one.png'))
    expect([made.status, made.headers.get('content-type'), await made.text()]).toEqual([200, 'image/png', 'fresh'])
    await get(files.signedUrl(origin, 'made/one.png'))
    expect(produced).toEqual(['downloads/gone.zip', 'made/one.png'])
  })

  test('of a folder is a 404', async () => {
    expect((await get(files.signedUrl(origin, 'downloads'))).status).toBe(404)
  })
})

describe('nothing outside the data folder', () => {
  test.each(['../secret.txt', 'downloads/../../secret.txt', '/etc/passwd', '..', 'a\0b'])(
    'is served, however well signed: %j',
    async (name) => {
      const address = files.signedUrl(origin, name)
      // The signature is right, so it is the path that must be refused.
      const outcome = await get(address).then(
        (response) => response.status,
        () => 'refused',
      )
      expect([403, 404, 'refused']).toContain(outcome)
      expect(() => files.path(name)).toThrow(/not a file of the data folder/)
    },
  )

  test.each([
    '/files/..%2fsecret.txt',
    '/files/%2e%2e/secret.txt',
    '/files/downloads%2f..%2f..%2fsecret.txt',
    '/files/%E0%A4%A',
  ])('is reached by %s', async (path) => {
    const address = new URL(url())
    const response = await get(`${origin}${path}${address.search}`)
    expect(response.status).toBe(403)
  })
})

describe('ranges', () => {
  test.each([
    ['bytes=0-9', 0, 9],
    ['bytes=990-', 990, 999],
    ['bytes=-10', 990, 999],
    ['bytes=-5000', 0, 999],
    ['bytes=995-5000', 995, 999],
    ['bytes=0-0', 0, 0],
  ])('%s is answered with 206 and those bytes', async (range, first, last) => {
    const response = await get(url(), { range })
    expect(response.status).toBe(206)
    expect(response.headers.get('content-range')).toBe(`bytes ${first}-${last}/1000`)
    expect(response.headers.get('content-length')).toBe(String(last - first + 1))
    expect((await bytesOf(response)).equals(content.subarray(first, last + 1))).toBe(true)
  })

  test.each(['bytes=1000-', 'bytes=5000-6000', 'bytes=9-3', 'bytes=-0'])(
    '%s can not be had: 416 with the size',
    async (range) => {
      const response = await get(url(), { range })
      expect([response.status, response.headers.get('content-range')]).toEqual([416, 'bytes */1000'])
      expect((await bytesOf(response)).length).toBe(0)
    },
  )

  test.each(['bytes=0-1,5-6', 'bytes=-', 'lines=1-2', 'bytes=a-b'])(
    '%s is not understood: the whole file',
    async (range) => {
      const response = await get(url(), { range })
      expect([response.status, (await bytesOf(response)).length]).toEqual([200, 1000])
    },
  )

  test('go on only with the file they began with', async () => {
    const etag = (await get(url(), {}, 'HEAD')).headers.get('etag')!
    const same = await get(url(), { range: 'bytes=500-', 'if-range': etag })
    expect([same.status, (await bytesOf(same)).length]).toEqual([206, 500])
    const changed = await get(url(), { range: 'bytes=500-', 'if-range': '"other"' })
    expect([changed.status, (await bytesOf(changed)).length]).toEqual([200, 1000])
    expect((await get(url(), { 'if-none-match': etag })).status).toBe(304)
  })

  test('of an empty file can not be had', async () => {
    writeFileSync(await files.pathToWrite('empty.csv'), '')
    const address = files.signedUrl(origin, 'empty.csv')
    expect((await get(address, { range: 'bytes=0-' })).status).toBe(416)
    const whole = await get(address)
    expect([whole.status, whole.headers.get('content-length'), (await bytesOf(whole)).length]).toEqual([200, '0', 0])
    expect(readRange('bytes=0-0', 0)).toBe('unsatisfiable')
  })
})
