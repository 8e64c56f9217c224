import { useQuery } from '@tanstack/react-query'
import { blockQueries } from '#src/api/blocks.ts'
import { readableName } from '#src/blocks/readable-name.ts'
import type { Step } from './workflow-graph.ts'

/** A function that gives the title of a step's block, with its version: "Crop stress 1.0.0". */
export function useBlockTitle(): (block: Step['block']) => string | null {
  const { data } = useQuery(blockQueries.list('workflow'))
  return (block) => {
    if (!block) return null
    const { name, version } = block
    const spec = data?.find((one) => one.spec.name === name && one.spec.version === version)?.spec
    return `${spec?.title || readableName(name)} ${version}`.trim()
  }
}
