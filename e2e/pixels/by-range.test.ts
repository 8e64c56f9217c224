import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createBlockReader } from '#src/imagery/block-reader.ts'
import { openCog, openSource } from '#src/imagery/open-cog.ts'
import { readWindow } from '#src/imagery/read-window.ts'
import { urlSource } from '#src/imagery/url-source.ts'

const bytes = readFileSync(new URL('../../src/imagery/fixtures/uint16-planar-tiles.tif', import.meta.url))

/** A server of one file, whose troubles the test chooses. Ranges as RFC 9110 has them. */
let server: Server
let address: string
let trouble: (request: IncomingMessage, response: ServerResponse, count: number) => boolean
let asked: string[]

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? '')
    if (trouble(request, response, asked.length)) return
    const [, from = '', to = ''] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? []
    if (Number(from) >= bytes.length) return void response.writeHead(416).end()
    const part = bytes.subarray(Number(from), Number(to) + 1)
    const range = `bytes ${from}-${Number(from) + part.length - 1}/${bytes.length}`
    response.writeHead(206, { 'content-range': range, etag: '"one"', 'content-length': part.length }).end(part)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/file.tif`
})
afterAll(() => server.close())
beforeEach(() => {
  asked = []
  trouble = () => false
})

const pauses: number[] = []
const source = (options: Parameters<typeof urlSource>[1] = {}) =>
  urlSource(`${address}?signature=old`, { pause: async (ms) => void pauses.push(ms), ...options })

async function firstBand(from: ReturnType<typeof source>) {
  const cog = await openSource(from, {}, { reader: createBlockReader() })
  return (await readWindow(cog, [0]))[0]!
}

const status = (code: number) => (_: IncomingMessage, response: ServerResponse) => {
  response.writeHead(code).end()
  return true
}

describe('a raster behind a URL', () => {
  test('is read by range', async () => {
    const cog = await openCog(address)
    expect(cog.info.storage.bytes).toBe(bytes.length)
    const [samples] = await readWindow(cog, [0], { window: { x: 0, y: 0, width: 3, height: 1 } })
    expect([...samples!]).toEqual([0, 31, 62])
  })

  test.each([
    [
      'a server that is busy',
      (_: IncomingMessage, response: ServerResponse, count: number) => count < 3 && status(503)(_, response),
    ],
    [
      'a connection that is cut',
      (request: IncomingMessage, _: ServerResponse, count: number) => count < 3 && Boolean(request.socket.destroy()),
    ],
    [
      'an answer that ends early',
      (_: IncomingMessage, response: ServerResponse, count: number) => {
        if (count >= 3) return false
        response.writeHead(206, { 'content-range': `bytes 0-9999/${bytes.length}`, 'content-length': 5000 })
        response.write(bytes.subarray(0, 100), () => response.destroy())
        return true
      },
    ],
  ])('%s: tried again, after longer and longer pauses', async (_, troubled) => {
    trouble = troubled
    pauses.length = 0
    expect(await firstBand(source())).toHaveLength(70 * 50)
    expect(pauses).toHaveLength(2)
    expect(pauses[1]).toBeGreaterThan(pauses[0]! * 1.5)
  })

  test('gives up in words', async () => {
    trouble = status(500)
    await expect(firstBand(source())).rejects.toThrow('answered with status 500')
    expect(asked).toHaveLength(4)
    trouble = (request) => Boolean(request.socket.destroy())
    await expect(firstBand(source())).rejects.toThrow('could not be reached')
  })

  test('an address that has expired is asked anew, once for all who find out', async () => {
    trouble = (request, response) => !request.url!.includes('fresh') && status(403)(request, response)
    let renewed = 0
    const renew = async () => {
      renewed++
      return `${address}?signature=fresh`
    }
    const from = source({ renew })
    const parts = await Promise.all([from.read(0, 10), from.read(10, 10), from.read(20, 10)])
    expect(Buffer.concat(parts)).toEqual(bytes.subarray(0, 30))
    expect(renewed).toBe(1)
    // Who brings none, or one that has expired too, is told.
    await expect(source().read(0, 10)).rejects.toThrow('has expired')
    await expect(source({ renew: async () => undefined }).read(0, 10)).rejects.toThrow('has expired')
  })

  test.each([
    [404, 'no longer there'],
    [200, 'whole files only'],
    [418, 'status 418'],
  ])('status %i is told in words, without another try', async (code, says) => {
    trouble = status(code)
    await expect(firstBand(source())).rejects.toThrow(says)
    expect(asked).toHaveLength(1)
  })

  test('a file that was replaced meanwhile is not mixed with the old one', async () => {
    const from = source()
    await from.read(0, 10)
    trouble = (_, response) => {
      response.writeHead(206, { etag: '"two"', 'content-range': `bytes 10-19/${bytes.length}` }).end('0123456789')
      return true
    }
    await expect(from.read(10, 10)).rejects.toThrow('replaced')
  })

  test('no longer wanted: the request is cut off, and nothing is tried again', async () => {
    const controller = new AbortController()
    const closed = new Promise<void>((resolve) => {
      trouble = (request) => {
        request.on('close', resolve)
        controller.abort(new Error('not wanted'))
        return true
      }
    })
    await expect(source().read(0, 10, controller.signal)).rejects.toThrow('not wanted')
    await closed
    expect(asked).toHaveLength(1)
  })

  test('an address that no browser opens is refused', async () => {
    await expect(openCog('s3://bucket/file.tif')).rejects.toThrow('no address of this picture that a browser can open')
  })
})
