import { AwsClient } from 'aws4fetch'
import type { Bucket, BucketObject } from './bucket.ts'
import { regionProblem } from './object-path.ts'
import { sha256 } from './sha256.ts'

export type S3Options = {
  /** `https://s3.{region}.amazonaws.com`, `http://localhost:9000`, …; buckets are the first part of the path */
  endpoint: string
  region: string
  bucket: string
  accessKeyId: string
  secretAccessKey: string
  /** larger objects go in parts; S3 takes parts of 5 MB to 5 GB, at most 10,000 of them */
  multipartFromBytes?: number
  partBytes?: number
  /** a request that takes longer is given up: it would keep other work waiting */
  timeoutMs?: number
}

const mib = 1024 * 1024

/** A bucket over the S3 protocol, Signature Version 4. The server checks each body against the SHA-256 that is signed. */
export function s3Bucket({
  endpoint,
  region,
  bucket,
  accessKeyId,
  secretAccessKey,
  multipartFromBytes = 100 * mib,
  partBytes = 64 * mib,
  timeoutMs = 15 * 60_000,
}: S3Options): Bucket {
  // Also of stores that were added before regions were looked at.
  const badRegion = regionProblem(region)
  if (badRegion) throw new Error(badRegion)
  const client = new AwsClient({ accessKeyId, secretAccessKey, service: 's3', region, retries: 3 })
  const base = endpoint.replace('{region}', region).replace(/\/+$/, '')
  const urlOf = (key: string) => `${base}/${[bucket, ...key.split('/')].map(encodeName).join('/')}`

  async function ask(url: string, init: RequestInit & { method: string }): Promise<Response> {
    const response = await client.fetch(url, { ...init, signal: AbortSignal.timeout(timeoutMs) }).catch((cause) => {
      const isLate = cause instanceof DOMException && cause.name === 'TimeoutError'
      throw new Error(`the bucket ${bucket} ${isLate ? 'did not answer in time' : 'could not be reached'}`, { cause })
    })
    if (response.ok) return response
    const body = await response.text()
    const code = xmlText(body, 'Code') ?? `HTTP ${response.status}`
    throw new Error(`the bucket ${bucket} answered ${code}${response.status === 403 ? '; check its keys' : ''}`)
  }

  const putBody = (url: string, body: Blob, hash: string, contentType?: string) =>
    ask(url, {
      method: 'PUT',
      body,
      headers: { 'x-amz-content-sha256': hash, ...(contentType && { 'content-type': contentType }) },
    })

  async function putInParts(key: string, { body, contentType }: BucketObject) {
    const url = urlOf(key)
    const started = await (
      await ask(`${url}?uploads=`, { method: 'POST', headers: { 'content-type': contentType } })
    ).text()
    const uploadId = xmlText(started, 'UploadId')
    if (!uploadId) throw new Error(`the bucket ${bucket} started no upload in parts`)
    const upload = `uploadId=${encodeURIComponent(uploadId)}`
    try {
      const parts: string[] = []
      for (let start = 0; start < body.size; start += partBytes) {
        const part = body.slice(start, start + partBytes)
        const number = parts.length + 1
        const { headers } = await putBody(`${url}?partNumber=${number}&${upload}`, part, await sha256(part))
        parts.push(`<Part><PartNumber>${number}</PartNumber><ETag>${headers.get('etag') ?? ''}</ETag></Part>`)
      }
      const list = `<CompleteMultipartUpload xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${parts.join('')}</CompleteMultipartUpload>`
      const answer = await (
        await ask(`${url}?${upload}`, { method: 'POST', body: list, headers: { 'content-type': 'application/xml' } })
      ).text()
      // S3 says 200 before it has joined the parts; a failure then stands in the body.
      if (answer.includes('<Error>'))
        throw new Error(`the bucket ${bucket} answered ${xmlText(answer, 'Code') ?? 'an error'}`)
    } catch (error) {
      // Parts of an open upload cost their owner money until they are dropped.
      await ask(`${url}?${upload}`, { method: 'DELETE' }).catch(() => {})
      throw error
    }
  }

  return {
    async put(key, object) {
      if (object.body.size > multipartFromBytes) await putInParts(key, object)
      else await putBody(urlOf(key), object.body, object.sha256, object.contentType)
    },
  }
}

/** Percent-encoding as the signature counts it (RFC 3986): `encodeURIComponent` leaves five characters bare. */
function encodeName(name: string): string {
  return encodeURIComponent(name).replaceAll(
    /[!'()*]/g,
    (sign) => `%${sign.codePointAt(0)!.toString(16).toUpperCase()}`,
  )
}

function xmlText(xml: string, tag: string): string | undefined {
  return new RegExp(`<${tag}>([^<]+)</${tag}>`).exec(xml)?.[1]
}
