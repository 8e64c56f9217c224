import { Circle, CircleCheck, CircleDashed, CircleX, TriangleAlert } from 'lucide-react'
import type { Task } from '#src/contract/order-items.ts'
import { classNames } from '#src/ui/class-names.ts'
import { UtcTime } from '#src/ui/data/utc-time.tsx'
import { ProgressBar } from '#src/ui/status/progress-bar.tsx'
import { StatusBadge } from '#src/ui/status/status-badge.tsx'
import { shortId, workWords } from './order-words.ts'
import styles from './orders.module.css'
import { taskDay, taskSteps } from './task-steps.ts'
import type { TaskStep } from './task-steps.ts'

const icons = { done: CircleCheck, now: CircleDashed, later: Circle, partly: TriangleAlert, failed: CircleX } as const
const spoken: Record<TaskStep['state'], string> = {
  done: 'done',
  now: 'under way',
  later: 'not yet',
  partly: 'in part',
  failed: 'ended',
}

/** Where the work on an order item stands, task by task. */
export function TaskTimeline({ tasks }: { tasks: readonly Task[] }) {
  const ended = tasks.filter((task) => taskSteps(task).at(-1)?.state !== 'later').length
  return (
    <>
      {tasks.length > 1 && (
        <ProgressBar label="Tasks" done={ended} total={tasks.length} amount={`${ended} of ${tasks.length} tasks`} />
      )}
      {tasks.map((task, index) => (
        <TaskCard key={task.id} task={task} number={tasks.length > 1 ? index + 1 : undefined} />
      ))}
    </>
  )
}

function TaskCard({ task, number }: { task: Task; number: number | undefined }) {
  const [from, to] = [taskDay(task.start_date), taskDay(task.end_date)]
  const steps = taskSteps(task)
  // Of several tasks only those that are being worked on are told step by step.
  const isTold = number === undefined || (task.status !== 'DRAFT' && steps.at(-1)?.state === 'later')
  return (
    <div className={styles.task}>
      {number !== undefined && (
        <div className={styles.taskHead}>
          <span title={task.id}>
            Task {number} ({shortId(task.id)}){from && `, ${from}${to && to !== from ? ` to ${to}` : ''}`}
          </span>
          <StatusBadge {...workWords(task.status)} />
        </div>
      )}
      {isTold && (
        <ol className={styles.timeline}>
          {steps.map((step) => {
            const Icon = icons[step.state]
            return (
              <li key={step.label} className={classNames(styles.step, styles[step.state])}>
                <Icon size={15} aria-label={spoken[step.state]} className={styles.mark} />
                <div className={styles.stepWords}>
                  <span>{step.label}</span>
                  {step.at && (
                    <span className={styles.stepTime}>
                      <UtcTime value={step.at} show="second" />
                    </span>
                  )}
                  {step.detail && <span className={styles.stepDetail}>{step.detail}</span>}
                  {step.state === 'now' && task.status === 'IN_PROGRESS' && (
                    <span className={styles.stepDetail}>
                      <ProgressBar isBare label={step.label} />
                    </span>
                  )}
                </div>
              </li>
            )
          })}
        </ol>
      )}
    </div>
  )
}
