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
  request.text().then(
    (body) => keep(withoutSecrets(body)),
    () => keep(null),
  )
}

/**
 * The secrets of a store are sent and kept nowhere else, this log included: a placeholder with the name of each stands for
 * it, so that the request can still be repeated by whoever has them.
 */
function withoutSecrets(body: string): string | null {
  if (!body.includes('secret')) return body
  try {
    return JSON.stringify(JSON.parse(body, (key, value: unknown) => (key === 'secrets' ? placeholders(value) : value)))
  } catch {
    return null
  }
}

const placeholders = (secrets: unknown) =>
  secrets !== null && typeof secrets === 'object'
    ? Object.fromEntries(Object.keys(secrets).map((name) => [name, `<${name}>`]))
    : '<secrets>'

export const requestLog = {
  subscribe(listener: () => void) {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  snapshot: () => requests,
}
