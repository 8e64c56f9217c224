import type { ByteSource } from './byte-source.ts'
import { ImageryError } from './raster-info.ts'

export type UrlSourceOptions = {
  /** Called when the address has expired: brings a fresh one, as its answer or by what `address()` then gives. */
  renew?: () => Promise<string | void>
  /** Waits between tries; tests bring their own. */
  pause?: (ms: number, signal?: AbortSignal) => Promise<void>
}

/** After a failure of the network or the server: seconds in which most of them pass. */
const RETRY_AFTER_MS = [300, 1000, 3000]

/**
 * A file behind a URL that answers range requests (RFC 9110 §14). Signed addresses change while the file stays the same,
 * so a function may give the address of the moment.
 */
export function urlSource(address: string | (() => string), options: UrlSourceOptions = {}): ByteSource {
  const { renew, pause = pauseFor } = options
  let fresh: string | undefined
  let renewing: Promise<void> | undefined
  let size: number | undefined
  let etag: string | undefined
  const now = () => fresh ?? (typeof address === 'string' ? address : address())

  /** Many reads find out at the same time; one asks. */
  const renewOnce = () =>
    (renewing ??= Promise.resolve(renew?.())
      .then((answer) => {
        if (typeof answer === 'string') fresh = answer
      })
      .finally(() => {
        renewing = undefined
      }))

  const read = async (offset: number, length: number, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>> => {
    let isRenewed = false
    for (let attempt = 0; ; attempt++) {
      const isLast = attempt >= RETRY_AFTER_MS.length
      const url = checkedUrl(now())
      try {
        const response = await fetch(url, {
          headers: { range: `bytes=${offset}-${offset + length - 1}` },
          signal: signal ?? null,
        })
        if (response.status === 206) {
          const bytes = new Uint8Array(await response.arrayBuffer())
          size ??= sizeOf(response.headers.get('content-range'))
          checkSame(response)
          // A connection may end early without an error.
          const expected = Math.min(length, (size ?? Infinity) - offset)
          if (size === undefined || bytes.length >= expected) return bytes.subarray(0, length)
        } else {
          await response.body?.cancel()
          if (response.status === 416) return new Uint8Array(0)
          if ((response.status === 401 || response.status === 403) && renew && !isRenewed) {
            isRenewed = true
            // Others may have renewed it since this was sent.
            if (now() === url) await renewOnce()
            attempt--
            continue
          }
          if (!isPassing(response.status) || isLast) throw new ImageryError(sentenceFor(response))
        }
      } catch (error) {
        if (signal?.aborted) throw signal.reason
        if (error instanceof ImageryError) throw error
        if (isLast) {
          throw new ImageryError('The picture could not be reached. Check the connection, then try again.', {
            cause: error,
          })
        }
      }
      if (isLast) throw new ImageryError('The connection to the picture broke off again and again. Try again later.')
      await pause(RETRY_AFTER_MS[attempt]! * (1 + Math.random() / 4), signal)
    }
  }

  const checkSame = (response: Response) => {
    const tag = response.headers.get('etag') ?? undefined
    if (etag !== undefined && tag !== undefined && tag !== etag) {
      throw new ImageryError('The picture was replaced by another while it was read. Open it again.')
    }
    etag ??= tag
  }
  return { name: nameOf(now()), size: () => size, read }
}

function checkedUrl(url: string): string {
  const isWeb =
    URL.canParse(url, globalThis.location?.href) && /^https?:$/.test(new URL(url, globalThis.location?.href).protocol)
  if (!isWeb) throw new ImageryError('The service gives no address of this picture that a browser can open.')
  return url
}

function nameOf(url: string): string {
  return url.split('?')[0]!.split('/').at(-1) || 'picture'
}

/** "bytes 0-1023/146515": the last number, when the server tells it. */
function sizeOf(contentRange: string | null): number | undefined {
  const total = Number(/\/(\d+)$/.exec(contentRange ?? '')?.[1])
  return Number.isFinite(total) ? total : undefined
}

/** Troubles that are often gone with the next try. */
function isPassing(status: number): boolean {
  return status >= 500 || status === 429 || status === 408
}

function sentenceFor({ status, ok }: Response): string {
  if (status === 401 || status === 403) {
    return 'The address of this picture has expired. Try again to get a fresh one.'
  }
  if (status === 404 || status === 410) return 'This picture is no longer there.'
  // Whoever ignores the range would send the whole file for every tile.
  if (ok) return 'This server sends whole files only; pictures need range requests.'
  return `The picture could not be read: the server answered with status ${status}.`
}

function pauseFor(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const done = () => {
      signal?.removeEventListener('abort', stop)
      resolve()
    }
    const timer = setTimeout(done, ms)
    const stop = () => {
      clearTimeout(timer)
      reject(signal?.reason as Error)
    }
    signal?.addEventListener('abort', stop, { once: true })
  })
}
