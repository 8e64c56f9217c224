import { useQuery } from '@tanstack/react-query'
import { blockQueries } from '#src/api/blocks.ts'
import { readableName } from '#src/blocks/readable-name.ts'
import type { Step } from './workflow-graph.ts'

/** A function that gives the title of a step's block: "Crop stress". Null for a step without one. */
export function useBlockTitle(): (block: Step['block']) => string | null {
  const { data } = useQuery(blockQueries.list('workflow'))
  return (block) => {
    if (!block) return null
    const spec = data?.find(({ spec: one }) => one.name === block.name && one.version === block.version)?.spec
    return spec?.title || readableName(block.name)
  }
}
