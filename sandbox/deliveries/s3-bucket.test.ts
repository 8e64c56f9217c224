import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { s3Bucket } from './s3-bucket.ts'
import { startS3Server } from './s3-server-for-tests.ts'
import { sha256 } from './sha256.ts'

const keys = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' }
let server: Awaited<ReturnType<typeof startS3Server>>

beforeAll(async () => {
  server = await startS3Server(keys)
})
afterAll(() => server.close())

const bucketWith = (more: object = {}) =>
  s3Bucket({ endpoint: `${server.endpoint}/`, region: 'eu-central-1', bucket: 'pictures', ...keys, ...more })
const objectOf = async (content: Buffer | string) => {
  const body = new Blob([new Uint8Array(Buffer.from(content))])
  return { body, sha256: await sha256(body), contentType: 'image/tiff' }
}

test('an object arrives as it is, under a name with spaces and umlauts', async () => {
  const content = randomBytes(70_000)
  await bucketWith().put('a b/ü(1).tif', await objectOf(content))
  expect(server.objects.get('/pictures/a b/ü(1).tif')?.equals(content)).toBe(true)
})

test('a large object goes in parts and is whole again; no upload stays open', async () => {
  const content = randomBytes(250_001)
  await bucketWith({ multipartFromBytes: 100_000, partBytes: 100_000 }).put('large.tif', await objectOf(content))
  expect(server.objects.get('/pictures/large.tif')?.equals(content)).toBe(true)
  expect(server.uploads.size).toBe(0)
})

test('wrong keys are told as what they are, without the keys', async () => {
  const put = bucketWith({ secretAccessKey: 'wrong-secret' }).put('x.tif', await objectOf('x'))
  await expect(put).rejects.toThrow(/SignatureDoesNotMatch; check its keys/)
  await expect(put).rejects.not.toThrow(/wrong-secret/)
  expect(server.objects.has('/pictures/x.tif')).toBe(false)
})

test('a body that is not what was hashed is refused by the bucket', async () => {
  const object = await objectOf('right')
  await expect(bucketWith().put('y.tif', { ...object, sha256: await sha256(new Blob(['wrong'])) })).rejects.toThrow(
    'XAmzContentSHA256Mismatch',
  )
})

test('a failing server is asked again', async () => {
  server.fail(2)
  await bucketWith().put('later.tif', await objectOf('later'))
  expect(server.refused.filter((problem) => problem === 'InternalError')).toHaveLength(2)
  expect(server.objects.get('/pictures/later.tif')?.toString()).toBe('later')
})

test('a server that does not answer is given up', async () => {
  const silent = createServer(() => {})
  await new Promise<void>((listening) => silent.listen(0, '127.0.0.1', listening))
  const endpoint = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`
  const put = bucketWith({ endpoint, timeoutMs: 300 }).put('x.tif', await objectOf('x'))
  await expect(put).rejects.toThrow('the bucket pictures did not answer in time')
  silent.closeAllConnections()
  silent.close()
  await expect(bucketWith({ endpoint }).put('x.tif', await objectOf('x'))).rejects.toThrow('could not be reached')
})

test.each(['@127.0.0.1:9000/', 'evil.example/#', 'eu-central-1.evil.example', ''])(
  'a region never leads to another host: %j',
  (region) => {
    expect(() => bucketWith({ endpoint: 'https://s3.{region}.amazonaws.com', region })).toThrow('A region has')
  },
)

test('an upload in parts that fails is dropped', async () => {
  const bucket = bucketWith({ multipartFromBytes: 10, partBytes: 10 })
  const { body, contentType } = await objectOf('a'.repeat(25))
  const broken = new Proxy(body, {
    get(blob, name) {
      if (name === 'slice') return (start: number, end: number) => (start === 0 ? blob.slice(start, end) : { stream: () => { throw new Error('the disk is gone') } }) // prettier-ignore
      return Reflect.get(blob, name, blob) as unknown
    },
  })
  await expect(bucket.put('broken.tif', { body: broken, sha256: '', contentType })).rejects.toThrow('the disk is gone')
  expect(server.uploads.size).toBe(0)
})
