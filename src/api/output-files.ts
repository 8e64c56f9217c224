import { queryOptions } from '@tanstack/react-query'
import { ApiError, NetworkError } from './errors.ts'

/** What a page can hold and show; larger files are for downloading. */
const mostBytes = 48 << 20

export const outputFileQueries = {
  /** The text of a table or of polygons that a block wrote. The same file has another signature each time it is listed. */
  text: (url: string) =>
    queryOptions({
      queryKey: ['output-files', url.split('?')[0]],
      queryFn: ({ signal }) => readText(url, signal),
      staleTime: Infinity,
      // A large text is not kept for long after the screen is left.
      gcTime: 60_000,
    }),
}

async function readText(url: string, signal: AbortSignal): Promise<string> {
  const response = await fetch(url, { signal }).catch((cause: unknown) => {
    if (signal.aborted) throw cause
    throw new NetworkError('The file could not be reached.', { cause })
  })
  const refuse = async (status: number, code: string, message: string) => {
    if (!response.bodyUsed) await response.body?.cancel()
    throw new ApiError('output file', status, code, message, null)
  }
  if (response.status === 401 || response.status === 403) {
    return refuse(400, 'EXPIRED', 'The address of this file has expired')
  }
  if (!response.ok) return refuse(response.status, `HTTP_${response.status}`, 'This file is no longer there')
  const tooLarge = () => refuse(413, 'TOO_LARGE', 'This file is too large to be shown here; download it')
  if (Number(response.headers.get('content-length')) > mostBytes) return tooLarge()
  const text = await textWithin(response, mostBytes).catch((cause: unknown) => {
    if (signal.aborted) throw cause
    throw new NetworkError('The file broke off.', { cause })
  })
  return text ?? tooLarge()
}

/** Null when it is longer: not every service says beforehand how long a file is. */
export async function textWithin(response: Response, limitBytes: number): Promise<string | null> {
  const reader = response.body?.getReader()
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    bytes += part.value.byteLength
    if (bytes > limitBytes) {
      await reader?.cancel()
      return null
    }
    text += decoder.decode(part.value, { stream: true })
  }
  return text + decoder.decode()
}
