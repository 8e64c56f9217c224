import type { DataType } from '#src/contract/data-type.ts'
import type { RunTask } from '#src/api/job-answers.ts'
import { readableName } from '#src/blocks/readable-name.ts'
import { formatDuration } from '#src/ui/data/format-duration.ts'
import { Property, PropertyList } from '#src/ui/data/property-list.tsx'
import { UtcTime } from '#src/ui/data/utc-time.tsx'
import { sourceWords } from './step-facts.tsx'
import { BlockLink } from './block-link.tsx'
import type { Step, WorkflowGraph } from './workflow-graph.ts'

type TaskFactsProps = { task: RunTask; step: Step | undefined; graph: WorkflowGraph }

/** What a task was given, which block worked on it, and for how long. */
export function TaskFacts({ task, step, graph }: TaskFactsProps) {
  const { inputs, block, startedAt, finishedAt, takenS, estimatedS, isCutOff } = task
  const nameOf = (id: string) => graph.steps.find((one) => one.id === id)?.name ?? id
  const into = graph.flows.filter(({ to }) => to === step?.id)
  const connected = new Set(into.map(({ toPort }) => toPort))
  return (
    <PropertyList>
      {into.map((flow, index) => (
        <Property
          key={index}
          label={flow.toPort ? readableName(flow.toPort) : 'Takes'}
          value={sourceWords(flow, nameOf)}
        />
      ))}
      {inputs
        .filter(({ name }) => !connected.has(name))
        .map((input) => (
          <Property key={input.name} label={readableName(input.name)} value={inputWords(input)} />
        ))}
      {block && <Property label="Block" value={<BlockLink block={block} />} />}
      {!isCutOff && startedAt && <Property label="Began" value={<UtcTime value={startedAt} show="second" />} />}
      {!isCutOff && finishedAt && <Property label="Ended" value={<UtcTime value={finishedAt} show="second" />} />}
      {!isCutOff && takenS !== null && <Property label="Took" value={formatDuration(takenS)} />}
      {estimatedS !== null && <Property label="Estimated" value={formatDuration(estimatedS)} />}
    </PropertyList>
  )
}

function inputWords({ value, asset_source: source, stac_url: scene }: DataType): string {
  return value || scene || source?.id || ''
}
