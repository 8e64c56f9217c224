import type { Run, RunTask } from '#src/api/job-answers.ts'
import { formatDuration } from '#src/ui/data/format-duration.ts'
import { GraphView } from './graph-view.tsx'
import type { LineLook, StepLook } from './graph-view.tsx'
import { problemsIn } from './problems.ts'
import { taskWords } from './run-words.ts'
import type { WorkflowGraph } from './workflow-graph.ts'

type RunGraphProps = {
  label: string
  run: Run
  graph: WorkflowGraph
  selected: string | null
  onSelect: (id: string | null) => void
}

/** The steps of a run with their states; where one failed, what hangs on it is drawn as cut off. */
export function RunGraph({ label, run, graph, selected, onSelect }: RunGraphProps) {
  const tasks = new Map(run.tasks.map((task) => [task.id, task]))
  const problems = problemsIn(graph, run.problems)
  return (
    <GraphView
      label={label}
      graph={graph}
      stepLook={({ id }) => {
        const hasProblem = problems.some(({ stepId, fromId }) => stepId === id && fromId === null)
        const task = tasks.get(id)
        return task ? lookOf(task) : { tone: 'idle', detail: 'Not run', isFaint: true, hasProblem }
      }}
      lineLook={(from, to) =>
        problems.some(({ stepId, fromId }) => stepId === to && fromId === from)
          ? 'problem'
          : lineOf(tasks.get(from), tasks.get(to))
      }
      selected={selected}
      onSelect={onSelect}
    />
  )
}

function lookOf(task: RunTask): StepLook {
  const { tone, word, icon } = taskWords(task)
  const isRunning = tone === 'busy'
  const isBegun = task.startedAt !== null && !task.isCutOff
  const parts = [
    isRunning && task.percent !== null ? `${word}, ${Math.round(task.percent)} %` : word,
    isBegun && task.takenS !== null && formatDuration(task.takenS),
  ]
  return {
    tone,
    ...(icon && { icon }),
    detail: parts.filter(Boolean).join(' · '),
    ...(isRunning && task.percent !== null && { percent: task.percent }),
    isFaint: tone === 'idle',
  }
}

function lineOf(from: RunTask | undefined, to: RunTask | undefined): LineLook {
  if (!from || !to) return 'plain'
  if (from.status === 'failed' && to.isCutOff) return 'cut'
  if (from.status !== 'completed') return 'plain'
  return to.status === 'running' ? 'flowing' : 'flowed'
}
