import * as z from 'zod'
import type { Block } from '#src/contract/blocks.ts'
import { readDataTypes } from '#src/contract/data-type.ts'
import type { DataType } from '#src/contract/data-type.ts'
import { readableName } from './readable-name.ts'

type Named = { name: string; label: string; description: string }

/** One picture; with `leastDates` all pictures of the area in the period, of which there must be so many. */
export type RasterInput = Named & { kind: 'raster'; bands: readonly string[]; leastDates?: number }
export type VectorInput = Named & { kind: 'vector' }
export type DateInput = Named & { kind: 'date' }
export type NumberInput = Named & {
  kind: 'number'
  min?: number
  max?: number
  isInteger: boolean
  unit?: string
  fallback?: number
}
export type ChoiceInput = Named & { kind: 'choice'; options: readonly string[]; fallback?: string }
export type FormulaInput = Named & { kind: 'formula'; fallback?: string }
export type TextInput = Named & { kind: 'text'; fallback?: string }

/** What a block takes. All but the rasters and vectors may be left out when there is a `fallback`, and dates always. */
export type BlockInput = RasterInput | VectorInput | DateInput | NumberInput | ChoiceInput | FormulaInput | TextInput
export type BlockOutput = Named & { kind: 'raster' | 'vector' | 'table' | 'file' }

/** A block as screens read it. */
export type BlockSpec = {
  name: string
  version: string
  title: string
  description: string
  /** The method with its source, then what limits it. */
  notes: readonly string[]
  inputs: readonly BlockInput[]
  outputs: readonly BlockOutput[]
  /** Tokens for a unit the service does not name; an estimate says what a run costs. */
  unitPrice?: number
  /** Collections it works on; absent when the service does not say. */
  collections?: readonly string[]
  releasedAt?: string
  status?: string
}

const texts = z.array(z.string()).catch([])

export function readBlock({ spec, price, info, created_at: createdAt, block_status: status }: Block): BlockSpec {
  return {
    name: spec.name,
    version: spec.version,
    title: spec.title || readableName(spec.name),
    description: spec.description ?? '',
    notes: typeof info === 'string' ? [info] : texts.parse(info),
    inputs: readDataTypes(spec.inputs).map(readInput),
    outputs: readDataTypes(spec.outputs).map(readOutput),
    ...(typeof price === 'number' && { unitPrice: price }),
    ...(spec.supported_collections_id && { collections: spec.supported_collections_id }),
    ...(createdAt && { releasedAt: createdAt }),
    ...(status && { status }),
  }
}

// Free JSON: what does not fit is as if it were not said.
const number = z.number().optional().catch(undefined)
const propertiesSchema = z.object({
  bands: texts,
  options: texts,
  min: number,
  max: number,
  integer: z.boolean().catch(false),
  unit: z.string().optional().catch(undefined),
  language: z.string().optional().catch(undefined),
  least_dates: number,
})

function readInput(data: DataType): BlockInput {
  const { format, type, value } = data
  const properties = propertiesSchema.parse(data.properties ?? {})
  const named = namesOf(data)
  const fallback = value ? { fallback: value } : {}
  if (format === 'raster') {
    const { bands, least_dates: leastDates } = properties
    return { ...named, kind: 'raster', bands, ...(leastDates !== undefined && { leastDates }) }
  }
  if (format === 'vector') return { ...named, kind: 'vector' }
  if (format === 'date') return { ...named, kind: 'date' }
  if (format === 'number' || type === 'number') {
    const { min, max, integer: isInteger, unit } = properties
    const usual = value ? Number(value) : NaN
    return {
      ...named,
      kind: 'number',
      isInteger,
      ...(min !== undefined && { min }),
      ...(max !== undefined && { max }),
      ...(unit !== undefined && { unit }),
      ...(Number.isFinite(usual) && { fallback: usual }),
    }
  }
  if (properties.options.length > 0) return { ...named, kind: 'choice', options: properties.options, ...fallback }
  if (properties.language === 'formula') return { ...named, kind: 'formula', ...fallback }
  return { ...named, kind: 'text', ...fallback }
}

function readOutput(data: DataType): BlockOutput {
  return { ...namesOf(data), kind: outputKind(data.format) }
}

export function outputKind(format: string | null | undefined): BlockOutput['kind'] {
  if (format === 'csv') return 'table'
  if (format === 'geojson') return 'vector'
  return format === 'raster' || format === 'vector' || format === 'table' ? format : 'file'
}

function namesOf({ name, description }: DataType): Named {
  return { name, label: readableName(name), description: description ?? '' }
}
