import { useMutation } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { fieldProblems, wordsFor } from '#src/api/errors.ts'
import { visualizationMutations } from '#src/api/visualizations.ts'
import type { VisualizationPlace } from '#src/api/visualizations.ts'
import type { VisualizationMode } from '#src/contract/legend.ts'
import { Button } from '#src/ui/button/button.tsx'
import { NumberField } from '#src/ui/field/number-field.tsx'
import { ErrorNotice } from '#src/ui/status/error-notice.tsx'
import { ClassRow } from './class-row.tsx'
import { classProblems, readRefusal, rebinned } from './legend-draft.ts'
import type { LegendClass } from './parse-sld.ts'
import styles from './visualizations.module.css'

type LegendEditorProps = {
  place: VisualizationPlace
  date: string
  mode: VisualizationMode
  /** The classes as they are now, which the map shows already. */
  draft: readonly LegendClass[]
  onDraftChange: (draft: readonly LegendClass[]) => void
  onClose: () => void
}

const MAX_BINS = 15

/** Changes the classes of one day: colours and names, the number of equal steps, or bounds of one's own. */
export function LegendEditor({ place, date, mode, draft, onDraftChange, onClose }: LegendEditorProps) {
  const save = useMutation(visualizationMutations.updateLegend(place))
  const hasOwnBounds = mode === 'theoretical'
  const problems = hasOwnBounds ? classProblems(draft) : []
  const refusal = readRefusal(fieldProblems(save.error))
  const setDraft = (next: readonly LegendClass[]) => {
    if (save.error) save.reset()
    onDraftChange(next)
  }
  const change = (at: number, changed: Partial<LegendClass>) =>
    setDraft(draft.map((entry, i) => (i === at ? { ...entry, ...changed } : entry)))
  const submit = () => {
    const items = draft.map(({ colour, label, min, max }) => ({
      color: colour,
      label,
      ...(hasOwnBounds ? { min, max } : { min: null, max: null }),
    }))
    save.mutate({ date, mode, items, ...(!hasOwnBounds && { bins: draft.length }) }, { onSuccess: onClose })
  }
  const isBeside = refusal.others.length === 0 && (refusal.bins !== undefined || refusal.classes.length > 0)
  const failure = save.error && !isBeside ? wordsFor(save.error) : null
  return (
    <div className={styles.editor}>
      {!hasOwnBounds && (
        <NumberField
          label="Number of classes"
          value={draft.length}
          minValue={1}
          maxValue={MAX_BINS}
          step={1}
          onChange={(count) => setDraft(rebinned(draft, Math.round(count)))}
          {...(refusal.bins && { error: refusal.bins })}
        />
      )}
      <div className={styles.classes}>
        {draft.map((entry, at) => (
          <ClassRow
            key={at}
            entry={entry}
            number={at + 1}
            hasOwnBounds={hasOwnBounds}
            boundStep={boundStep(draft)}
            problem={[...problems, ...refusal.classes].find((one) => one.at === at)}
            onChange={(changed) => change(at, changed)}
            onRemove={draft.length > 1 ? () => setDraft(draft.filter((_, i) => i !== at)) : undefined}
          />
        ))}
      </div>
      {failure && (
        <ErrorNotice
          what={refusal.others[0] ?? failure.title}
          kept="Your changes are still here."
          {...(failure.serverWords && { details: failure.serverWords })}
        />
      )}
      <div className={styles.buttons}>
        {hasOwnBounds && draft.length < MAX_BINS && (
          <Button size="s" tone="quiet" icon={Plus} onPress={() => setDraft([...draft, nextClass(draft)])}>
            Add a class
          </Button>
        )}
        <Button size="s" tone="quiet" onPress={onClose}>
          Cancel
        </Button>
        <Button size="s" tone="primary" isPending={save.isPending} isDisabled={problems.length > 0} onPress={submit}>
          Save classes
        </Button>
      </div>
    </div>
  )
}

/** A hundredth of what the classes span, as 1, 2 or 5 of a power of ten. */
function boundStep(classes: readonly LegendClass[]): number {
  const span = (classes.at(-1)?.max ?? 1) - (classes[0]?.min ?? 0)
  if (!(span > 0 && Number.isFinite(span))) return 0.01
  const power = 10 ** Math.floor(Math.log10(span / 100))
  return ([5, 2].find((factor) => factor * power <= span / 100) ?? 1) * power
}

/** Above the last one and as wide. */
function nextClass(classes: readonly LegendClass[]): LegendClass {
  const last = classes.at(-1)
  const [min, width] = last ? [last.max, last.max - last.min] : [0, 1]
  return { colour: '#888888', label: 'New class', min, max: min + width }
}
