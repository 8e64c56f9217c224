import { createReadStream, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'

const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.mjs': 'text/javascript', '.css': 'text/css' } // prettier-ignore

/** Serves built pages and one raster by range, counting what is asked of the raster. */
export async function serve(folder: string, raster: string) {
  const asked = { bytes: 0, requests: 0 }
  const { size } = statSync(raster)
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    if (pathname !== '/scene.tif') {
      try {
        const body = readFileSync(join(folder, pathname))
        response.writeHead(200, { 'content-type': types[extname(pathname)] ?? 'application/octet-stream' }).end(body)
      } catch {
        response.writeHead(404).end()
      }
      return
    }
    const [, from = '0', to = ''] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') ?? []
    const end = Math.min(size - 1, to === '' ? size - 1 : Number(to))
    const headers = {
      'content-type': 'image/tiff',
      'accept-ranges': 'bytes',
      'content-range': `bytes ${from}-${end}/${size}`,
      'content-length': end - Number(from) + 1,
      'cache-control': 'no-store',
    }
    asked.requests++
    if (request.method === 'HEAD') {
      response.writeHead(200, { ...headers, 'content-length': size }).end()
      return
    }
    asked.bytes += end - Number(from) + 1
    response.writeHead(206, headers)
    createReadStream(raster, { start: Number(from), end }).pipe(response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** What was asked since the last look. */
    take: () => {
      const taken = { ...asked }
      asked.bytes = 0
      asked.requests = 0
      return taken
    },
    close: () => server.close(),
  }
}
