import { useMutation } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useState } from 'react'
import { ApiError, fieldProblems, wordsFor } from '#src/api/errors.ts'
import { indexMutations } from '#src/api/indices.ts'
import type { Satellite } from '#src/contract/satellites.ts'
import { colormapNames } from '#src/formula/colormaps.ts'
import { Button } from '#src/ui/button/button.tsx'
import { IconButton } from '#src/ui/button/icon-button.tsx'
import { ToggleButtonGroup } from '#src/ui/button/toggle-button.tsx'
import { ColourRamp } from '#src/ui/data/colour-ramp.tsx'
import { ComboBox } from '#src/ui/field/combo-box.tsx'
import { NumberField } from '#src/ui/field/number-field.tsx'
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
  const checked = checkExpression(text, kind, bandTable(satellite))

  const refused = fieldProblems(create.error)
  const isTaken = create.error instanceof ApiError && create.error.status === 409
  const nameError =
    refused.name ?? (isTaken ? 'This name is taken.' : wasTried && !name.trim() ? 'Give it a name.' : undefined)
  const problem = checked.ok ? undefined : checked.errors[0]
  const formulaError =
    refused.expression ??
    (text.trim() || wasTried
      ? problem && `${problem.message}${problem.end > problem.start ? ` (${quoted(text, problem)})` : ''}`
      : undefined)
  const rangeError = low < high ? refused.rescale : 'The lower end lies below the upper one.'
  const isBeside =
    isTaken || ['name', 'expression', 'rescale', 'colormap', 'description'].some((field) => refused[field])
  const failure = create.error && !isBeside ? wordsFor(create.error) : null

  const submit = () => {
    setWasTried(true)
    if (!name.trim() || !checked.ok || !(low < high) || create.isPending) return
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
          <Button tone="primary" isPending={create.isPending} onPress={submit}>
            Save index
          </Button>
        </>
      }
    >
      <div className={styles.stack}>
        <TextField
          label="Name"
          isRequired
          autoFocus
          value={name}
          onChange={(next) => {
            setName(next)
            if (isTaken) create.reset()
          }}
          {...(nameError && { error: nameError })}
        />
        <TextArea
          label="Description"
          rows={2}
          value={description}
          onChange={setDescription}
          {...(refused.description && { error: refused.description })}
        />
        <ToggleButtonGroup label="Shows as" isWide options={kinds} value={kind} onChange={setKind} />
        <TextArea
          label="Formula"
          isRequired
          isCode
          rows={3}
          placeholder={examples[kind]}
          description={
            checked.ok
              ? `Uses ${checked.readable}`
              : 'Bands by name (B08), by wavelength (R842) or by role (nir, red, green, blue).'
          }
          value={text}
          onChange={(next) => {
            setText(next)
            if (refused.expression) create.reset()
          }}
          {...(formulaError && { error: formulaError })}
        />
        {kind === 'index' && (
          <ComboBox
            label="Colour map"
            options={colormapNames.map((id) => ({ id, label: id }))}
            value={colormap}
            onChange={(next) => next && setColormap(next)}
            {...(refused.colormap && { error: refused.colormap })}
          />
        )}
        <div className={styles.range}>
          <NumberField
            label="From"
            value={low}
            arrowStep={0.1}
            onChange={(next) => setRange([next, high])}
            formatOptions={{ maximumFractionDigits: 4 }}
            {...(rangeError && { error: rangeError })}
          />
          <NumberField
            label="To"
            value={high}
            arrowStep={0.1}
            onChange={(next) => setRange([low, next])}
            formatOptions={{ maximumFractionDigits: 4 }}
          />
        </div>
        {kind === 'index' && low < high && (
          <ColourRamp label={`${name || 'Index'}, ${colormap}`} colours={rampColours(colormap)} min={low} max={high} />
        )}
        {failure && (
          <ErrorNotice
            what={failure.title}
            kept="What you entered is still here."
            advice={failure.whatToDo}
            {...(failure.serverWords && { details: failure.serverWords })}
          />
        )}
      </div>
    </Panel>
  )
}

function quoted(text: string, { start, end }: { start: number; end: number }): string {
  return `at “${text.slice(start, end)}”, character ${start + 1}`
}
