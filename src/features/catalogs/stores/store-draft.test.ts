import { expect, test } from 'vitest'
import { newStoreSchema, storeTypes } from '#src/contract/stores.ts'
import { emptyDraft, readLabels, storeFrom } from './store-draft.ts'
import type { StoreDraft } from './store-draft.ts'

const secrets = {
  access_key_id: ' AKIDEXAMPLE\n',
  secret_access_key: 'a/secret+key=',
  project_id: 'acme-eo',
  service_account_credentials: JSON.stringify({
    type: 'service_account',
    project_id: 'acme-eo',
    private_key: '-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----\n',
    client_email: 'upload@acme-eo.iam.gserviceaccount.com',
  }),
  account_name: 'acmepictures',
  tenant_id: 'acme.onmicrosoft.com',
  client_id: '11111111-2222-3333-4444-555555555555',
  client_secret: 'hush',
}
const full: StoreDraft = {
  type: 'S3',
  name: ' Acme ',
  bucket: 'pictures',
  region: 'eu-central-1',
  pathPrefix: '',
  labels: 'team=data, env=prod',
  secrets,
}
const problemsOf = (changes: Partial<StoreDraft>) => {
  const read = storeFrom({ ...full, ...changes })
  return read.ok ? {} : read.problems
}

test.each(storeTypes)('a whole draft of %s is a request the contract accepts, with its own secrets alone', (type) => {
  const read = storeFrom({ ...full, type })
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  expect(newStoreSchema.parse(read.store)).toEqual(read.store)
  expect(read.store).toMatchObject({ name: 'Acme', labels: { team: 'data', env: 'prod' } })
  expect(read.store.configs).not.toHaveProperty('path_prefix')
})

test('what is pasted with blanks around it is sent without', () => {
  const read = storeFrom(full)
  expect(read.ok && read.store.secrets).toEqual({ access_key_id: 'AKIDEXAMPLE', secret_access_key: 'a/secret+key=' })
})

test('an empty draft says what is needed, field by field', () => {
  const read = storeFrom(emptyDraft)
  expect(!read.ok && Object.keys(read.problems)).toEqual([
    'name',
    'configs.bucket',
    'configs.region',
    'secrets.access_key_id',
    'secrets.secret_access_key',
  ])
})

test('slips are told beside their field, and no secret is repeated', () => {
  expect(problemsOf({ region: 'Europe (Frankfurt)' })).toHaveProperty(['configs.region'])
  expect(problemsOf({ labels: 'team' })).toHaveProperty('labels')
  const wrong = {
    ...secrets,
    secret_access_key: 'two keys',
    account_name: 'Acme-Pictures',
    client_id: 'my client',
    tenant_id: 'acme',
    service_account_credentials: '{"type": "service_account",}',
  }
  expect(problemsOf({ secrets: wrong })).toHaveProperty(['secrets.secret_access_key'])
  const azure = problemsOf({ type: 'AZBLOB', secrets: wrong })
  expect(Object.keys(azure)).toEqual(['secrets.account_name', 'secrets.tenant_id', 'secrets.client_id'])
  expect(problemsOf({ type: 'GCS', secrets: wrong })['secrets.service_account_credentials']).toContain(
    'line 1, character 28',
  )
  for (const value of Object.values(wrong)) expect(JSON.stringify(azure)).not.toContain(value)
})

test('labels are pairs, each name once', () => {
  expect(readLabels(' a = 1 ,\n b=x=y ')).toEqual({ ok: true, labels: { a: '1', b: 'x=y' } })
  expect(readLabels('')).toEqual({ ok: true, labels: {} })
  expect(readLabels('a=1,a=2')).toMatchObject({ ok: false })
  expect(readLabels('a=')).toMatchObject({ ok: false })
})
