import { Graph, layout } from '@dagrejs/dagre'
import type { WorkflowGraph } from './workflow-graph.ts'

/** Places in px from the upper left corner. */
export type GraphLayout = {
  width: number
  height: number
  /** Upper left corners, by id of the step. */
  places: ReadonlyMap<string, { x: number; y: number }>
  /** One line for each pair of steps between which something flows, however much. */
  lines: readonly { from: string; to: string; path: string }[]
}

export const stepWidthPx = 172
export const stepHeightPx = 44
const gapsPx = { across: 16, down: 30, lines: 12, margin: 2 }

type Point = { x: number; y: number }

/**
 * Layers from the top down, few crossings, and lines led around the steps that lie between. A step lies right below the
 * last that it waits for, so that what can begin together lies side by side.
 */
export function layoutGraph({ steps, flows }: WorkflowGraph): GraphLayout {
  const graph = new Graph()
  graph.setGraph({
    // Turned over twice: the layout knows how to put each step as near as can be to what comes after it.
    rankdir: 'BT',
    ranker: 'longest-path',
    nodesep: gapsPx.across,
    ranksep: gapsPx.down,
    edgesep: gapsPx.lines,
    marginx: gapsPx.margin,
    marginy: gapsPx.margin,
  })
  graph.setDefaultEdgeLabel(() => ({}))
  for (const { id } of steps) graph.setNode(id, { width: stepWidthPx, height: stepHeightPx })
  for (const { from, to } of flows) graph.setEdge(to, from)
  layout(graph)
  const half = stepHeightPx / 2
  const lines = graph.edges().map(({ v: to, w: from }) => {
    const { points = [] } = graph.edge(to, from) as { points?: Point[] }
    // Every second point lies between two layers, where the line is on its way from one to the other.
    const rows = points
      .slice(1, -1)
      .filter((_, index) => index % 2 === 1)
      .toReversed()
    return { from, to, bends: rows.flatMap(({ x, y }) => [-half, half].map((dy) => ({ x, y: y + dy }))) }
  })
  // Lines may be led around the outermost steps, which the layout does not count in.
  const bendsX = lines.flatMap(({ bends }) => bends.map(({ x }) => x))
  const left = Math.min(gapsPx.margin, ...bendsX.map((x) => x - gapsPx.margin)) - gapsPx.margin
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number }
  const right = Math.max(width, ...bendsX.map((x) => x + gapsPx.margin))
  const places = new Map(
    steps.map(({ id }) => {
      const { x = 0, y = 0 } = graph.node(id) as Partial<Point>
      return [id, { x: x - left - stepWidthPx / 2, y: y - stepHeightPx / 2 }]
    }),
  )
  return {
    width: right - left,
    height,
    places,
    lines: lines.flatMap(({ from, to, bends }) => {
      const [start, end] = [places.get(from), places.get(to)]
      if (!start || !end) return []
      const path = smooth([
        { x: start.x + stepWidthPx / 2, y: start.y + stepHeightPx },
        ...bends.map(({ x, y }) => ({ x: x - left, y })),
        { x: end.x + stepWidthPx / 2, y: end.y },
      ])
      return [{ from, to, path }]
    }),
  }
}

/** A line through points that leaves each of them straight up or down. */
function smooth([first, ...rest]: readonly Point[]): string {
  if (!first) return ''
  let path = `M${round(first.x)},${round(first.y)}`
  let before = first
  for (const point of rest) {
    const middle = round((before.y + point.y) / 2)
    path += `C${round(before.x)},${middle} ${round(point.x)},${middle} ${round(point.x)},${round(point.y)}`
    before = point
  }
  return path
}

const round = (px: number) => Math.round(px * 10) / 10
