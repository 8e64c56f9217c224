import { afterAll, expect, test } from 'vitest'
import { createClient } from '#src/api/client.ts'
import { origin, refusalOf, startDesk } from './sandbox-fixture.ts'

const token = 'swath-test-1f0c7a'
const desk = await startDesk({ scenes: 50, token })
afterAll(desk.close)

const ask = (authorization?: string) =>
  desk.ask('GET', '/v0/projects', undefined, authorization === undefined ? {} : { authorization })

test('ping needs no token', async () => {
  expect(await desk.api.ping.ping()).toMatch(/sandbox/i)
})

test('no token is a 403, in the envelope', async () => {
  expect(await refusalOf(desk.api.projects.listProjects({}))).toMatchObject({ status: 403, code: 'FORBIDDEN' })
})

test.each(['other', `${token}x`, token.slice(0, -1), `Basic ${token}`, `Bearer ${token} ${token}`, 'Bearer'])(
  'the token %j is a 401',
  async (given) => {
    expect(await ask(given)).toMatchObject({ status: 401, body: { error: { code: 'UNAUTHORIZED' } } })
  },
)

test.each([token, `Bearer ${token}`, `bearer ${token}`])('%j lets in', async (given) => {
  expect(await ask(given)).toMatchObject({ status: 200, body: { count: 3 } })
})

test('nothing is done for who has no token, and an unknown address does not tell whether it exists', async () => {
  expect((await desk.ask('POST', '/v0/aois', {})).status).toBe(403)
  expect((await desk.ask('GET', '/v0/none')).status).toBe(403)
})

test('a signed address needs no token, since a browser sends none with a picture', async () => {
  const api = createClient({
    baseUrl: origin,
    fetch: (request) => {
      const asked = new Request(request)
      asked.headers.set('authorization', `Bearer ${token}`)
      return desk.fetch(asked)
    },
  })
  const { features } = await api.archives.searchArchive({ body: { limit: 1 } })
  const href = features[0]!.assets!.thumbnail!.href!
  expect(href).not.toContain(token)
  expect((await desk.fetch(new Request(href))).status).toBe(200)
})

test('a sandbox without a token asks for none, and takes any', async () => {
  const open = await startDesk({ scenes: 10 })
  try {
    expect((await open.ask('GET', '/v0/projects', undefined, { authorization: 'Bearer any' })).status).toBe(200)
    expect((await open.ask('GET', '/v0/projects')).status).toBe(200)
  } finally {
    await open.close()
  }
})
