/** Ours beside a peer in one run: `ratio` is peer over ours, so more is better. */
export type Ratio = {
  ours: number
  peer: number
  ratio: number
  unit: string
  peerName: string
  /** Of ours, over many different runs, where a bench makes them; in the same unit. */
  p95?: number
}

/** Measures in a folder that goes away afterwards; a text says why it can not be measured here. */
export type Bench = (folder: string) => Promise<Record<string, Ratio> | string>

/** Runs both in turn, A B A B, and compares medians, so that a machine whose speed drifts does not favour one. */
export async function compare({
  ours,
  peer,
  peerName,
  rounds = 5,
}: {
  ours: () => unknown
  peer: () => unknown
  peerName: string
  rounds?: number
}): Promise<Ratio> {
  const times: { ours: number[]; peer: number[] } = { ours: [], peer: [] }
  await ours()
  await peer()
  for (let round = 0; round < rounds; round++) {
    times.ours.push(await timed(ours))
    times.peer.push(await timed(peer))
  }
  const [a, b] = [median(times.ours), median(times.peer)]
  return { ours: round(a), peer: round(b), ratio: round(b / a), unit: 'ms', peerName }
}

export async function timed(run: () => unknown): Promise<number> {
  const start = performance.now()
  await run()
  return performance.now() - start
}

/** The value below which a share of them lies. */
export const quantile = (values: number[], share: number) =>
  round(values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))]!)

export const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!
export const round = (value: number) => Number(value.toPrecision(3))
