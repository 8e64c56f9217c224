import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, stat } from 'node:fs/promises'
import { basename, extname, join, normalize, sep } from 'node:path'
import { Readable } from 'node:stream'
import type { Clock } from './clock.ts'
import { envelope } from './errors.ts'

/** Signed URLs live this long. Rounded up to a whole period, so that the same file keeps one URL while a page polls. */
export const signedUrlPeriodMs = 60 * 60 * 1000

export type Files = {
  /** The absolute path of a file of the data folder. */
  path(name: string): string
  /** The same, with its folder made. */
  pathToWrite(name: string): Promise<string>
  /** A URL anyone may read for a while; `saveAs` is the name the browser saves under. */
  signedUrl(origin: string, name: string, saveAs?: string): string
  /** Answers a request for a signed URL: GET and HEAD, whole or by range. */
  serve(request: Request): Promise<Response>
}

export const contentTypes: Record<string, string> = {
  '.tif': 'image/tiff',
  '.png': 'image/png',
  '.jpeg': 'image/jpeg',
  '.json': 'application/json',
  '.geojson': 'application/geo+json',
  '.csv': 'text/csv; charset=utf-8',
  '.zip': 'application/zip',
}

export const filesRoute = '/files/'

/** The data folder's files behind URLs signed with HMAC-SHA256 over name, expiry and saved name. */
export function createFiles({
  folder,
  clock,
  secret = randomBytes(32).toString('hex'),
  produce,
}: {
  folder: string
  clock: Clock
  secret?: string
  /** Makes a file that is computed when first asked for (quicklooks); false when it knows no such file. */
  produce?: (name: string) => Promise<boolean>
}): Files {
  const sign = (name: string, expires: string, saveAs: string) =>
    createHmac('sha256', secret).update(`${name}\n${expires}\n${saveAs}`).digest('base64url')

  function path(name: string) {
    const clean = normalize(name)
    if (clean.startsWith('..') || clean.startsWith(sep) || clean.includes('\0'))
      throw new Error(`not a file of the data folder: ${name}`)
    return join(folder, clean)
  }

  return {
    path,
    async pathToWrite(name) {
      const target = path(name)
      await mkdir(join(target, '..'), { recursive: true })
      return target
    },
    signedUrl(origin, name, saveAs = '') {
      const expires = String(Math.ceil(clock.nowMs() / signedUrlPeriodMs + 1) * signedUrlPeriodMs)
      const url = new URL(filesRoute + name.split('/').map(encodeURIComponent).join('/'), origin)
      url.searchParams.set('expires', expires)
      if (saveAs) url.searchParams.set('as', saveAs)
      url.searchParams.set('signature', sign(name, expires, saveAs))
      return url.href
    },
    async serve(request) {
      const url = new URL(request.url)
      const name = decoded(url.pathname.slice(filesRoute.length))
      if (name === null) return refuse(403, 'The signature of this address is not right.')
      const expires = url.searchParams.get('expires') ?? ''
      const saveAs = url.searchParams.get('as') ?? ''
      const given = Buffer.from(url.searchParams.get('signature') ?? '')
      const right = Buffer.from(sign(name, expires, saveAs))
      if (given.length !== right.length || !timingSafeEqual(given, right))
        return refuse(403, 'The signature of this address is not right.')
      if (clock.nowMs() > Number(expires))
        return refuse(403, 'This address has expired. Ask for the download again to get a fresh one.')
      const target = path(name)
      let found = await stat(target).catch(() => null)
      if (!found && (await produce?.(name))) found = await stat(target).catch(() => null)
      if (!found?.isFile()) return refuse(404, 'This file is no longer there.')
      return sendFile(request, target, found.size, found.mtimeMs, saveAs)
    },
  }
}

/** null for broken percent signs: we never wrote such an address. */
function decoded(path: string): string | null {
  try {
    return path.split('/').map(decodeURIComponent).join('/')
  } catch {
    return null
  }
}

/** RFC 6266: the name in ASCII for old readers, then in full. A header may hold nothing else than ASCII, and half a surrogate pair has no UTF-8. */
function attachmentNamed(name: string): string {
  const plain = name.replaceAll(/[^\x20-\x7e]|["\\]/g, '_')
  const full = encodeURIComponent(Buffer.from(name).toString()).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${full}`
}

function refuse(status: number, message: string) {
  return Response.json(envelope(status, message), { status })
}

function sendFile(request: Request, path: string, size: number, mtimeMs: number, saveAs: string): Response {
  const etag = `"${size.toString(36)}-${Math.trunc(mtimeMs).toString(36)}"`
  const headers = new Headers({
    'content-type': contentTypes[extname(path)] ?? 'application/octet-stream',
    'accept-ranges': 'bytes',
    'cache-control': 'private, max-age=3600',
    etag,
  })
  if (saveAs) headers.set('content-disposition', attachmentNamed(basename(saveAs)))
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers })

  const rangeStillValid = !request.headers.has('if-range') || request.headers.get('if-range') === etag
  const range = rangeStillValid ? readRange(request.headers.get('range'), size) : null
  if (range === 'unsatisfiable') {
    headers.set('content-range', `bytes */${size}`)
    return new Response(null, { status: 416, headers })
  }
  const [start, end] = range ?? [0, size - 1]
  headers.set('content-length', String(end - start + 1))
  if (range) headers.set('content-range', `bytes ${start}-${end}/${size}`)
  const empty = request.method === 'HEAD' || size === 0
  const body = empty ? null : (Readable.toWeb(createReadStream(path, { start, end })) as ReadableStream<Uint8Array>)
  return new Response(body, { status: range ? 206 : 200, headers })
}

/** One range of RFC 9110 §14; several at once are answered with the whole file, as the RFC allows. */
export function readRange(header: string | null, size: number): [start: number, end: number] | 'unsatisfiable' | null {
  const match = header?.match(/^bytes=(\d*)-(\d*)$/)
  if (!match || (match[1] === '' && match[2] === '')) return null
  const [first, last] = [match[1]!, match[2]!]
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1)
  return start > end || start >= size ? 'unsatisfiable' : [start, end]
}
