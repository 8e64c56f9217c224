import { X } from 'lucide-react'
import { readableName } from '#src/blocks/readable-name.ts'
import { IconButton } from '#src/ui/button/icon-button.tsx'
import { Property, PropertyList } from '#src/ui/data/property-list.tsx'
import { BlockLink } from './block-link.tsx'
import type { Flow, Step, WorkflowGraph } from './workflow-graph.ts'
import styles from './workflows.module.css'

type StepFactsProps = { step: Step; graph: WorkflowGraph; onClose: () => void }

/** What a step takes, from where, and what it gives on. */
export function StepFacts({ step, graph, onClose }: StepFactsProps) {
  return (
    <section aria-label={step.name} className={styles.part}>
      <div className={styles.heading}>
        <h3>{step.name}</h3>
        <IconButton icon={X} label="Close the step" onPress={onClose} />
      </div>
      {step.kind === 'area' && <p className={styles.note}>{areaWords(step)}</p>}
      <StepProperties step={step} graph={graph} />
    </section>
  )
}

function areaWords({ leastDates, makesSample }: Step): string {
  const dates = leastDates === null || leastDates < 2 ? '' : ` with at least ${leastDates} dates`
  const otherwise = makesSample ? ' Where there is none, a small sample area is made first.' : ''
  return `A run works on the newest ready AOI of the project${dates}.${otherwise}`
}

/** Block, connections and fixed inputs of a step, as rows. */
function StepProperties({ step, graph }: { step: Step; graph: WorkflowGraph }) {
  const nameOf = (id: string) => graph.steps.find((one) => one.id === id)?.name ?? id
  const into = graph.flows.filter(({ to }) => to === step.id)
  const outOf = graph.flows.filter(({ from }) => from === step.id)
  return (
    <PropertyList>
      {step.block && <Property label="Block" value={<BlockLink block={step.block} />} />}
      {into.map((flow, index) => (
        <Property key={`in ${index}`} label={portLabel(flow.toPort, 'Takes')} value={sourceWords(flow, nameOf)} />
      ))}
      {Object.entries(step.values).map(([name, value]) => (
        <Property key={name} label={readableName(name)} value={value} />
      ))}
      {outOf.map((flow, index) => (
        <Property key={`out ${index}`} label={portLabel(flow.fromPort, 'Gives')} value={`to ${nameOf(flow.to)}`} />
      ))}
    </PropertyList>
  )
}

const portLabel = (port: string | null, otherwise: string): string => (port ? readableName(port) : otherwise)

/** "from Area of interest, raster, earliest date". */
export function sourceWords({ from, fromPort, pick }: Flow, nameOf: (id: string) => string): string {
  const port = fromPort ? `, ${readableName(fromPort).toLowerCase()}` : ''
  return `from ${nameOf(from)}${port}${pick ? `, ${pick} date` : ''}`
}
