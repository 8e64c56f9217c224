import type { ValidationError } from '#src/contract/workflows.ts'
import type { OutputKind } from '#sandbox/blocks/block.ts'
import { findBlock } from '#sandbox/blocks/blocks.ts'

// The published document gives no shape for `spec`; this one is the sandbox's own: nodes with ports, and edges.

type Port = { name: string; format: OutputKind }

/** An AOI of the project, chosen when a job starts. It has two ports: the pictures, and the outline. */
export type DataNode = {
  id: string
  /** unique in the workflow: tasks and `depends_on` use it */
  name: string
  kind: 'data'
  type: 'aoi'
  outputs: Port[]
  /** the newest ready AOI of the project that has so many dates and the bands its blocks need */
  select: { newest_ready_aoi_of_project: true; least_dates: number }
  /** places where an AOI is made when the project has none: the first with enough clear scenes */
  samples: string[]
}
export type BlockNode = {
  id: string
  name: string
  kind: 'block'
  block: { id: string; name: string; version: string }
  /** inputs that are not fed by an edge */
  values: Record<string, string>
  inputs: Port[]
  outputs: Port[]
}
export type Node = DataNode | BlockNode
/** `pick` says which date of the AOI's pictures; the latest unless said otherwise. */
export type Edge = {
  from: { node: string; port: string }
  to: { node: string; port: string }
  pick?: 'earliest' | 'latest'
}
export type Graph = { nodes: Node[]; edges: Edge[] }

/** The nodes a node waits for. */
export function dependenciesOf(graph: Graph, node: Node): Node[] {
  const ids = new Set(graph.edges.filter(({ to }) => to.node === node.id).map(({ from }) => from.node))
  return graph.nodes.filter(({ id }) => ids.has(id))
}

/** Nodes such that each comes after those it waits for; shorter than the graph when it has a circle. */
export function inOrder(graph: Graph): Node[] {
  const ordered: Node[] = []
  for (;;) {
    const next = graph.nodes.find(
      (node) => !ordered.includes(node) && dependenciesOf(graph, node).every((before) => ordered.includes(before)),
    )
    if (!next) return ordered
    ordered.push(next)
  }
}

/** What is wrong with the graph itself: unknown blocks, loose inputs, ports that do not fit, circles. */
export function graphProblems(graph: Graph): ValidationError[] {
  const problems: ValidationError[] = []
  const nameOf = (id: string) => graph.nodes.find((node) => node.id === id)?.name ?? id
  for (const { from, to } of graph.edges) {
    const source = graph.nodes.find(({ id }) => id === from.node)
    const target = graph.nodes.find(({ id }) => id === to.node)
    const output = source?.outputs.find(({ name }) => name === from.port)
    const input = target?.kind === 'block' ? target.inputs.find(({ name }) => name === to.port) : undefined
    const ends = { from: nameOf(from.node), to: nameOf(to.node), component_name: nameOf(to.node) }
    if (!output || !input)
      problems.push({
        ...ends,
        err: 'UNKNOWN_PORT',
        reason: output
          ? `${ends.to} has no input ${to.port}.`
          : `${ends.from} has no output ${from.port} that could feed ${to.port}.`,
      })
    else if (output.format !== input.format)
      problems.push({
        ...ends,
        err: 'PORT_MISMATCH',
        reason: `The input ${to.port} takes a ${input.format}, and ${from.port} is a ${output.format}.`,
      })
  }
  for (const node of graph.nodes) {
    if (node.kind !== 'block') continue
    const about = { from: null, to: node.name, component_name: node.name }
    if (!findBlock(node.block.name, node.block.version))
      problems.push({
        ...about,
        err: 'UNKNOWN_BLOCK',
        reason: `There is no block ${node.block.name} ${node.block.version}.`,
      })
    for (const { name } of node.inputs) {
      const fed = graph.edges.filter(({ to }) => to.node === node.id && to.port === name).length
      if (fed !== 1)
        problems.push({
          ...about,
          err: 'LOOSE_INPUT',
          reason: `The input ${name} has ${fed === 0 ? 'nothing' : 'more than one thing'} connected to it.`,
        })
    }
  }
  const circle = graph.nodes.find((node) => !inOrder(graph).includes(node))
  if (circle)
    problems.push({
      from: circle.name,
      to: circle.name,
      component_name: circle.name,
      err: 'CIRCLE',
      reason: 'The steps wait for each other in a circle.',
    })
  return problems
}
