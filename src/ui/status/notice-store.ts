/** What a notice says. Failures stay until dismissed; the others leave by themselves. */
export type Notice = {
  /** Notifying again with the same id replaces the notice instead of adding one. */
  id?: string
  tone: 'ok' | 'info' | 'warn' | 'fail'
  title: string
  body?: string
  action?: { label: string; onPress: () => void }
}

export type ShownNotice = Notice & { id: string }

let shown: readonly ShownNotice[] = []
let count = 0
const listeners = new Set<() => void>()

/** Shows a notice and returns its id. */
export function notify(notice: Notice): string {
  count += 1
  const id = notice.id ?? `notice-${count}`
  const next = { ...notice, id }
  const exists = shown.some((other) => other.id === id)
  publish(exists ? shown.map((other) => (other.id === id ? next : other)) : [...shown, next])
  return id
}

export function dismissNotice(id: string): void {
  publish(shown.filter((notice) => notice.id !== id))
}

/** For useSyncExternalStore. */
export const noticeStore = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  read: (): readonly ShownNotice[] => shown,
}

function publish(next: readonly ShownNotice[]): void {
  shown = next
  for (const listener of listeners) listener()
}
