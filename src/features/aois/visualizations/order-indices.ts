import type { Index } from '#src/contract/indices.ts'

/** What most people look for first. */
const usual = ['NDVI', 'NDWI', 'NDRE', 'EVI', 'NDMI']

/** Indices that match a text, the usual ones first, then by name. */
export function orderIndices(indices: readonly Index[], text: string): Index[] {
  const wanted = text.trim().toLowerCase()
  const rank = ({ name }: Index) => {
    const place = usual.indexOf(name.toUpperCase())
    return place < 0 ? usual.length : place
  }
  const matches = ({ name, description }: Index) => `${name} ${description ?? ''}`.toLowerCase().includes(wanted)
  return indices.filter(matches).toSorted((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name))
}
