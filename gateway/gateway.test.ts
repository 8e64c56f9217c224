import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { createGateway } from './gateway.ts'
import { createAppServer } from './serve-app.ts'

const home = mkdtempSync(join(tmpdir(), 'swath-gateway-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))
const dist = join(home, 'dist')
mkdirSync(join(dist, 'assets'), { recursive: true })
writeFileSync(join(home, 'secret.txt'), 'secret')
writeFileSync(join(dist, 'index.html'), '<!doctype html>')
writeFileSync(join(dist, 'assets/app-1a2b.js'), 'void 0')

const changed: string[] = []
const gateway = createGateway({
  app: createAppServer(dist),
  api: async ({ method, url }) => {
    if (method !== 'GET') changed.push(`${method} ${new URL(url).pathname}`)
    return Response.json({ api: true })
  },
})
const ask = (path: string, init?: RequestInit) => gateway.request(`http://localhost:8080${path}`, init)

test.each(['/', '/orders/7', '/assets/app-1a2b.js', '/nothing.js', '/v0/aois', '/files/x.tif'])(
  '%s may do nothing but talk to its own origin',
  async (path) => {
    const { headers } = await ask(path)
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/unsafe|https?:|\*/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
  },
)

test('every address that is no file is the app; a missing script says so', async () => {
  expect(await (await ask('/orders/7?step=2')).text()).toBe('<!doctype html>')
  expect((await ask('/assets/old-9f.js')).status).toBe(404)
  expect((await ask('/', { method: 'POST' })).status).toBe(405)
})

test('names with a hash are kept for good, the page is asked for again and found unchanged', async () => {
  expect((await ask('/assets/app-1a2b.js')).headers.get('cache-control')).toContain('immutable')
  const { headers } = await ask('/')
  expect(headers.get('cache-control')).toBe('no-cache')
  expect((await ask('/', { headers: { 'if-none-match': headers.get('etag')! } })).status).toBe(304)
})

test.each([
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/assets/..%2f..%2fsecret.txt',
  '/assets/%2e%2e%2f%2e%2e%2fsecret.txt',
])('nothing outside the app is served: %s', async (path) => {
  expect(await (await gateway.fetch(new Request(`http://localhost:8080${path}`))).text()).not.toContain('secret')
})

test.each(['/%00', '/%E0%A4%A', '/assets/%00.js'])('a broken address breaks nothing: %s', async (path) => {
  expect((await ask(path)).status).toBeLessThan(500)
})

test('a page of another origin changes nothing; programs and our own pages do', async () => {
  const send = async (site?: string, method = 'POST') =>
    (await ask('/v0/orders', { method, headers: site === undefined ? {} : { 'sec-fetch-site': site } })).status
  changed.length = 0
  expect(await send('cross-site')).toBe(403)
  expect(await send('same-site')).toBe(403)
  expect(await send('cross-site', 'DELETE')).toBe(403)
  expect(changed).toEqual([])
  expect(await send('same-origin')).toBe(200)
  expect(await send('none')).toBe(200)
  expect(await send()).toBe(200)
  expect(changed).toHaveLength(3)
  expect((await ask('/v0/aois', { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(200)
})
