export type ByteRange = { offset: number; length: number }

/** Reading a gap of this size costs less than another request. */
const MERGE_GAP_BYTES = 16 << 10
const MAX_MERGED_BYTES = 2 << 20

type MergedRange = ByteRange & { of: number[] }

/** Few requests for many ranges: neighbours become one. `of` are the indices of the ranges that a merged one covers. */
export function mergeRanges(ranges: readonly ByteRange[]): MergedRange[] {
  const order = ranges.map((_, index) => index).toSorted((a, b) => ranges[a]!.offset - ranges[b]!.offset)
  const merged: MergedRange[] = []
  for (const index of order) {
    const { offset, length } = ranges[index]!
    const last = merged.at(-1)
    const end = offset + length
    if (last && offset - (last.offset + last.length) <= MERGE_GAP_BYTES && end - last.offset <= MAX_MERGED_BYTES) {
      last.length = Math.max(last.length, end - last.offset)
      last.of.push(index)
    } else merged.push({ offset, length, of: [index] })
  }
  return merged
}
