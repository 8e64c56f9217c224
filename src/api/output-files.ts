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
    await response.body?.cancel()
    throw new ApiError('output file', status, code, message, null)
  }
  if (response.status === 401 || response.status === 403) {
    return refuse(400, 'EXPIRED', 'The address of this file has expired')
  }
  if (!response.ok) return refuse(response.status, `HTTP_${response.status}`, 'This file is no longer there')
  if (Number(response.headers.get('content-length')) > mostBytes) {
    return refuse(413, 'TOO_LARGE', 'This file is too large to be shown here; download it')
  }
  return response.text()
}
