import { createHash, createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import type { IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

const hmac = (key: string | Buffer, words: string) => createHmac('sha256', key).update(words).digest()
const hex = (body: string | Buffer) => createHash('sha256').update(body).digest('hex')

/**
 * A bucket server in memory that takes nothing unsigned: it works out Signature Version 4 by itself (AWS General Reference,
 * "Signature Version 4 signing process") and compares every body with its signed SHA-256.
 */
export async function startS3Server({
  accessKeyId,
  secretAccessKey,
}: {
  accessKeyId: string
  secretAccessKey: string
}) {
  const objects = new Map<string, Buffer>()
  const uploads = new Map<string, Map<number, Buffer>>()
  const refused: string[] = []
  let failNext = 0
  let uploadNumber = 0

  function signatureProblem(request: IncomingMessage, url: URL, body: Buffer): string | null {
    const [, credential, names, signature] =
      /Credential=([^,]+), SignedHeaders=([^,]+), Signature=(\w+)/.exec(request.headers.authorization ?? '') ?? []
    if (!credential || !names || !signature) return 'AccessDenied'
    const [keyId, day = '', region = '', service = '', end = ''] = credential.split('/')
    if (keyId !== accessKeyId) return 'InvalidAccessKeyId'
    const bodyHash = String(request.headers['x-amz-content-sha256'])
    if (bodyHash !== 'UNSIGNED-PAYLOAD' && bodyHash !== hex(body)) return 'XAmzContentSHA256Mismatch'
    const query = [...url.searchParams]
      .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
      .sort()
    const headers = names.split(';').map((name) => `${name}:${String(request.headers[name]).trim()}\n`)
    const canonical = [request.method, url.pathname, query.join('&'), headers.join(''), names, bodyHash].join('\n')
    const scope = [day, region, service, end].join('/')
    const toSign = ['AWS4-HMAC-SHA256', String(request.headers['x-amz-date']), scope, hex(canonical)].join('\n')
    const key = [day, region, service, end].reduce<string | Buffer>(
      (derived, part) => hmac(derived, part),
      `AWS4${secretAccessKey}`,
    )
    return hmac(key, toSign).toString('hex') === signature ? null : 'SignatureDoesNotMatch'
  }

  function answer(
    method: string,
    key: string,
    query: URLSearchParams,
    body: Buffer,
  ): [status: number, xml: string, etag?: string] {
    const uploadId = query.get('uploadId')
    const parts = uploadId === null ? undefined : uploads.get(uploadId)
    if (uploadId !== null && !parts) return [404, '<Error><Code>NoSuchUpload</Code></Error>']
    if (method === 'POST' && query.has('uploads')) {
      const id = `upload ${++uploadNumber}`
      uploads.set(id, new Map())
      return [200, `<InitiateMultipartUploadResult><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`]
    }
    if (method === 'PUT') {
      if (parts) parts.set(Number(query.get('partNumber')), body)
      else objects.set(key, body)
      return [200, '', `"${hex(body)}"`]
    }
    if (method === 'POST' && parts) {
      const listed = [...body.toString().matchAll(/<PartNumber>(\d+)<\/PartNumber><ETag>"(\w+)"<\/ETag>/g)]
      const joined = listed.map(([, number, etag]) => [parts.get(Number(number)), etag] as const)
      if (joined.length !== parts.size || joined.some(([part, etag]) => !part || hex(part) !== etag))
        return [200, '<Error><Code>InvalidPart</Code></Error>']
      objects.set(key, Buffer.concat(joined.map(([part]) => part!)))
    }
    if (uploadId !== null) uploads.delete(uploadId)
    return [200, '<Done/>']
  }

  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const url = new URL(request.url ?? '/', 'http://localhost')
      const body = Buffer.concat(chunks)
      const problem = failNext > 0 ? 'InternalError' : signatureProblem(request, url, body)
      if (failNext > 0) failNext--
      if (problem) refused.push(problem)
      const [status, xml, etag] = problem
        ? ([problem === 'InternalError' ? 500 : 403, `<Error><Code>${problem}</Code></Error>`] as const)
        : answer(request.method ?? '', decodeURIComponent(url.pathname), url.searchParams, body)
      response.writeHead(status, { 'content-type': 'application/xml', ...(etag && { etag }) }).end(xml)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    objects,
    uploads,
    refused,
    /** The next requests meet a failing server. */
    fail(times: number) {
      failNext = times
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}
