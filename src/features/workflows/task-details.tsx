import { X } from 'lucide-react'
import type { Run, RunTask } from '#src/api/job-answers.ts'
import { DownloadButton } from '#src/downloads/download-button.tsx'
import { paths } from '#src/paths.ts'
import { IconButton } from '#src/ui/button/icon-button.tsx'
import { List } from '#src/ui/data/list.tsx'
import { ListRow } from '#src/ui/data/list-row.tsx'
import { ErrorNotice } from '#src/ui/status/error-notice.tsx'
import { ProgressBar } from '#src/ui/status/progress-bar.tsx'
import { StatusBadge } from '#src/ui/status/status-badge.tsx'
import { taskWords } from './run-words.ts'
import { portLabel } from './step-facts.tsx'
import { TaskFacts } from './task-facts.tsx'
import { TaskLogs } from './task-logs.tsx'
import { TextLink } from './text-link.tsx'
import type { WorkflowGraph } from './workflow-graph.ts'
import styles from './workflows.module.css'

type TaskDetailsProps = {
  workflowId: string
  run: Run
  task: RunTask
  graph: WorkflowGraph
  /** Its name in the list of downloads. */
  label: string
  /** Name of the result looked at. */
  shownResult: string | null
  onShowResult: (name: string) => void
  onSelect: (taskId: string | null) => void
  /** Asks for fresh addresses of the files. */
  onRefresh: () => Promise<unknown>
}

/** One step of a run: what it made, what it had to say, and what it was given. */
export function TaskDetails(props: TaskDetailsProps) {
  const { workflowId, run, task, graph, label, shownResult, onShowResult, onSelect } = props
  const { name, error, isCutOff, results, disclaimers, logs, status, percent } = task
  const step = graph.steps.find(({ id }) => id === task.id)
  const words = taskWords(task)
  const source = { kind: 'task', workflowId, jobId: run.id, taskId: task.id } as const
  return (
    <section aria-label={name} className={styles.part}>
      <div className={styles.heading}>
        <h3>{name}</h3>
        <StatusBadge {...words} />
        <IconButton icon={X} label="Close the step" onPress={() => onSelect(null)} />
      </div>
      {words.tone === 'busy' && <ProgressBar label="This step" {...(percent !== null && { done: percent })} />}
      {isCutOff ? (
        <p className={styles.note}>{error ?? 'Not run, because a step before it failed.'}</p>
      ) : (
        error && <ErrorNotice what={`${name} failed: ${error}`} />
      )}
      {status === 'pending' && task.stateWords && <p className={styles.note}>{task.stateWords}.</p>}
      {step?.kind === 'area' && run.aoiId && (
        <p>
          <TextLink href={paths.aoi(run.aoiId)}>Open the AOI it worked on</TextLink>
        </p>
      )}
      {results.length > 0 && (
        <>
          <div className={styles.bleed}>
            <List label="Results">
              {results.map((result) => (
                <ListRow
                  key={result.name}
                  title={portLabel(result.name, '')}
                  meta={result.description}
                  isSelected={result.name === shownResult}
                  onPress={() => onShowResult(result.name)}
                />
              ))}
            </List>
          </div>
          <div>
            <DownloadButton source={source} label={label} words="Download these results" />
          </div>
        </>
      )}
      {disclaimers.length > 0 && (
        <ul className={styles.disclaimers} aria-label="Mind when using the results">
          {disclaimers.map((disclaimer) => (
            <li key={disclaimer}>{disclaimer}</li>
          ))}
        </ul>
      )}
      {logs.length > 0 && <TaskLogs logs={logs} />}
      <TaskFacts task={task} step={step} graph={graph} />
    </section>
  )
}
