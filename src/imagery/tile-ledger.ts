import { changeUsage } from './imagery-usage.ts'

/** Which unpacked blocks are held, in order of use, and when one has to go. One for the page. */
export type TileLedger = {
  has: (key: string) => boolean
  /** Marks a block as used and keeps it until `release`. False when it is not held. */
  use: (key: string) => boolean
  release: (key: string) => void
  /** Enters a block that is on its way, kept until `release`. */
  add: (key: string, bytes: number) => void
  remove: (key: string) => void
  clear: () => void
}

type Entry = { bytes: number; users: number }

/** `onEvict` is told of each block that has to go. Blocks in use stay, even if they are more than the budget. */
export function createTileLedger(budgetBytes: number, onEvict: (key: string) => void): TileLedger {
  // A Map keeps the order of insertion: the first is the one not used for the longest.
  const entries = new Map<string, Entry>()
  let held = 0
  changeUsage(() => ({ budgetBytes }))

  const change = (bytes: number) => {
    held += bytes
    changeUsage((usage) => ({ heldBytes: usage.heldBytes + bytes }))
  }
  const remove = (key: string) => {
    const entry = entries.get(key)
    if (!entry) return
    entries.delete(key)
    change(-entry.bytes)
  }
  const makeRoom = () => {
    if (held <= budgetBytes) return
    for (const [key, { users }] of entries) {
      if (held <= budgetBytes) return
      if (users > 0) continue
      remove(key)
      onEvict(key)
    }
  }

  return {
    has: (key) => entries.has(key),
    use(key) {
      const entry = entries.get(key)
      if (!entry) return false
      entry.users++
      entries.delete(key)
      entries.set(key, entry)
      return true
    },
    release(key) {
      const entry = entries.get(key)
      if (entry) entry.users--
      makeRoom()
    },
    add(key, bytes) {
      remove(key)
      entries.set(key, { bytes, users: 1 })
      change(bytes)
      makeRoom()
    },
    remove,
    clear() {
      entries.clear()
      change(-held)
    },
  }
}
