import { useMutation } from '@tanstack/react-query'
import { Plus, Trash2 } from 'lucide-react'
import { fieldProblems, wordsFor } from '#src/api/errors.ts'
import { visualizationMutations } from '#src/api/visualizations.ts'
import type { VisualizationPlace } from '#src/api/visualizations.ts'
import type { VisualizationMode } from '#src/contract/legend.ts'
import { Button } from '#src/ui/button/button.tsx'
import { IconButton } from '#src/ui/button/icon-button.tsx'
import { NumberField } from '#src/ui/field/number-field.tsx'
import { TextField } from '#src/ui/field/text-field.tsx'
import { ErrorNotice } from '#src/ui/status/error-notice.tsx'
import { classProblems, rebinned } from './legend-draft.ts'
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
export function LegendEditor({ place, date, mode, draft, onDraftChange: setDraft, onClose }: LegendEditorProps) {
  const save = useMutation(visualizationMutations.updateLegend(place))
  const hasOwnBounds = mode === 'theoretical'
  const problems = hasOwnBounds ? classProblems(draft) : []
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
  const failure = save.error ? wordsFor(save.error) : null
  const said = Object.values(fieldProblems(save.error))
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
        />
      )}
      <div className={styles.classes}>
        {draft.map((entry, i) => (
          <div key={i} className={styles.class} data-fixed-bounds={!hasOwnBounds || undefined}>
            <input
              type="color"
              aria-label={`Colour of class ${i + 1}`}
              className={styles.colour}
              value={entry.colour}
              onChange={(event) => change(i, { colour: event.target.value })}
            />
            <TextField
              label={`Name of class ${i + 1}`}
              labelPlacement="hidden"
              value={entry.label}
              onChange={(label) => change(i, { label })}
            />
            {hasOwnBounds && (
              <>
                <NumberField
                  label={`Lower bound of class ${i + 1}`}
                  labelPlacement="hidden"
                  value={entry.min}
                  onChange={(min) => change(i, { min })}
                  formatOptions={{ maximumFractionDigits: 4 }}
                />
                <NumberField
                  label={`Upper bound of class ${i + 1}`}
                  labelPlacement="hidden"
                  value={entry.max}
                  onChange={(max) => change(i, { max })}
                  formatOptions={{ maximumFractionDigits: 4 }}
                />
                <IconButton
                  icon={Trash2}
                  size="s"
                  label={`Remove class ${i + 1}`}
                  isDisabled={draft.length === 1}
                  onPress={() => setDraft(draft.filter((_, at) => at !== i))}
                />
              </>
            )}
          </div>
        ))}
      </div>
      {problems.map((problem) => (
        <p key={problem} role="alert" className={styles.note}>
          {problem}
        </p>
      ))}
      {failure && (
        <ErrorNotice
          what={said[0] ?? failure.title}
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

/** Above the last one and as wide. */
function nextClass(classes: readonly LegendClass[]): LegendClass {
  const last = classes.at(-1)
  const [min, width] = last ? [last.max, last.max - last.min] : [0, 1]
  return { colour: '#888888', label: 'New class', min, max: min + width }
}
