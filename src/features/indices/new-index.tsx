import { useMutation } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useRef, useState, type FormEvent } from 'react'
import { fieldProblems, isTaken, noticeUnlessBeside } from '#src/api/errors.ts'
import { indexMutations } from '#src/api/indices.ts'
import type { Satellite } from '#src/contract/satellites.ts'
import { completeFormula } from '#src/formula/complete.ts'
import { colormapNames } from '#src/formula/colormaps.ts'
import { Button } from '#src/ui/button/button.tsx'
import { IconButton } from '#src/ui/button/icon-button.tsx'
import { ToggleButtonGroup } from '#src/ui/button/toggle-button.tsx'
import { ColourRamp } from '#src/ui/data/colour-ramp.tsx'
import { CodeField } from '#src/ui/field/code-field.tsx'
import { ComboBox } from '#src/ui/field/combo-box.tsx'
import { NumberField } from '#src/ui/field/number-field.tsx'
import { focusFirstInvalid } from '#src/ui/field/focus-invalid.ts'
import { TextArea } from '#src/ui/field/text-area.tsx'
import { TextField } from '#src/ui/field/text-field.tsx'
import { Panel } from '#src/ui/panel/panel.tsx'
import { ErrorNotice } from '#src/ui/status/error-notice.tsx'
import { notify } from '#src/ui/status/notice-store.ts'
import { bandTable } from '#src/scenes/satellite-bands.ts'
import { checkExpression, type ExpressionKind } from './check-expression.ts'
import { rampColours } from './index-detail.tsx'
import styles from './indices.module.css'

type NewIndexProps = { satellite: Satellite; onClose: () => void; onMade: (indexId: string) => void }

const kinds: readonly { id: ExpressionKind; label: string }[] = [
  { id: 'index', label: 'Index' },
  { id: 'composite', label: 'Composite' },
  { id: 'grayscale', label: 'One band' },
]

const examples: Record<ExpressionKind, string> = {
  index: '(nir - red) / (nir + red)',
  composite: 'nir; red; green',
  grayscale: 'R705',
}

const besideFields = new Set(['name', 'expression', 'rescale', 'colormap', 'description'])
const digits = { maximumFractionDigits: 4 }

/** Makes an index of one's own for one satellite. The formula is made out as it is typed. */
export function NewIndex({ satellite, onClose, onMade }: NewIndexProps) {
  const [name, setName] = useState('')
  const [description, setDescription] = useState('')
  const [kind, setKind] = useState<ExpressionKind>('index')
  const [text, setText] = useState('')
  const [colormap, setColormap] = useState('viridis')
  const [[low, high], setRange] = useState<[number, number]>([-1, 1])
  const [wasTried, setWasTried] = useState(false)
  const create = useMutation(indexMutations.create())
  const bands = bandTable(satellite)
  const checked = checkExpression(text, kind, bands)

  const form = useRef<HTMLFormElement>(null)

  const refused = fieldProblems(create.error)
  const taken = isTaken(create.error) ? 'This name is taken.' : undefined
  const nameError = refused.name ?? taken ?? (wasTried && !name.trim() ? 'Give it a name.' : undefined)
  const problem = checked.ok ? undefined : checked.errors[0]
  const formulaError =
    refused.expression ??
    (text.trim() || wasTried
      ? problem && `${problem.message}${problem.end > problem.start ? ` (${quoted(text, problem)})` : ''}`
      : undefined)
  const rangeError = low < high ? refused.rescale : 'The lower end lies below the upper one.'
  const failure = taken ? null : noticeUnlessBeside(create.error, (field) => besideFields.has(field))
  /** What was refused was refused of what stood there then. */
  const edited =
    <Value,>(set: (value: Value) => void) =>
    (value: Value) => {
      set(value)
      if (create.error) create.reset()
    }

  const submit = (event?: FormEvent) => {
    event?.preventDefault()
    setWasTried(true)
    if (create.isPending) return
    if (!name.trim() || !checked.ok || !(low < high)) return focusFirstInvalid(form.current)
    create.mutate(
      {
        name: name.trim(),
        description: description.trim(),
        expression: checked.expression,
        expression_type: kind,
        colormap: kind === 'grayscale' ? 'gray' : colormap,
        rescale: [low, high],
        satellite_id: satellite.id,
      },
      {
        onSuccess: (index) => {
          notify({ tone: 'ok', title: `${index.name} can be added to AOIs of ${satellite.name}` })
          onMade(index.id)
        },
        onError: () => focusFirstInvalid(form.current),
      },
    )
  }

  return (
    <Panel
      title="New index"
      subtitle={satellite.name}
      actions={<IconButton icon={X} label="Close" onPress={onClose} />}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button tone="primary" isPending={create.isPending} onPress={() => submit()}>
            Save index
          </Button>
        </>
      }
    >
      <form ref={form} className={styles.stack} onSubmit={submit}>
        <TextField
          label="Name"
          isRequired
          autoFocus
          value={name}
          onChange={edited(setName)}
          {...(nameError && { error: nameError })}
        />
        <TextArea
          label="Description"
          rows={2}
          value={description}
          onChange={edited(setDescription)}
          {...(refused.description && { error: refused.description })}
        />
        <ToggleButtonGroup label="Shows as" isWide options={kinds} value={kind} onChange={edited(setKind)} />
        <CodeField
          label="Formula"
          isRequired
          placeholder={examples[kind]}
          description={
            checked.ok
              ? `Uses ${checked.readable}`
              : 'Bands by name (B08), by wavelength (R842) or by role (nir, red, green, blue).'
          }
          value={text}
          onChange={edited(setText)}
          marks={checked.ok || !text.trim() ? [] : checked.errors}
          suggest={(before, caret, isAsked) => completeFormula(before, caret, bands, isAsked)}
          {...(formulaError && { error: formulaError })}
        />
        {kind === 'index' && (
          <ComboBox
            label="Colour map"
            options={colormapNames.map((id) => ({ id, label: id }))}
            value={colormap}
            onChange={edited((next) => next && setColormap(next))}
            {...(refused.colormap && { error: refused.colormap })}
          />
        )}
        <div className={styles.range}>
          <NumberField
            label="From"
            value={low}
            arrowStep={0.1}
            onChange={edited((next) => setRange([next, high]))}
            formatOptions={digits}
            {...(rangeError && { error: rangeError })}
          />
          <NumberField
            label="To"
            value={high}
            arrowStep={0.1}
            onChange={edited((next) => setRange([low, next]))}
            formatOptions={digits}
          />
        </div>
        {kind === 'index' && low < high && (
          <ColourRamp label={`${name || 'Index'}, ${colormap}`} colours={rampColours(colormap)} min={low} max={high} />
        )}
        {failure && <ErrorNotice {...failure} />}
        <input type="submit" hidden />
      </form>
    </Panel>
  )
}

function quoted(text: string, { start, end }: { start: number; end: number }): string {
  return `at “${text.slice(start, end)}”, character ${start + 1}`
}
