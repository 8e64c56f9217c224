/** What reading pixels takes at the moment and has taken since the page was opened. */
export type ImageryUsage = {
  /** Unpacked pixels kept in memory, of all open files. */
  heldBytes: number
  /** They are kept up to this; what was not looked at the longest goes first. */
  budgetBytes: number
  /** Read from the network or from disk. */
  fetchedBytes: number
  /** Reads so far, of several neighbouring tiles each. */
  requests: number
  /** Reads under way. */
  inFlight: number
}

/** Listeners hear of changes this often at most. */
const QUIET_MS = 100

let usage: ImageryUsage = { heldBytes: 0, budgetBytes: 0, fetchedBytes: 0, requests: 0, inFlight: 0 }
const listeners = new Set<() => void>()
let timer: ReturnType<typeof setTimeout> | undefined

/** A store for `useSyncExternalStore(imageryUsage.subscribe, imageryUsage.get)`. */
export const imageryUsage = {
  get: (): ImageryUsage => usage,
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}

export function changeUsage(change: (usage: ImageryUsage) => Partial<ImageryUsage>): void {
  usage = { ...usage, ...change(usage) }
  if (timer !== undefined || listeners.size === 0) return
  timer = setTimeout(() => {
    timer = undefined
    for (const listener of listeners) listener()
  }, QUIET_MS)
}
