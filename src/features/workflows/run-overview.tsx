import { isRunSettled } from '#src/api/job-answers.ts'
import type { Run } from '#src/api/job-answers.ts'
import { readResults } from '#src/blocks/results/result.ts'
import { CopyButton } from '#src/ui/button/copy-button.tsx'
import { formatDuration } from '#src/ui/data/format-duration.ts'
import { List } from '#src/ui/data/list.tsx'
import { ListRow } from '#src/ui/data/list-row.tsx'
import { Property, PropertyList } from '#src/ui/data/property-list.tsx'
import { Tokens } from '#src/ui/data/quantity.tsx'
import { UtcTime } from '#src/ui/data/utc-time.tsx'
import { PanelPart } from '#src/ui/panel/panel.tsx'
import { Section } from '#src/ui/panel/section.tsx'
import { ErrorNotice } from '#src/ui/status/error-notice.tsx'
import { AoiLink } from './aoi-link.tsx'
import { ProblemNotice } from './problem-notice.tsx'
import { problemsIn } from './problems.ts'
import { resultKinds } from './task-results.tsx'
import type { WorkflowGraph } from './workflow-graph.ts'
import styles from './workflows.module.css'

/** Failures told one by one; of many the first few say enough. */
const toldAtMost = 3

type RunOverviewProps = { run: Run; graph: WorkflowGraph | null; onShow: (taskId: string, output: string) => void }

/** A run as a whole: what went wrong, all that was made, and what it took. */
export function RunOverview({ run, graph, onShow }: RunOverviewProps) {
  const failed = run.tasks.filter(({ status, isCutOff }) => status === 'failed' && !isCutOff)
  const results = run.tasks.flatMap((task) => readResults(task.results).map((result) => ({ task, result })))
  const nothing = { steps: [], flows: [] }
  return (
    <>
      {run.problems.length > 0 && (
        <PanelPart>
          <ProblemNotice
            what="The run ended before it began, and cost nothing."
            problems={problemsIn(graph ?? nothing, run.problems)}
            graph={graph}
          />
        </PanelPart>
      )}
      {failed.length > 0 && (
        <PanelPart>
          <div className={styles.part}>
            {failed.slice(0, toldAtMost).map((task) => (
              <ErrorNotice
                key={task.id}
                what={`${task.name} failed${task.error ? `: ${task.error}` : ''}`}
                advice={cutOffWords(run, task.name)}
              />
            ))}
            {failed.length > toldAtMost && (
              <p
                className={styles.note}
              >{`And ${failed.length - toldAtMost} more; each step in the graph says why.`}</p>
            )}
          </div>
        </PanelPart>
      )}
      {results.length > 0 && (
        <Section title="Results" summary={results.length}>
          <div className={styles.bleed}>
            <List label="Results">
              {results.map(({ task, result: { name, label, kind } }) => {
                const { icon: Icon, word } = resultKinds[kind]
                return (
                  <ListRow
                    key={`${task.id} ${name}`}
                    lead={<Icon size={14} aria-label={word} />}
                    title={label}
                    value={task.name}
                    onPress={() => onShow(task.id, name)}
                  />
                )
              })}
            </List>
          </div>
        </Section>
      )}
      {results.length === 0 && !isRunSettled(run) && (
        <PanelPart>
          <p className={styles.note}>Results come here step by step. The run goes on when this page is left.</p>
        </PanelPart>
      )}
      <Section title="Details">
        <PropertyList>
          <Property label="AOI" value={run.aoiId && <AoiLink run={run} />} />
          <Property label="Cost" value={run.costTokens === null ? null : <Tokens amount={run.costTokens} />} />
          <Property label="Began" value={run.createdAt && <UtcTime value={run.createdAt} show="second" />} />
          {run.finishedAt && <Property label="Ended" value={<UtcTime value={run.finishedAt} show="second" />} />}
          <Property
            label={run.finishedAt ? 'Took' : 'So far'}
            value={run.takenS === null ? null : formatDuration(run.takenS)}
          />
          <Property
            label="Estimated"
            hint="The sum over all steps; those side by side take less together"
            value={run.estimatedS === null ? null : formatDuration(run.estimatedS)}
          />
          <Property label="Run id" value={<CopyButton text={run.id} label={run.id.slice(0, 13)} />} />
        </PropertyList>
      </Section>
    </>
  )
}

/** What hangs on a failed task, directly or through others. */
function cutOffWords({ tasks }: Run, failed: string): string {
  const gone = new Set([failed])
  for (const { name, dependsOn, isCutOff } of tasks)
    if (isCutOff && dependsOn.some((one) => gone.has(one))) gone.add(name)
  const names = [...gone].slice(1)
  if (names.length === 0) return 'No other step waited for it.'
  return `Not run because of it: ${names.join(', ')}. All other steps went on.`
}
