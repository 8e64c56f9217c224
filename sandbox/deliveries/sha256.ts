import { createHash } from 'node:crypto'

/** SHA-256 of a body of any size, hexadecimal. */
export async function sha256(body: Blob): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of body.stream()) hash.update(chunk)
  return hash.digest('hex')
}
