import { timingSafeEqual } from 'node:crypto'
import { envelope } from './errors.ts'

/**
 * Checks the Authorization header when the sandbox was given a token. As the service does: no token is 403, a token that is
 * malformed or unknown is 401; `Bearer TOKEN` and the bare token are both read, because the service's guides show both.
 * @returns the refusal, or null when the request may go on.
 */
export function checkToken(header: string | undefined, expected: string | undefined): Response | null {
  if (!expected) return null
  if (!header)
    return Response.json(envelope(403, 'A personal access token is needed: send it in the Authorization header.'), {
      status: 403,
    })
  const given = header.replace(/^Bearer +/i, '')
  if (/^[\x21-\x7e]+$/.test(given) && equal(given, expected)) return null
  return Response.json(envelope(401, 'The personal access token was not recognised. Check that it was copied whole.'), {
    status: 401,
  })
}

function equal(a: string, b: string): boolean {
  const left = Buffer.from(a)
  const right = Buffer.from(b)
  return left.length === right.length && timingSafeEqual(left, right)
}
