/**
 * What an imported file may cost. An area to search or order is a district, a field, a basin: these figures leave room for
 * the whole layer it comes from, and stop what would fill the memory of a tab.
 */
export const vectorLimits = {
  fileBytes: 100e6,
  /** What an archive may hold unpacked, all that is read of it together. */
  unpackedBytes: 250e6,
  archiveEntries: 2000,
  /** Each is an object of half a kilobyte while KML is read, however few bytes it has in the file. */
  xmlTags: 2_000_000,
  /** Points, lines and outlines that are read. */
  features: 200_000,
  /** Outlines to choose from. */
  areas: 20_000,
  vertices: 1_500_000,
} as const

export type VectorLimits = { readonly [limit in keyof typeof vectorLimits]: number }

/** @throws Refusal when a file has more of something than the limits allow. */
export function refuseBeyond(count: number, most: number, what: string, advice: string): void {
  if (count > most) throw new Refusal(`The file has more than ${most.toLocaleString('en-US')} ${what}: ${advice}.`)
}

/** Why a file is not taken, as a sentence for the person who chose it: what, where, what to do. */
export class Refusal extends Error {
  override name = 'Refusal'
}
