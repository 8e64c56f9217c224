import { expect, test } from 'vitest'
import { readServiceAccountKey } from './service-account-key.ts'

const key = {
  type: 'service_account',
  project_id: 'acme-eo',
  private_key: '-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----\n',
  client_email: 'upload@acme-eo.iam.gserviceaccount.com',
}
const text = JSON.stringify(key, null, 2)

test('a key file says whose it is', () => {
  expect(readServiceAccountKey(text)).toEqual({ ok: true, email: key.client_email, projectId: 'acme-eo' })
})

test.each([
  ['a comma too many', text.replace('"acme-eo",', '"acme-eo",,'), 'from line 3, character 27'],
  ['a file that was cut', text.slice(0, 60), 'ends too early, at line 4'],
  ['nothing', '', 'ends too early, at line 1, character 1'],
  ['a list', '[1]', 'not a key file'],
  ['another kind of key', JSON.stringify({ ...key, type: 'authorized_user' }), '“type”'],
  ['a key without an address', JSON.stringify({ ...key, client_email: undefined }), '“client_email”'],
  ['a key that was cut inside', JSON.stringify({ ...key, private_key: 'MIIE' }), '“private_key”'],
])('%s is told in words', (_, given, says) => {
  const read = readServiceAccountKey(given)
  expect(read.ok).toBe(false)
  expect(!read.ok && read.message).toContain(says)
  expect(!read.ok && read.message).not.toContain('MIIE')
})
