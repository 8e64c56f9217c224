/** A run that was asked for and has no answer yet. */
type AskedRun = {
  /** `preparing`: nothing was sent yet. `unknown`: no answer will come, so only the list of runs can tell. */
  state: 'preparing' | 'sending' | 'unknown'
  /** The runs there were before: one that is not among them is the one asked for. */
  knownIds: readonly string[]
  /** Epoch ms. */
  changedMs: number
}

/** By id of the workflow. */
type AskedRuns = Readonly<Record<string, AskedRun>>

export type RunGuard = {
  subscribe: (listener: () => void) => () => void
  snapshot: () => AskedRuns
  /** Whether the workflow may be run: not while a run of it is on its way, also one of before a reload. */
  begin: (workflowId: string) => boolean
  /** To be called right before sending. */
  send: (workflowId: string, knownIds: readonly string[]) => void
  markUnknown: (workflowId: string) => void
  /** The run began or was refused: the next one may be asked for. */
  end: (workflowId: string) => void
}

const storageKey = 'swath.runs'

/** Sees that a run that spends tokens is asked for once, whatever a person does: a second click, a reload in between. */
export function createRunGuard(storage: () => Storage, nowMs: () => number = Date.now): RunGuard {
  const listeners = new Set<() => void>()
  let current = restored()

  function restored(): AskedRuns {
    try {
      const stored = JSON.parse(storage().getItem(storageKey) ?? '{}') as AskedRuns
      const sent = Object.entries(stored).filter(([, { state }]) => state !== 'preparing')
      return Object.fromEntries(sent.map(([id, asked]) => [id, { ...asked, state: 'unknown' as const }]))
    } catch {
      return {}
    }
  }

  function write(workflowId: string, asked: Omit<AskedRun, 'changedMs'> | null) {
    const { [workflowId]: _, ...others } = current
    current = asked ? { ...others, [workflowId]: { ...asked, changedMs: nowMs() } } : others
    try {
      storage().setItem(storageKey, JSON.stringify(current))
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
    begin(workflowId) {
      if (current[workflowId]) return false
      write(workflowId, { state: 'preparing', knownIds: [] })
      return true
    },
    send: (workflowId, knownIds) => write(workflowId, { state: 'sending', knownIds }),
    markUnknown: (workflowId) => write(workflowId, { state: 'unknown', knownIds: current[workflowId]?.knownIds ?? [] }),
    end: (workflowId) => write(workflowId, null),
  }
}
