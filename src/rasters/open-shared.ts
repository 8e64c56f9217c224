import { openCog, openLocal } from '#src/imagery/open-cog.ts'
import type { Cog } from '#src/imagery/open-cog.ts'
import { localRaster } from './local-rasters.ts'

/** Asks the service once more for what an address came from; may give what it answered. */
export type Refresh = () => Promise<unknown>

type Address = { url: string; onRefresh: Refresh | undefined }
type Opened = { cog: Promise<Cog>; address: Address }

/** Files stay open while others are looked at, as many as an AOI has dates: little but their heads is kept of each. Pixels share one budget. */
const OPEN_AT_MOST = 64
const opened = new Map<string, Opened>()

/** The same file has another signature each time it is listed. */
export function fileOf(url: string): string {
  return url.split('?')[0] ?? url
}

/**
 * An open GeoTIFF, shared by all that show or measure it. When its signed address has expired, `onRefresh` is asked and
 * reading goes on with the fresh one.
 */
export function openShared(url: string, onRefresh?: Refresh): Promise<Cog> {
  const file = fileOf(url)
  const known = opened.get(file)
  if (known) {
    known.address.url = url
    known.address.onRefresh = onRefresh ?? known.address.onRefresh
    opened.delete(file)
    opened.set(file, known)
    return known.cog
  }
  const address: Address = { url, onRefresh }
  const renew = async () => {
    address.url = freshAddress(await address.onRefresh?.(), file) ?? address.url
  }
  const local = localRaster(url)
  const entry: Opened = { address, cog: local ? openLocal(local) : openCog(() => address.url, { renew }) }
  opened.set(file, entry)
  entry.cog.catch(() => opened.get(file) === entry && opened.delete(file))
  for (const oldest of opened.keys()) {
    if (opened.size <= OPEN_AT_MOST) break
    opened.delete(oldest)
  }
  return entry.cog
}

/** Deeper than any answer of the service; what else is in an answer (as a promise) may lead in circles. */
const DEEPEST = 12

/** The address of a file within an answer of the service, wherever it stands there. */
export function freshAddress(answer: unknown, file: string, depth = 0): string | undefined {
  if (typeof answer === 'string') return fileOf(answer) === file ? answer : undefined
  if (typeof answer !== 'object' || answer === null || depth > DEEPEST) return undefined
  for (const part of Object.values(answer)) {
    const found = freshAddress(part, file, depth + 1)
    if (found !== undefined) return found
  }
  return undefined
}
