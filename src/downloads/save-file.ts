import { NetworkError } from '#src/api/errors.ts'

/** What a signed address says without its file being fetched. `gone`: it has expired, or the file is no longer there. */
export type FileFacts = { state: 'there'; sizeBytes?: number } | { state: 'gone' } | { state: 'unknown' }

/**
 * Hands a file to the browser, which shows progress, pauses, resumes and holds nothing in memory. A signed address names
 * its file itself; `name` is for Blobs, and for addresses of this origin that do not.
 */
export function saveUrl(url: string, name = ''): void {
  const link = document.createElement('a')
  link.href = url
  // Without it a picture or a table would open in place of the app. Ignored for other origins, which send archives.
  link.download = name
  link.rel = 'noopener'
  document.body.append(link)
  link.click()
  link.remove()
}

/** Saves what the app made or has fetched itself: tables, pictures, legends. */
export function saveBlob(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob)
  saveUrl(url, name)
  // The browser reads the Blob after the click, at a moment it does not tell.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

/**
 * Whether a signed address still opens, and how large its file is. Other origins can not be asked (the content security
 * policy, and signatures that hold for GET alone), so there only an expiry written in the address counts.
 * @throws NetworkError when nobody answers: then it could not be fetched either.
 */
export async function inspectFile(url: string, nowMs = Date.now()): Promise<FileFacts> {
  const address = new URL(url, location.href)
  const expiresMs = expiryOf(address)
  if (expiresMs !== undefined && expiresMs < nowMs) return { state: 'gone' }
  if (address.origin !== location.origin) return { state: 'unknown' }
  const answer = await fetch(address, { method: 'HEAD', cache: 'no-store' }).catch((cause: unknown) => {
    // Also when the page is being left: the next page asks again.
    throw new NetworkError('The file could not be reached.', { cause })
  })
  if ([401, 403, 404, 410].includes(answer.status)) return { state: 'gone' }
  const size = Number(answer.headers.get('content-length') ?? Number.NaN)
  return answer.ok && Number.isFinite(size) ? { state: 'there', sizeBytes: size } : { state: 'unknown' }
}

/** Until when an address signed in the manner of S3 (SigV4) or GCS (V4) opens, epoch ms. */
export function expiryOf({ searchParams }: URL): number | undefined {
  for (const vendor of ['X-Amz', 'X-Goog']) {
    const since = searchParams.get(`${vendor}-Date`)?.match(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/)
    const seconds = searchParams.get(`${vendor}-Expires`)
    if (!since || !seconds) continue
    const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = since.slice(1).map(Number)
    return Date.UTC(year, month - 1, day, hour, minute, second) + Number(seconds) * 1000
  }
  // Azure writes the moment itself.
  const until = Date.parse(searchParams.get('se') ?? '')
  return Number.isNaN(until) ? undefined : until
}
