import { readFile, stat } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.geojson': 'application/geo+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.ico': 'image/x-icon',
}

/**
 * Answers for the built app. Files under `assets/` carry a hash in their name and are kept for good; every address that is
 * not a file is the app itself, which knows its own screens.
 */
export function createAppServer(folder: string): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return new Response(null, { status: 405 })
    const { pathname } = new URL(request.url)
    const file = fileOf(folder, pathname)
    const found = file ? await stat(file).catch(() => null) : null
    if (file && found?.isFile()) return send(request, file, found.mtimeMs, pathname.startsWith('/assets/'))
    // A missing script or picture must say so: answering it with the page would hide the fault.
    if (extname(pathname)) return new Response('Not found', { status: 404 })
    const page = join(folder, 'index.html')
    return send(request, page, (await stat(page)).mtimeMs, false)
  }
}

function fileOf(folder: string, pathname: string): string | null {
  let name: string
  try {
    name = normalize(decodeURIComponent(pathname))
  } catch {
    return null
  }
  if (name.includes('\0') || name.split(sep).includes('..')) return null
  return join(folder, name)
}

async function send(request: Request, file: string, mtimeMs: number, hashed: boolean): Promise<Response> {
  const etag = `"${Math.trunc(mtimeMs).toString(36)}"`
  const headers = new Headers({
    'content-type': contentTypes[extname(file)] ?? 'application/octet-stream',
    'cache-control': hashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    etag,
  })
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers })
  return new Response(request.method === 'HEAD' ? null : await readFile(file), { headers })
}
