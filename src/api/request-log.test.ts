import { expect, test } from 'vitest'
import { createClient } from './client.ts'
import { codeLanguages, requestAsCode } from './request-as-code.ts'
import { requestLog } from './request-log.ts'

const secrets = { account_name: 'acme-account', tenant_id: 'a-tenant', client_id: 'a-client', client_secret: 'hush!' }

/** Records what the client sends; nobody answers. */
async function asked(body: Parameters<ReturnType<typeof createClient>['stores']['createStore']>[0]['body']) {
  const client = createClient({ baseUrl: 'http://nobody.test', fetch: () => Promise.reject(new Error('away')) })
  const before = requestLog.snapshot().length
  await client.stores.createStore({ body }).catch(() => undefined)
  await expect.poll(() => requestLog.snapshot().length).toBe(before + 1)
  return requestLog.snapshot().at(-1)!
}

test('the secrets of a store are in no request that can be shown or copied; all else is', async () => {
  const request = await asked({ name: 'x', type: 'AZBLOB', configs: { bucket: 'pictures', region: 'west' }, secrets })
  expect(JSON.parse(request.body!)).toEqual({
    name: 'x',
    type: 'AZBLOB',
    configs: { bucket: 'pictures', region: 'west' },
    secrets: {
      account_name: '<account_name>',
      tenant_id: '<tenant_id>',
      client_id: '<client_id>',
      client_secret: '<client_secret>',
    },
  })
  for (const language of codeLanguages) {
    const code = requestAsCode(request, language, true)
    for (const secret of Object.values(secrets)) expect(code).not.toContain(secret)
    expect(code).toContain('<client_secret>')
  }
})

test('what only speaks of secrets is kept as it is', async () => {
  const labels = { note: 'the "secrets" are in the vault' }
  const request = await asked({ name: 'y', type: 'AZBLOB', configs: { bucket: 'b', region: 'r' }, secrets, labels })
  expect(JSON.parse(request.body!)).toMatchObject({ labels })
})
