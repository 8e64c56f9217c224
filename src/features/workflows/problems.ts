import type { ValidationError } from '#src/contract/workflows.ts'
import type { WorkflowGraph } from './workflow-graph.ts'

/** Something wrong with a workflow, and where in the graph; ids are null where the service names nothing that is there. */
export type Problem = { words: string; stepId: string | null; fromId: string | null }

/** Errors name steps by their names; one may name the two ends of a line, of which the second has the fault. */
export function problemsIn({ steps }: WorkflowGraph, errors: readonly ValidationError[]): Problem[] {
  const idOf = (name: string | null | undefined) =>
    steps.find((step) => step.name === name || step.id === name)?.id ?? null
  return errors.map(({ from, to, err, reason, component_name: component }) => {
    const stepId = idOf(component) ?? idOf(to) ?? idOf(from)
    const fromId = idOf(from)
    return {
      words: reason || err || 'The service does not say what is wrong.',
      stepId,
      fromId: fromId === stepId ? null : fromId,
    }
  })
}
