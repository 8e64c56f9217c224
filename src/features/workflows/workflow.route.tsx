import { useQuery } from '@tanstack/react-query'
import { Frame, Shapes } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { NoAnswer } from '#src/answers/no-answer.tsx'
import { projectQueries } from '#src/api/projects.ts'
import { workflowQueries } from '#src/api/workflows.ts'
import { paths } from '#src/paths.ts'
import { Panel, PanelPart } from '#src/ui/panel/panel.tsx'
import { Section } from '#src/ui/panel/section.tsx'
import { GraphView } from './graph-view.tsx'
import { ProblemNotice } from './problem-notice.tsx'
import { problemsIn } from './problems.ts'
import { RunFooter } from './run-footer.tsx'
import { RunList } from './run-list.tsx'
import { StepFacts } from './step-facts.tsx'
import { useBlockTitle } from './use-block-title.ts'
import { useRun } from './use-run.ts'
import { blockCount, readSpec } from './workflow-graph.ts'
import styles from './workflows.module.css'

/** One workflow: its steps, what a run costs, and the runs there were. */
export function Component() {
  const { id = '' } = useParams()
  const navigate = useNavigate()
  const [search, setSearch] = useSearchParams()
  const [widthPx, setWidthPx] = useState(440)
  const query = useQuery(workflowQueries.detail(id))
  const { data: workflow } = query
  const projects = useQuery(projectQueries.list())
  const run = useRun(id)
  const blockTitle = useBlockTitle()
  const graph = useMemo(() => readSpec(workflow?.spec), [workflow?.spec])
  const problems = useMemo(() => problemsIn(graph ?? nothing, workflow?.val_errors ?? []), [graph, workflow])
  const project = projects.data?.projects.find((one) => one.id === workflow?.project_id)
  const title = workflow?.name || 'Workflow'
  const step = graph?.steps.find((one) => one.id === search.get('step'))
  const blocks = graph ? blockCount(graph) : 0
  const facts = [project?.title || project?.name, blocks > 0 && (blocks === 1 ? '1 block' : `${blocks} blocks`)]
  const select = (stepId: string | null) => setSearch(stepId ? { step: stepId } : {}, { replace: true })
  return (
    <Panel
      title={title}
      subtitle={facts.filter(Boolean).join(' · ')}
      onBack={() => void navigate(paths.workflows())}
      widthPx={widthPx}
      onWidthChange={setWidthPx}
      isFlush
      toolbar={
        graph && (
          <GraphView
            label={`Steps of ${title}`}
            graph={graph}
            stepLook={({ id: stepId, kind, name, block }) => ({
              icon: kind === 'area' ? Frame : Shapes,
              tone: 'idle',
              detail: block ? detailOf(name, blockTitle(block), block.version) : 'Pictures of an AOI',
              hasProblem: problems.some((one) => one.stepId === stepId && one.fromId === null),
            })}
            lineLook={(from, to) =>
              problems.some((one) => one.stepId === to && one.fromId === from) ? 'problem' : 'plain'
            }
            selected={step?.id ?? null}
            onSelect={select}
          />
        )
      }
      footer={workflow && <RunFooter workflow={workflow} run={run} hasProblems={problems.length > 0} />}
    >
      <title>{`${title} – Swath`}</title>
      <NoAnswer
        query={query}
        loading="Loading the workflow"
        rows={8}
        elsewhere={{ href: paths.workflows(), label: 'All workflows' }}
      />
      {workflow && (
        <>
          {problems.length > 0 && (
            <PanelPart>
              <ProblemNotice what="This workflow can not be run as it is." {...{ problems, graph }} />
            </PanelPart>
          )}
          {step && graph ? (
            <PanelPart>
              <StepFacts step={step} graph={graph} onClose={() => select(null)} />
            </PanelPart>
          ) : (
            <PanelPart>
              <p className={styles.lead}>
                {workflow.description || 'The service tells nothing about this workflow.'}
                {!graph && ' Its steps show once it has been run.'}
              </p>
            </PanelPart>
          )}
          <Section title="Runs">
            <RunList workflowId={id} />
          </Section>
        </>
      )}
    </Panel>
  )
}

/** A step that is called as its block says no more than which version that is. */
const detailOf = (name: string, title: string | null, version: string): string =>
  title === null || title === name ? `Version ${version}` : title

const nothing = { steps: [], flows: [] }
