/**
 * Something paid that is on its way. `preparing`: nothing was sent yet. `sending`: it was sent and no answer came yet.
 * `unknown`: no answer will come, so only the service's list can tell whether it went through. `memo` is what it is found
 * by there.
 */
type Sending<Memo> = { changedMs: number } & ({ state: 'preparing' } | { state: 'sending' | 'unknown'; memo: Memo })

/** By what it is about: one at a time for each subject. */
type Sendings<Memo> = Readonly<Record<string, Sending<Memo>>>

export type SendGuard<Memo> = {
  subscribe: (listener: () => void) => () => void
  snapshot: () => Sendings<Memo>
  /** Whether it may be sent: not while one of the same subject is on its way, also one of before a reload. */
  begin: (subject: string) => boolean
  /** To be called right before sending. */
  send: (subject: string, memo: Memo) => void
  markUnknown: (subject: string) => void
  /** It went through or was refused: the next one may be sent. */
  end: (subject: string) => void
}

/**
 * Sees that what is paid is sent once, whatever a person does to the page: a second press, a second try after silence, a
 * reload in between. What was on its way before a reload can only be `unknown` after it.
 */
export function createSendGuard<Memo>(
  name: string,
  storage: () => Storage = () => sessionStorage,
  nowMs: () => number = Date.now,
): SendGuard<Memo> {
  const key = `swath.sending.${name}`
  const listeners = new Set<() => void>()
  let current = restored()

  function restored(): Sendings<Memo> {
    try {
      const stored = JSON.parse(storage().getItem(key) ?? '{}') as Sendings<Memo>
      return Object.fromEntries(
        Object.entries(stored).flatMap(([subject, sending]) =>
          'memo' in sending ? [[subject, { ...sending, state: 'unknown' as const }]] : [],
        ),
      )
    } catch {
      return {}
    }
  }

  function write(next: Sendings<Memo>) {
    current = next
    try {
      storage().setItem(key, JSON.stringify(next))
    } catch {
      // Without storage the guard holds as long as the page does.
    }
    for (const listener of listeners) listener()
  }

  return {
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    snapshot: () => current,
    begin(subject) {
      if (current[subject]) return false
      write({ ...current, [subject]: { state: 'preparing', changedMs: nowMs() } })
      return true
    },
    send: (subject, memo) => write({ ...current, [subject]: { state: 'sending', memo, changedMs: nowMs() } }),
    markUnknown(subject) {
      const sending = current[subject]
      if (sending && 'memo' in sending)
        write({ ...current, [subject]: { ...sending, state: 'unknown', changedMs: nowMs() } })
    },
    end(subject) {
      const { [subject]: _, ...others } = current
      write(others)
    },
  }
}
