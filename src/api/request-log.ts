/** What the app asked, newest last, so that a person can repeat it in a terminal. Kept in memory, without any token. */
export type LoggedRequest = { at: number; method: string; url: string; body: string | null }

const keepAtMost = 200
let requests: readonly LoggedRequest[] = []
const listeners = new Set<() => void>()

export function recordRequest(request: Request): void {
  const entry = { at: Date.now(), method: request.method, url: request.url }
  const keep = (body: string | null) => {
    requests = [...requests.slice(1 - keepAtMost), { ...entry, body }]
    for (const listener of listeners) listener()
  }
  if (request.body === null) return keep(null)
  request.text().then(keep, () => keep(null))
}

export const requestLog = {
  subscribe(listener: () => void) {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  snapshot: () => requests,
}
