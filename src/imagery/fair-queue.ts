/** Jobs of several groups, so many at a time; groups take turns, so that a long one does not hold up the others. */
export type FairQueue = {
  /** Waits for its turn, then runs. A job whose signal aborts before never starts, and rejects with the reason. */
  run: <T>(group: object, job: () => Promise<T>, signal: AbortSignal) => Promise<T>
}

type Waiting = { start: () => void }

export function createFairQueue(atOnce: number): FairQueue {
  const groups = new Map<object, Waiting[]>()
  let running = 0

  const startNext = () => {
    while (running < atOnce) {
      const [group] = groups.keys()
      if (group === undefined) return
      const waiting = groups.get(group)!
      const next = waiting.shift()
      // To the end of the line.
      groups.delete(group)
      if (waiting.length > 0) groups.set(group, waiting)
      next?.start()
    }
  }

  return {
    run: (group, job, signal) =>
      new Promise((resolve, reject) => {
        const entry: Waiting = {
          start() {
            signal.removeEventListener('abort', leave)
            running++
            job()
              .then(resolve, reject)
              .finally(() => {
                running--
                startNext()
              })
          },
        }
        const leave = () => {
          const waiting = groups.get(group)
          const at = waiting?.indexOf(entry) ?? -1
          if (at >= 0) waiting!.splice(at, 1)
          if (waiting?.length === 0) groups.delete(group)
          reject(signal.reason)
        }
        if (signal.aborted) return reject(signal.reason)
        signal.addEventListener('abort', leave)
        const waiting = groups.get(group) ?? []
        waiting.push(entry)
        groups.set(group, waiting)
        startNext()
      }),
  }
}
