import type { Run } from '#src/api/job-answers.ts'
import { isRunSettled } from '#src/api/job-answers.ts'
import { formatDuration } from '#src/ui/data/format-duration.ts'
import { ProgressBar } from '#src/ui/status/progress-bar.tsx'
import { tasksInWords } from './run-words.ts'
import { secondsLeft } from './time-left.ts'
import styles from './workflows.module.css'

/** How far a run is, in steps and percent, and how long is left; once it has ended, what came of it. */
export function RunProgress({ run }: { run: Run }) {
  const { tasks, percent, takenS } = run
  if (isRunSettled(run))
    return (
      <p className={styles.outcome} aria-live="polite">
        {tasksInWords(tasks)}
        {takenS !== null && `, took ${formatDuration(takenS)}`}
      </p>
    )
  const left = secondsLeft(tasks)
  return (
    <div className={styles.progress}>
      <ProgressBar
        label={tasksInWords(tasks)}
        {...(percent !== null && { done: percent })}
        {...(left !== null && { secondsLeft: left })}
      />
    </div>
  )
}
