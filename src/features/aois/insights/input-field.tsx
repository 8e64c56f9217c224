import type { BlockInput, BlockSpec, NumberInput } from '#src/blocks/block-spec.ts'
import { DateField } from '#src/ui/field/date-field.tsx'
import { NumberField } from '#src/ui/field/number-field.tsx'
import { Select } from '#src/ui/field/select.tsx'
import { TextArea } from '#src/ui/field/text-area.tsx'
import { TextField } from '#src/ui/field/text-field.tsx'
import { choicesFor, type InputDraft } from './input-draft.ts'
import type { InputChoice } from './input-choices.ts'
import { SeriesField } from './series-field.tsx'

type InputFieldProps = {
  input: BlockInput
  block: BlockSpec
  draft: InputDraft
  choices: readonly InputChoice[]
  error: string | undefined
  onChange: (value: string | number | undefined) => void
}

/** The field for one input of a block. */
export function InputField({ input, block, draft, choices, error, onChange }: InputFieldProps) {
  const { name, label, description } = input
  const value = draft[name]
  const shared = { label, ...(description && { description }), ...(error && { error }) }
  switch (input.kind) {
    case 'raster':
      if (input.leastDates !== undefined) return <SeriesField {...{ input, block, draft, choices, error }} />
      return <ChoiceOfFile {...{ shared, value, onChange }} options={choicesFor(input, choices)} />
    case 'vector':
      return <ChoiceOfFile {...{ shared, value, onChange }} options={choicesFor(input, choices)} />
    case 'date':
      return <DateField {...shared} value={value === undefined ? undefined : String(value)} onChange={onChange} />
    case 'number':
      // No limits on the field itself: it would change what was typed in place of saying what is wrong with it.
      return (
        <NumberField
          {...shared}
          value={Number(value ?? NaN)}
          {...(isFine(input) && { step: 0.01 })}
          {...(input.unit && { unit: input.unit })}
          {...(input.fallback !== undefined && { placeholder: String(input.fallback) })}
          onChange={onChange}
          formatOptions={{ maximumFractionDigits: 6 }}
        />
      )
    case 'choice':
      return (
        <Select
          {...shared}
          options={input.options.map((option) => ({ id: option, label: option }))}
          value={String(value ?? '')}
          onChange={onChange}
        />
      )
    case 'formula':
      return <TextArea {...shared} isCode rows={2} value={String(value ?? '')} onChange={onChange} />
    case 'text':
      return <TextField {...shared} value={String(value ?? '')} onChange={onChange} />
  }
}

type ChoiceOfFileProps = {
  shared: { label: string; description?: string; error?: string }
  value: string | number | undefined
  options: readonly InputChoice[]
  onChange: (id: string) => void
}

function ChoiceOfFile({ shared, value, options, onChange }: ChoiceOfFileProps) {
  return (
    <Select
      {...shared}
      options={options.map(({ id, label, description }) => ({ id, label, description }))}
      value={options.find(({ id }) => id === value)?.id}
      placeholder="Choose a picture"
      isDisabled={options.length === 0}
      onChange={onChange}
    />
  )
}

/** Arrow keys step by 1, which is too much for small numbers. A step also rounds, so it is given only where hundredths do. */
const isFine = ({ min, max, isInteger }: NumberInput) =>
  !isInteger && min !== undefined && max !== undefined && max - min <= 10
