import { Info } from 'lucide-react'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { noticeFor } from '#src/api/errors.ts'
import type { BlockSpec } from '#src/blocks/block-spec.ts'
import { problemsWithBands } from '#src/blocks/missing-bands.ts'
import type { Aoi } from '#src/contract/aois.ts'
import { readDataTypes } from '#src/contract/data-type.ts'
import type { Insight } from '#src/contract/insights.ts'
import type { BandTable } from '#src/formula/bands.ts'
import { paths } from '#src/paths.ts'
import { UnknownOutcome } from '#src/send-once/unknown-outcome.tsx'
import { LinkButton } from '#src/ui/button/button.tsx'
import { TextField } from '#src/ui/field/text-field.tsx'
import { Panel } from '#src/ui/panel/panel.tsx'
import { ErrorNotice } from '#src/ui/status/error-notice.tsx'
import { ChosenPicture } from './chosen-picture.tsx'
import { startingDraft, toInputs } from './input-draft.ts'
import type { InputChoice } from './input-choices.ts'
import { InputField } from './input-field.tsx'
import { inputProblems, refusedInputs } from './input-problems.ts'
import styles from './insights.module.css'
import { blockOf } from './insight-block.ts'
import { unknownRun } from './insight-words.ts'
import { RunFooter } from './run-footer.tsx'
import { RunningTwin } from './running-twin.tsx'
import { runningTwin } from './same-run.ts'
import { useEstimate } from './use-estimate.ts'
import { useRun } from './use-run.ts'
import type { RunRequest } from './use-run.ts'

type InsightFormProps = {
  aoi: Aoi
  block: BlockSpec
  satelliteName: string
  bands: BandTable
  choices: readonly InputChoice[]
  insights: readonly Insight[]
  /** The insight whose inputs the form opens with. */
  like: Insight | undefined
}

/** The inputs of a block, made from its own description, and what running it with them costs. */
export function InsightForm({ aoi, block, satelliteName, bands, choices, insights, like }: InsightFormProps) {
  const { aoi_id: aoiId, project_id: projectId } = aoi
  const navigate = useNavigate()
  const [draft, setDraft] = useState(() => startingDraft(block, choices, readDataTypes(like?.input)))
  const [name, setName] = useState('')
  const [seen, setSeen] = useState(block.inputs.find(({ kind }) => kind === 'raster')?.name)

  const missing = bands.length > 0 ? problemsWithBands(block, bands) : []
  const problems = inputProblems(block, draft, choices)
  const input = toInputs(block, draft, choices)
  const request: RunRequest = {
    block: { name: block.name, version: block.version },
    input,
    ...(projectId && { project_id: projectId }),
  }
  const isComplete = missing.length === 0 && Object.keys(problems).length === 0
  const estimate = useEstimate(aoiId, isComplete ? request : null)
  const run = useRun(aoiId)
  const [error, retry] = estimate.error ? [estimate.error, estimate.retry] : [run.error, undefined]
  const refused = refusedInputs(error, input)
  const isBeside = Object.keys(refused.inputs).length > 0 && refused.others.length === 0
  const twin = runningTwin(request, insights)
  const earlier = insights.find((insight) => blockOf(insight)?.name === block.name)
  const shown = choices.find(({ id }) => seen !== undefined && id === draft[seen])

  return (
    <Panel
      title={block.title}
      subtitle={aoi.name}
      onBack={() => void navigate(paths.newInsight(aoiId))}
      footer={
        <RunFooter
          estimate={estimate}
          hint={missing.length > 0 ? 'Can not be run here' : isComplete ? undefined : 'Check the marked inputs'}
          expectedMinutes={earlier?.estimated_time_in_min ?? undefined}
          isSending={run.isSending}
          isBlocked={run.unknown !== null}
          onRun={() => run.send({ ...request, ...(name.trim() && { name: name.trim() }) })}
        />
      }
    >
      <title>{`${block.title} – Swath`}</title>
      {shown && <ChosenPicture choice={shown} />}
      <div className={styles.stack}>
        <div className={styles.intro}>
          <p>{block.description}</p>
          <LinkButton size="s" icon={Info} href={paths.block(block.name, { version: block.version })}>
            Method, limits and outputs
          </LinkButton>
        </div>
        {missing.length > 0 && (
          <ErrorNotice
            tone="warn"
            what={`${satelliteName} does not have the bands for this`}
            advice={`${missing.join('. ')}. Choose another block, or an AOI of another satellite.`}
          />
        )}
        {block.inputs.map((one) => (
          <InputField
            key={one.name}
            input={one}
            block={block}
            draft={draft}
            choices={choices}
            error={missing.length > 0 ? undefined : (problems[one.name] ?? refused.inputs[one.name])}
            onChange={(value) => {
              setDraft((now) => ({ ...now, [one.name]: value }))
              if (one.kind === 'raster') setSeen(one.name)
            }}
          />
        ))}
        <TextField
          label="Name"
          placeholder={`${block.title}, ${aoi.name}`}
          description="To find the result by; one is made when this stays empty."
          value={name}
          onChange={setName}
        />
        {twin && <RunningTwin aoiId={aoiId} twin={twin} />}
        {run.unknown && <UnknownOutcome sending={run.unknown} words={unknownRun} />}
        {Boolean(error) && !isBeside && (
          <ErrorNotice
            {...noticeFor(error)}
            {...(refused.others.length > 0 && { what: refused.others.join(' ') })}
            kept="What you entered is still here."
            {...(retry && { onRetry: retry })}
          />
        )}
      </div>
    </Panel>
  )
}
