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

/** The graph that the tasks of a run make by what they wait for; ports come from the spec where it has the same steps. */
export function graphOfTasks(tasks: readonly RunTask[], spec: WorkflowGraph | null): WorkflowGraph {
  const idOf = new Map(tasks.map(({ name, id }) => [name, id]))
  const planned = new Map(spec?.steps.map((step) => [step.name, step]))
  const plannedName = new Map(spec?.steps.map(({ id, name }) => [id, name]))
  const steps = tasks.map(({ id, name, block }): Step => {
    const step = planned.get(name)
    return {
      id,
      name,
      kind: step?.kind ?? 'block',
      block: block ?? step?.block ?? null,
      values: step?.values ?? {},
      leastDates: step?.leastDates ?? null,
    }
  })
  const flows = tasks.flatMap(({ id, name, dependsOn }) =>
    dependsOn.flatMap((before): Flow[] => {
      const from = idOf.get(before)
      if (from === undefined) return []
      const told = (spec?.flows ?? []).filter(
        (flow) => plannedName.get(flow.from) === before && plannedName.get(flow.to) === name,
      )
      if (told.length === 0) return [{ from, to: id, fromPort: null, toPort: null, pick: null }]
      return told.map((flow) => ({ ...flow, from, to: id }))
    }),
  )
  return { steps, flows }
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
