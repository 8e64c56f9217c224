import type { RunTask } from '#src/api/job-answers.ts'

/** The steps of a workflow and what flows between them. Ids are unique; so are names, as tasks and errors go by them. */
export type WorkflowGraph = { steps: readonly Step[]; flows: readonly Flow[] }

export type Step = {
  id: string
  name: string
  /** An area that pictures come from, or a block that works on them. */
  kind: 'area' | 'block'
  block: { name: string; version: string } | null
  /** Inputs that are given once and for all. */
  values: Readonly<Record<string, string>>
  /** Of an area: how many dates its pictures must have; null when not said. */
  leastDates: number | null
  /** Of an area: when the project has no AOI that suits, a small one is made first. */
  makesSample: boolean
}

/** Ports and `pick` (which date of several: "earliest") are null where the service does not tell. */
export type Flow = {
  from: string
  to: string
  fromPort: string | null
  toPort: string | null
  pick: string | null
}

type Loose = Record<string, unknown>
const isLoose = (raw: unknown): raw is Loose => typeof raw === 'object' && raw !== null && !Array.isArray(raw)
const textOf = (raw: unknown): string | null => (typeof raw === 'string' && raw !== '' ? raw : null)
const listOf = (raw: unknown): Loose[] => (Array.isArray(raw) ? raw.filter(isLoose) : [])

/**
 * Reads the `spec` of a workflow: nodes with edges between ports. No shape of it is published, so what can not be read is
 * left out, and null comes back when there is no node in it: tasks then still tell the graph of a run.
 */
export function readSpec(spec: unknown): WorkflowGraph | null {
  if (!isLoose(spec)) return null
  const steps = listOf(spec['nodes']).flatMap(stepOf)
  if (steps.length === 0) return null
  const ids = new Set(steps.map(({ id }) => id))
  const flows = listOf(spec['edges']).flatMap(flowOf)
  return { steps, flows: flows.filter(({ from, to }) => ids.has(from) && ids.has(to)) }
}

function stepOf(node: Loose): Step[] {
  const id = textOf(node['id'])
  if (id === null) return []
  const block = isLoose(node['block']) ? node['block'] : {}
  const blockName = textOf(block['name'])
  const values = isLoose(node['values']) ? node['values'] : {}
  const leastDates = isLoose(node['select']) ? node['select']['least_dates'] : null
  return [
    {
      id,
      name: textOf(node['name']) ?? id,
      kind: node['kind'] === 'data' ? 'area' : 'block',
      block: blockName === null ? null : { name: blockName, version: textOf(block['version']) ?? '' },
      values: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)])),
      leastDates: typeof leastDates === 'number' ? leastDates : null,
      makesSample: Array.isArray(node['samples']) && node['samples'].length > 0,
    },
  ]
}

function flowOf(edge: Loose): Flow[] {
  const end = (raw: unknown): { node: string | null; port: string | null } =>
    isLoose(raw) ? { node: textOf(raw['node']), port: textOf(raw['port']) } : { node: textOf(raw), port: null }
  const [from, to] = [end(edge['from'] ?? edge['source']), end(edge['to'] ?? edge['target'])]
  if (from.node === null || to.node === null) return []
  return [{ from: from.node, to: to.node, fromPort: from.port, toPort: to.port, pick: textOf(edge['pick']) }]
}

/**
 * The graph that the tasks of a run make by what they wait for. Where the spec has the same steps it lends them its ports
 * and its order, so that a run is drawn as its workflow is.
 */
export function graphOfTasks(tasks: readonly RunTask[], spec: WorkflowGraph | null): WorkflowGraph {
  const planned = spec?.steps ?? []
  const rank = (name: string) => planned.findIndex((step) => step.name === name)
  const ordered = tasks.toSorted((a, b) => rank(a.name) - rank(b.name))
  const steps = ordered.map(({ id, name, block }): Step => {
    const step = planned[rank(name)]
    return {
      id,
      name,
      kind: step?.kind ?? 'block',
      block: block ?? step?.block ?? null,
      values: step?.values ?? {},
      leastDates: step?.leastDates ?? null,
      makesSample: step?.makesSample ?? false,
    }
  })
  const taskId = (plannedId: string) => {
    const name = planned.find(({ id }) => id === plannedId)?.name
    return tasks.find((task) => task.name === name)?.id
  }
  const told = (spec?.flows ?? []).flatMap((flow): Flow[] => {
    const [from, to] = [taskId(flow.from), taskId(flow.to)]
    return from !== undefined && to !== undefined ? [{ ...flow, from, to }] : []
  })
  const waits = ordered.flatMap(({ id: to, dependsOn }) =>
    dependsOn.flatMap((name) => {
      const from = tasks.find((task) => task.name === name)?.id
      return from === undefined ? [] : [{ from, to }]
    }),
  )
  const isWait = ({ from, to }: { from: string; to: string }) =>
    waits.some((wait) => wait.from === from && wait.to === to)
  const flows = told.filter(isWait)
  const untold = waits.filter(({ from, to }) => !flows.some((flow) => flow.from === from && flow.to === to))
  return {
    steps,
    flows: [...flows, ...untold.map((wait) => ({ ...wait, fromPort: null, toPort: null, pick: null }))],
  }
}

/** Steps such that each comes after those it waits for; steps that wait for each other in a circle come last. */
export function inOrder({ steps, flows }: WorkflowGraph): Step[] {
  const ordered: Step[] = []
  const rest = [...steps]
  while (rest.length > 0) {
    const at = rest.findIndex((step) =>
      flows.every(({ from, to }) => to !== step.id || !rest.some(({ id }) => id === from)),
    )
    ordered.push(...rest.splice(Math.max(0, at), 1))
  }
  return ordered
}

export const blockCount = ({ steps }: WorkflowGraph): number => steps.filter(({ kind }) => kind === 'block').length
