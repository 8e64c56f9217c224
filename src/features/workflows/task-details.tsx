import { X } from 'lucide-react'
import type { Run, RunTask } from '#src/api/job-answers.ts'
import type { ResultSettings } from '#src/blocks/results/result-settings.ts'
import { DownloadButton } from '#src/downloads/download-button.tsx'
import { IconButton } from '#src/ui/button/icon-button.tsx'
import { Section } from '#src/ui/panel/section.tsx'
import { ErrorNotice } from '#src/ui/status/error-notice.tsx'
import { ProgressBar } from '#src/ui/status/progress-bar.tsx'
import { StatusBadge } from '#src/ui/status/status-badge.tsx'
import { AoiLink } from './aoi-link.tsx'
import { taskWords } from './run-words.ts'
import { TaskFacts } from './task-facts.tsx'
import { TaskLogs } from './task-logs.tsx'
import { TaskResults } from './task-results.tsx'
import type { WorkflowGraph } from './workflow-graph.ts'
import styles from './workflows.module.css'

type TaskDetailsProps = {
  workflowId: string
  run: Run
  task: RunTask
  graph: WorkflowGraph
  /** Its name in the list of downloads. */
  label: string
  settings: ResultSettings
  onChange: (change: Partial<ResultSettings>) => void
  onClose: () => void
  /** Asks for fresh addresses of the files. */
  onRefresh: () => Promise<unknown>
}

/** One step of a run: what it made, what it had to say, and what it was given. */
export function TaskDetails(props: TaskDetailsProps) {
  const { workflowId, run, task, graph, label, settings, onChange, onClose, onRefresh } = props
  const { name, results, disclaimers, logs } = task
  const step = graph.steps.find(({ id }) => id === task.id)
  const source = { kind: 'task', workflowId, jobId: run.id, taskId: task.id } as const
  return (
    <section aria-label={name}>
      <div className={styles.taskHead}>
        <h3>{name}</h3>
        <StatusBadge {...taskWords(task)} />
        <IconButton icon={X} label="Close the step" onPress={onClose} />
      </div>
      <TaskState task={task} />
      {results.length > 0 && (
        <Section
          title="Results"
          summary={results.length}
          actions={<DownloadButton size="s" tone="quiet" source={source} label={label} words="Download" />}
        >
          <div className={styles.part}>
            <TaskResults {...{ task, settings, onChange, onRefresh }} />
            {disclaimers.length > 0 && (
              <ul className={styles.disclaimers} aria-label="To be kept in mind">
                {disclaimers.map((disclaimer) => (
                  <li key={disclaimer}>{disclaimer}</li>
                ))}
              </ul>
            )}
          </div>
        </Section>
      )}
      {logs.length > 0 && (
        <Section title="Log" summary={logs.length}>
          <TaskLogs logs={logs} />
        </Section>
      )}
      <Section title="Details">
        {step?.kind === 'area' && run.aoiId && <AoiLink run={run} />}
        <TaskFacts task={task} step={step} graph={graph} />
      </Section>
    </section>
  )
}

/** What is to be said of a step that has not ended well, or not ended. */
function TaskState({ task }: { task: RunTask }) {
  const { name, error, isCutOff, status, percent, stateWords } = task
  const words = isCutOff || taskWords(task).tone === 'idle' ? (isCutOff ? (error ?? stateWords) : stateWords) : null
  const isRunning = taskWords(task).tone === 'busy'
  if (!words && !isRunning && (!error || status !== 'failed')) return null
  return (
    <div className={styles.taskState}>
      {words && <p className={styles.note}>{words}</p>}
      {isRunning && <ProgressBar label="This step" {...(percent !== null && { done: percent })} />}
      {!isCutOff && error && <ErrorNotice what={`${name} failed: ${error}`} />}
    </div>
  )
}
