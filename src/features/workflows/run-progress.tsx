import { VisuallyHidden } from 'react-aria-components'
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
  const words = tasksInWords(tasks)
  const left = secondsLeft(tasks)
  return (
    <>
      {/* Said aloud when a step ends, and not with every percent. */}
      <VisuallyHidden aria-live="polite">{words}</VisuallyHidden>
      {isRunSettled(run) ? (
        <p className={styles.outcome}>
          {words}
          {takenS !== null && `, took ${formatDuration(takenS)}`}
        </p>
      ) : (
        <div className={styles.progress}>
          <ProgressBar
            label={words}
            {...(percent !== null && { done: percent })}
            {...(left !== null && { secondsLeft: left })}
          />
        </div>
      )}
    </>
  )
}
