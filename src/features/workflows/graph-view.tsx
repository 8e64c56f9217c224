import type { LucideIcon } from 'lucide-react'
import { TriangleAlert } from 'lucide-react'
import { useEffect, useMemo, useRef, type KeyboardEvent } from 'react'
import { classNames } from '#src/ui/class-names.ts'
import { toneIcons, type Tone } from '#src/ui/status/tone.ts'
import styles from './graph-view.module.css'
import { layoutGraph, stepHeightPx, stepWidthPx, type GraphLayout } from './layout-graph.ts'
import { inOrder, type Step, type WorkflowGraph } from './workflow-graph.ts'

/** How a step is drawn. */
export type StepLook = {
  icon?: LucideIcon
  tone: Tone
  /** A quieter second line: what it is, or how it goes. */
  detail: string
  /** Drawn as a bar along the lower edge. */
  percent?: number
  /** Not begun, or never to be. */
  isFaint?: boolean
  hasProblem?: boolean
}
/** How what flows between two steps is drawn. `cut`: it never will. */
export type LineLook = 'plain' | 'flowed' | 'flowing' | 'cut' | 'problem'

type GraphViewProps = {
  /** Accessible name, as "Steps of Lake health". */
  label: string
  graph: WorkflowGraph
  stepLook: (step: Step) => StepLook
  lineLook: (from: string, to: string) => LineLook
  /** Id of a step. */
  selected: string | null
  onSelect: (id: string | null) => void
}

/**
 * A graph of steps from the top down. Each step is a button that says what it waits for, so the lines say nothing that is
 * not also said in words; arrow keys go to the step that lies there.
 */
export function GraphView({ label, graph, stepLook, lineLook, selected, onSelect }: GraphViewProps) {
  const layout = useMemo(() => layoutGraph(graph), [graph])
  const list = useRef<HTMLOListElement>(null)
  const { width, height, lines, places } = layout
  const scroller = useRef<HTMLDivElement>(null)
  const start = selected === null ? undefined : places.get(selected)
  useEffect(() => {
    // A graph wider than its place begins in its middle, where it has its start, or at what a link points to.
    const element = scroller.current
    if (!element) return
    const middle = start ? { x: start.x + stepWidthPx / 2, y: start.y + stepHeightPx / 2 } : { x: width / 2, y: 0 }
    element.scrollTo({ left: middle.x - element.clientWidth / 2, top: middle.y - element.clientHeight / 2 })
    // Once for each graph: afterwards it is in a person's hands.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [layout])
  const goTo = (event: KeyboardEvent<HTMLElement>, from: string) => {
    const direction = directions[event.key]
    const next = direction && nearest(layout, from, direction)
    if (!next) return
    event.preventDefault()
    list.current?.querySelector<HTMLElement>(`[data-step="${CSS.escape(next)}"]`)?.focus()
  }
  return (
    <div ref={scroller} className={styles.scroller} role="group" aria-label={label}>
      <div className={styles.sheet} style={{ width, height }}>
        <svg className={styles.lines} width={width} height={height} aria-hidden>
          {lines.map(({ from, to, path }) => (
            <path
              key={`${from} ${to}`}
              d={path}
              className={classNames(
                styles[lineLook(from, to)],
                (from === selected || to === selected) && styles.ofSelected,
              )}
            />
          ))}
        </svg>
        <ol ref={list} className={styles.steps}>
          {inOrder(graph).map((step) => {
            const { x = 0, y = 0 } = places.get(step.id) ?? {}
            return (
              <li key={step.id} className={styles.place} style={{ left: x, top: y }}>
                <StepButton
                  step={step}
                  look={stepLook(step)}
                  after={namesBefore(graph, step)}
                  isSelected={step.id === selected}
                  onPress={() => onSelect(step.id === selected ? null : step.id)}
                  onKeyDown={(event) => goTo(event, step.id)}
                />
              </li>
            )
          })}
        </ol>
      </div>
    </div>
  )
}

type StepButtonProps = {
  step: Step
  look: StepLook
  after: readonly string[]
  isSelected: boolean
  onPress: () => void
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
}

function StepButton({ step, look, after, isSelected, onPress, onKeyDown }: StepButtonProps) {
  const { icon, tone, detail, percent, isFaint, hasProblem } = look
  const Icon = icon ?? toneIcons[tone]
  const spoken = [step.name, detail, hasProblem && 'has a problem', after.length > 0 && `after ${after.join(' and ')}`]
  return (
    <button
      type="button"
      data-step={step.id}
      aria-label={spoken.filter(Boolean).join(', ')}
      aria-pressed={isSelected}
      className={classNames(styles.step, styles[tone], isFaint && styles.faint, hasProblem && styles.wrong)}
      style={{ width: stepWidthPx, height: stepHeightPx }}
      onClick={onPress}
      onKeyDown={onKeyDown}
    >
      <Icon size={15} strokeWidth={2} className={styles.icon} />
      <span className={styles.words}>
        <span className={styles.name} title={step.name}>
          {step.name}
        </span>
        <span className={styles.detail} data-figures>
          {detail}
        </span>
      </span>
      {hasProblem && <TriangleAlert size={14} className={styles.mark} />}
      {percent !== undefined && <span className={styles.bar} style={{ width: `${percent}%` }} />}
    </button>
  )
}

const namesBefore = ({ steps, flows }: WorkflowGraph, { id }: Step): string[] =>
  steps.filter((step) => flows.some(({ from, to }) => from === step.id && to === id)).map(({ name }) => name)

type Direction = readonly [x: number, y: number]
const directions: Record<string, Direction> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
}

/** The step that lies nearest in a direction; what is off to the side counts double. */
function nearest({ places }: GraphLayout, from: string, [dx, dy]: Direction): string | undefined {
  const start = places.get(from)
  if (!start) return undefined
  const found = [...places].flatMap(([id, { x, y }]) => {
    const [alongX, alongY] = [x - start.x, y - start.y]
    const ahead = alongX * dx + alongY * dy
    const aside = Math.abs(alongX * dy) + Math.abs(alongY * dx)
    return ahead > 1 ? [{ id, distance: ahead + 2 * aside }] : []
  })
  return found.toSorted((a, b) => a.distance - b.distance)[0]?.id
}
