import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { createSecretBox } from './secret-box.ts'

const folder = mkdtempSync(join(tmpdir(), 'swath-secrets-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('a sealed text opens after a restart, with the key file that only its owner may read', () => {
  const sealed = createSecretBox({ folder }).seal('key of the bucket', 'store-1')
  expect(sealed).not.toContain('bucket')
  expect(Buffer.from(sealed, 'base64').toString('latin1')).not.toContain('bucket')
  expect(createSecretBox({ folder }).open(sealed, 'store-1')).toBe('key of the bucket')
  expect(statSync(join(folder, 'secret.key')).mode & 0o777).toBe(0o600)
})

test('the same text never looks the same twice', () => {
  const box = createSecretBox({ folder })
  expect(box.seal('same', 'store-1')).not.toBe(box.seal('same', 'store-1'))
})

test.each([
  ['another owner', (sealed: string) => createSecretBox({ folder }).open(sealed, 'store-2')],
  ['another key', (sealed: string) => createSecretBox({ folder, passphrase: 'else' }).open(sealed, 'store-1')],
  ['a changed byte', (sealed: string) => createSecretBox({ folder }).open(flip(sealed), 'store-1')],
])('does not open for %s', (_, open) => {
  const sealed = createSecretBox({ folder }).seal('secret', 'store-1')
  expect(() => open(sealed)).toThrow('can not be read')
})

function flip(sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64')
  bytes[bytes.length - 1]! ^= 1
  return bytes.toString('base64')
}
