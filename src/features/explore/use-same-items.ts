import { useState } from 'react'

/** The list from before as long as it has the same items, so that what is made of it need not be made again. */
export function useSameItems<Item>(items: readonly Item[]): readonly Item[] {
  const [kept, setKept] = useState(items)
  if (kept === items) return kept
  if (kept.length === items.length && kept.every((item, i) => item === items[i])) return kept
  setKept(items)
  return items
}
