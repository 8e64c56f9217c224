import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Seals text so that a copy of the database alone tells nothing. `owner` binds a sealed text to the record it belongs to. */
export type SecretBox = {
  seal(text: string, owner: string): string
  /** @throws when the text was sealed with another key, for another owner, or was changed */
  open(sealed: string, owner: string): string
}

const ivBytes = 12
const tagBytes = 16

/**
 * AES-256-GCM (NIST SP 800-38D), a fresh IV for each text; sealed = base64(iv, tag, ciphertext). The key comes from a
 * passphrase, or else from a file of the data folder that only its owner may read, made at the first start.
 */
export function createSecretBox({
  folder,
  passphrase,
}: {
  folder: string
  passphrase?: string | undefined
}): SecretBox {
  const key = passphrase ? scryptSync(passphrase, 'swath-sandbox-secrets', 32) : keyFromFile(join(folder, 'secret.key'))
  return {
    seal(text, owner) {
      const iv = randomBytes(ivBytes)
      const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(owner))
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64')
    },
    open(sealed, owner) {
      const bytes = Buffer.from(sealed, 'base64')
      const iv = bytes.subarray(0, ivBytes)
      const tag = bytes.subarray(ivBytes, ivBytes + tagBytes)
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: tagBytes })
          .setAAD(Buffer.from(owner))
          .setAuthTag(tag)
        return Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()]).toString('utf8')
      } catch {
        throw new Error('the secrets can not be read with this key; SWATH_SECRET or the key file has changed')
      }
    },
  }
}

function keyFromFile(path: string): Buffer {
  try {
    // Fails when the file exists: a key is never written over.
    writeFileSync(path, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  const key = Buffer.from(readFileSync(path, 'utf8').trim(), 'hex')
  if (key.length !== 32) throw new Error(`${path} holds no key of 32 bytes in hexadecimal`)
  return key
}
