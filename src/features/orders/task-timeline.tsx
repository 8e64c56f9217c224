import { Circle, CircleCheck, CircleDashed, CircleX, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import type { Task } from '#src/contract/order-items.ts'
import { classNames } from '#src/ui/class-names.ts'
import { UtcTime } from '#src/ui/data/utc-time.tsx'
import { ProgressBar } from '#src/ui/status/progress-bar.tsx'
import { StatusBadge } from '#src/ui/status/status-badge.tsx'
import { taskWords } from './order-words.ts'
import styles from './orders.module.css'
import { ScheduleStrip } from './schedule-strip.tsx'
import { taskDays, taskSteps } from './task-steps.ts'
import type { TaskStep } from './task-steps.ts'

const icons = { done: CircleCheck, now: CircleDashed, later: Circle, partly: TriangleAlert, failed: CircleX } as const
const spoken: Record<TaskStep['state'], string> = {
  done: 'done',
  now: 'under way',
  later: 'not yet',
  partly: 'in part',
  failed: 'ended',
}

type TaskTimelineProps = {
  tasks: readonly Task[]
  /** What the service says about how a task goes, by its place. */
  remarks: ReadonlyMap<number, string>
}

/** Where the work on an order item stands, task by task; several are drawn as a schedule, too. */
export function TaskTimeline({ tasks, remarks }: TaskTimelineProps) {
  const [openedMs] = useState(() => Date.now())
  const [only] = tasks
  if (only && tasks.length === 1) return <Steps steps={taskSteps(only, remarks.get(0))} task={only} />
  const ended = tasks.filter((task) => taskSteps(task).at(-1)?.state !== 'later').length
  return (
    <>
      <ProgressBar label="Tasks" done={ended} total={tasks.length} amount={`${ended} of ${tasks.length} tasks`} />
      <ScheduleStrip windows={tasks.flatMap(windowOf)} nowMs={openedMs} />
      <ol aria-label="Tasks">
        {tasks.map((task, index) => (
          <TaskCard key={task.id} task={task} number={index + 1} remark={remarks.get(index)} />
        ))}
      </ol>
    </>
  )
}

function windowOf(task: Task) {
  const days = taskDays(task)
  if (!days || task.type !== 'TASKING') return []
  return [{ startMs: Date.parse(days.from), endMs: Date.parse(days.to) + 86_400_000, state: taskWords(task) }]
}

function TaskCard({ task, number, remark }: { task: Task; number: number; remark: string | undefined }) {
  const days = taskDays(task)
  const steps = taskSteps(task, remark)
  const now = steps.find(({ state }) => state === 'now')
  const isEnded = steps.at(-1)?.state !== 'later'
  // Of several tasks only those that are being worked on are told step by step.
  const isTold = task.status !== 'DRAFT' && !isEnded
  return (
    <li className={styles.task}>
      <div className={styles.taskHead}>
        <span title={`Task ${task.id}`} data-figures>
          <span className={styles.taskNumber}>{number}</span>
          {days && (days.to === days.from ? days.from : `${days.from} – ${days.to}`)}
        </span>
        <StatusBadge {...taskWords(task)} />
      </div>
      {isTold ? (
        <Steps steps={steps} task={task} />
      ) : (
        <p className={styles.taskRemark}>{isEnded ? remark : now?.detail}</p>
      )}
    </li>
  )
}

function Steps({ steps, task }: { steps: readonly TaskStep[]; task: Task }) {
  return (
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
  )
}
