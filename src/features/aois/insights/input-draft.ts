import type { BlockInput, BlockSpec, RasterInput } from '#src/blocks/block-spec.ts'
import { missingBands } from '#src/blocks/missing-bands.ts'
import type { DataType } from '#src/contract/data-type.ts'
import type { InputChoice } from './input-choices.ts'

/**
 * What stands in the form, by name of the input: ids of choices for rasters and polygons, days, texts, and numbers (NaN in
 * an empty field).
 */
export type InputDraft = Readonly<Record<string, string | number | undefined>>

/** What can be given to an input. */
export function choicesFor(input: BlockInput, choices: readonly InputChoice[]): readonly InputChoice[] {
  if (input.kind === 'vector') return choices.filter(({ kind }) => kind === 'vector')
  if (input.kind !== 'raster') return []
  return choices.filter(({ kind, bands }) => kind === 'raster' && missingBands(input.bands, bands).length === 0)
}

/**
 * The form as it opens: with the inputs of an earlier run where there are such, else with what is usual. Of several
 * pictures the first input gets the oldest and the last the newest, since blocks compare earlier with later.
 */
export function startingDraft(
  block: BlockSpec,
  choices: readonly InputChoice[],
  earlier: readonly DataType[] = [],
): InputDraft {
  const rasters = block.inputs.filter(({ kind }) => kind === 'raster')
  return Object.fromEntries(
    block.inputs.map((input) => {
      const given = earlier.find(({ name }) => name === input.name)
      const own = choicesFor(input, choices)
      switch (input.kind) {
        case 'raster': {
          const pictures = own.filter(({ date }) => date !== undefined)
          const isFirstOfSeveral = rasters.length > 1 && input === rasters[0]
          return [input.name, (sameSource(given, own) ?? pictures.at(isFirstOfSeveral ? -1 : 0) ?? own[0])?.id]
        }
        case 'vector':
          return [input.name, (sameSource(given, own) ?? own[0])?.id]
        case 'date':
          return [input.name, given?.value?.slice(0, 10) || undefined]
        case 'number':
          return [input.name, given?.value ? Number(given.value) : (input.fallback ?? NaN)]
        default:
          return [input.name, given?.value ?? input.fallback ?? '']
      }
    }),
  )
}

function sameSource(given: DataType | undefined, choices: readonly InputChoice[]): InputChoice | undefined {
  const source = given?.asset_source
  if (!source) return undefined
  const alike = choices.filter(({ data }) => data.asset_source?.id === source.id)
  return alike.find(({ data }) => data.asset_source?.['output'] === source['output']) ?? alike[0]
}

/** The form as the API takes it. Numbers are text there; what was left empty is left out. */
export function toInputs(block: BlockSpec, draft: InputDraft, choices: readonly InputChoice[]): DataType[] {
  return block.inputs.flatMap((input): DataType[] => {
    const { name } = input
    const value = draft[name]
    switch (input.kind) {
      case 'raster':
      case 'vector': {
        const chosen = choices.find(({ id }) => id === value)
        return chosen ? [{ name, format: input.kind, type: 'url', ...chosen.data }] : []
      }
      case 'date':
        return value ? [{ name, format: 'date', type: 'string', value: String(value) }] : []
      case 'number':
        return Number.isFinite(value) ? [{ name, format: 'number', type: 'number', value: String(value) }] : []
      default:
        return value ? [{ name, format: 'string', type: 'string', value: String(value) }] : []
    }
  })
}

/** The pictures a series reads: all of the AOI in the period that the block's days give. */
export function seriesPictures(
  block: BlockSpec,
  input: RasterInput,
  draft: InputDraft,
  choices: readonly InputChoice[],
): { pictures: readonly InputChoice[]; dates: number } {
  const { from, to } = periodOf(block, draft)
  const pictures = choicesFor(input, choices).filter(
    ({ date }) => date !== undefined && (!from || date >= from) && (!to || date <= to),
  )
  return { pictures, dates: new Set(pictures.map(({ date }) => date)).size }
}

/** The days of a block: the first of its inputs that is one starts the period, the second ends it. */
export function periodOf({ inputs }: BlockSpec, draft: InputDraft): { from?: string; to?: string } {
  const [from, to] = inputs.flatMap(({ kind, name }) => (kind === 'date' ? [draft[name]] : []))
  return { ...(from && { from: String(from) }), ...(to && { to: String(to) }) }
}
