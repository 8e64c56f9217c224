import type { Insight } from '#src/contract/insights.ts'

/** Which block an insight ran. */
export type BlockPlace = { name: string; version: string }

/** What we add to an insight that is run here: the API does not tell which block one came from, but keeps `metadata`. */
export function runMetadata({ name, version }: BlockPlace, requestId: string): Record<string, string> {
  return { block: name, block_version: version, request: requestId }
}

/** Null for an insight that was made elsewhere and does not say. */
export function blockOf({ metadata }: Pick<Insight, 'metadata'>): BlockPlace | null {
  const { block: name, block_version: version } = metadata ?? {}
  return name && version ? { name, version } : null
}
