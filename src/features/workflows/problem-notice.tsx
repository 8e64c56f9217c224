import { ErrorNotice } from '#src/ui/status/error-notice.tsx'
import type { Problem } from './problems.ts'
import type { WorkflowGraph } from './workflow-graph.ts'
import styles from './workflows.module.css'

type ProblemNoticeProps = { what: string; problems: readonly Problem[]; graph: WorkflowGraph | null }

/** Why a workflow can not be run, or a run ended before it began. */
export function ProblemNotice({ what, problems, graph }: ProblemNoticeProps) {
  const nameOf = (id: string | null) => graph?.steps.find((step) => step.id === id)?.name
  return (
    <div className={styles.part}>
      <ErrorNotice tone="warn" what={what} />
      <ul className={styles.problems}>
        {problems.map(({ words, stepId, fromId }, index) => {
          const where = [nameOf(fromId), nameOf(stepId)].filter(Boolean).join(' → ')
          return <li key={index}>{where ? `${where}: ${words}` : words}</li>
        })}
      </ul>
    </div>
  )
}
