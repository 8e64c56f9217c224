/**
 * Pictures that load at once. A browser opens six connections to a server; a service that still has to draw the pictures
 * would hold all of them for seconds, and the screens and answers behind them would wait.
 */
const mostAtOnce = 3

let loading = 0
const waiting: (() => void)[] = []

/** Calls `start` when it is this picture's turn. The returned function gives the turn back, or leaves the queue. */
export function waitForTurn(start: () => void): () => void {
  let state: 'waiting' | 'loading' | 'done' = 'waiting'
  const begin = () => {
    state = 'loading'
    loading++
    start()
  }
  if (loading < mostAtOnce) begin()
  else waiting.push(begin)
  return () => {
    if (state === 'waiting') waiting.splice(waiting.indexOf(begin), 1)
    if (state === 'loading') {
      loading--
      waiting.shift()?.()
    }
    state = 'done'
  }
}
