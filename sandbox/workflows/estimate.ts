import { findBlock, rasterInputs, runCost, runSeconds } from '#sandbox/blocks/blocks.ts'
import type { ChosenArea } from './choose-area.ts'
import type { BlockNode, Graph, Node } from './graph.ts'

/** Seconds to cut a million pixels of one picture for a sample area, for a dozen bands. */
const preparingSecondsPerMegapixel = 2.5

/** Pictures a node reads: all dates for a series, one for each other raster. */
function picturesOf(node: BlockNode, dates: number): number {
  const block = findBlock(node.block.name, node.block.version)
  if (!block) return 0
  return rasterInputs(block).reduce((sum, { leastDates }) => sum + (leastDates ? dates : 1), 0)
}

function nodeCost(node: Node, { areaKm2, dates }: ChosenArea): number {
  const block = node.kind === 'block' ? findBlock(node.block.name, node.block.version) : undefined
  return node.kind === 'block' && block ? runCost(block, areaKm2, picturesOf(node, dates)) : 0
}

export function nodeSeconds(node: Node, area: ChosenArea): number {
  const { areaKm2, gsdM, bands, dates } = area
  if (node.kind === 'data')
    return 'make' in area
      ? Math.ceil(1 + (preparingSecondsPerMegapixel * dates * areaKm2 * Math.max(1, bands / 12)) / gsdM ** 2)
      : 1
  const block = findBlock(node.block.name, node.block.version)
  return block ? runSeconds(block, { ...area, pictures: picturesOf(node, dates) }) : 0
}

/** Tokens for the whole graph. Preparing an area costs nothing. */
export const graphCost = (graph: Graph, area: ChosenArea) =>
  graph.nodes.reduce((sum, node) => sum + nodeCost(node, area), 0)
