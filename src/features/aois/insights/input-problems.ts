import type { BlockInput, BlockSpec, NumberInput } from '#src/blocks/block-spec.ts'
import { fieldProblems } from '#src/api/errors.ts'
import type { BandTable } from '#src/formula/bands.ts'
import { bind } from '#src/formula/bind.ts'
import { parseFormula } from '#src/formula/parse.ts'
import { formatNumber } from '#src/ui/data/format-number.ts'
import { choicesFor, periodOf, seriesPictures, type InputDraft } from './input-draft.ts'
import type { InputChoice } from './input-choices.ts'

/** What keeps a block from being run, in a sentence for each input; the service is asked only when there is nothing. */
export function inputProblems(
  block: BlockSpec,
  draft: InputDraft,
  choices: readonly InputChoice[],
): Record<string, string> {
  const problems: Record<string, string> = {}
  for (const input of block.inputs) {
    const problem = problemOf(input, block, draft, choices)
    if (problem) problems[input.name] = problem
  }
  return problems
}

function problemOf(
  input: BlockInput,
  block: BlockSpec,
  draft: InputDraft,
  choices: readonly InputChoice[],
): string | undefined {
  const value = draft[input.name]
  switch (input.kind) {
    case 'raster': {
      if (input.leastDates !== undefined) {
        const { dates } = seriesPictures(block, input, draft, choices)
        if (dates >= input.leastDates) return undefined
        return `At least ${input.leastDates} dates are needed; the AOI has ${dates} ready in the period.`
      }
      if (choicesFor(input, choices).some(({ id }) => id === value)) return undefined
      return choices.some(({ kind }) => kind === 'raster') ? 'Choose a picture.' : 'No picture of the AOI is ready yet.'
    }
    case 'vector':
      return value === undefined ? 'Choose polygons.' : undefined
    case 'date': {
      const { from, to } = periodOf(block, draft)
      return from && to && from > to && value === to ? 'The last day lies before the first.' : undefined
    }
    case 'number':
      return numberProblem(input, value)
    case 'formula':
      return formulaProblem(String(value ?? ''), bandsGiven(block, draft, choices))
    case 'choice':
      return input.options.includes(String(value)) ? undefined : `Choose one of ${input.options.join(', ')}.`
    case 'text':
      return undefined
  }
}

function numberProblem(input: NumberInput, value: unknown): string | undefined {
  const { min = -Infinity, max = Infinity, isInteger, unit, fallback } = input
  const isEmpty = typeof value !== 'number' || Number.isNaN(value)
  // Left out, the service takes what is usual.
  if (isEmpty && fallback !== undefined) return undefined
  if (!isEmpty && value >= min && value <= max && (!isInteger || Number.isInteger(value))) return undefined
  const what = isInteger ? 'Give a whole number' : 'Give a number'
  if (!Number.isFinite(min) || !Number.isFinite(max)) return `${what}${unit ? ` (${unit})` : ''}.`
  return `${what} from ${formatNumber(min)} to ${formatNumber(max)}${unit ? ` (${unit})` : ''}.`
}

function formulaProblem(text: string, bands: BandTable | undefined): string | undefined {
  if (text.trim() === '') return undefined
  const parsed = parseFormula(text)
  if (!parsed.ok) return `${parsed.errors[0]?.message ?? 'The formula can not be read'}.`
  const bound = bands && bind(parsed.tree, bands)
  return bound && !bound.ok ? `${bound.errors[0]?.message ?? 'A band is missing'}.` : undefined
}

/** The bands of the first picture that is given: what a formula is over. */
function bandsGiven({ inputs }: BlockSpec, draft: InputDraft, choices: readonly InputChoice[]): BandTable | undefined {
  const first = inputs.find(({ kind }) => kind === 'raster')
  const bands = choices.find(({ id }) => first && id === draft[first.name])?.bands
  return bands && bands.length > 0 ? bands : undefined
}

/**
 * What the service said about single inputs, by their names, and what it said about anything else. It names an input as
 * `input.clusters`, or by its place in the request: `input[1].value`.
 */
export function refusedInputs(
  error: unknown,
  sent: readonly { name: string }[],
): { inputs: Record<string, string>; others: readonly string[] } {
  const inputs: Record<string, string> = {}
  const others: string[] = []
  for (const [field, reason] of Object.entries(fieldProblems(error))) {
    const [, byName, place] = /^input(?:\.([\w-]+)|\[(\d+)\])/.exec(field) ?? []
    const name = byName ?? sent[Number(place)]?.name
    if (name) inputs[name] = reason
    else others.push(reason)
  }
  return { inputs, others }
}
