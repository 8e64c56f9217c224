import type { DataType } from '#src/contract/data-type.ts'
import type { ListedSensor } from '#sandbox/database/sensor-list.ts'
import { stableId } from '#sandbox/database/stable-id.ts'
import type { Block, OutputParameter, Parameter } from './block.ts'
import { bandProblem, rasterInputs } from './blocks.ts'

export const blockId = (block: Block) => stableId('block', block.name)
const versionId = (block: Block) => stableId('block', block.name, block.version)

/** The id in a request may be that of the block or that of the version. */
export const hasId = (block: Block, id: string) => id === blockId(block) || id === versionId(block)

/** A block as the API shows it. Which collections it supports follows from the bands of their sensors. */
export function blockView(block: Block, sensors: readonly ListedSensor[]) {
  const supported = sensors.filter(({ bands }) =>
    rasterInputs(block).every((input) => bandProblem(input, bands) === null),
  )
  return {
    id: blockId(block),
    block_status: 'released',
    created_at: block.releasedAt,
    err: null,
    price: block.price,
    info: [block.reference, ...block.notes],
    spec: {
      id: blockId(block),
      version_id: versionId(block),
      name: block.name,
      version: block.version,
      title: block.title,
      description: block.description,
      kind: block.modes.includes('insight') ? 'insight' : 'workflow',
      type: 'algorithm',
      status: 1,
      inputs: block.inputs.map(inputView),
      outputs: block.outputs.map(outputView),
      catalog_content_url: null,
      supported_collections_id: supported.map(({ collectionId }) => collectionId),
    },
  }
}

/** An input as the form needs it: `value` is the default (text, as everywhere), limits are in `properties`. */
export function inputView(input: Parameter): DataType {
  const { name, description } = input
  switch (input.kind) {
    case 'raster': {
      const { formulas, leastDates } = input
      const properties = {
        required: true,
        bands: bandsIn(formulas),
        ...(leastDates && { series: true, least_dates: leastDates }),
      }
      return { name, description, format: 'raster', type: 'url', properties }
    }
    case 'vector':
      return { name, description, format: 'vector', type: 'url', properties: { required: true } }
    case 'date':
      return { name, description, format: 'date', type: 'string', properties: { required: false } }
    case 'number': {
      const { min, max, unit, integer = false } = input
      const properties = { required: false, min, max, default: input.default, integer, ...(unit && { unit }) }
      return { name, description, format: 'number', type: 'number', value: String(input.default), properties }
    }
    case 'choice':
      return {
        name,
        description,
        format: 'string',
        type: 'string',
        value: input.default,
        properties: { required: false, options: input.options, default: input.default },
      }
    case 'formula':
      return {
        name,
        description,
        format: 'string',
        type: 'string',
        value: input.default,
        properties: { required: false, language: 'formula', default: input.default },
      }
  }
}

function outputView({ name, description, kind }: OutputParameter): DataType {
  return { name, description, format: kind, type: 'url', properties: { media_type: mediaTypes[kind] } }
}

export const mediaTypes = {
  raster: 'image/tiff; application=geotiff; profile=cloud-optimized',
  vector: 'application/geo+json',
  table: 'text/csv',
} as const

/** What the formulas call for, by wavelength or colour: `R708`, `nir`. */
function bandsIn(formulas: readonly string[]): string[] {
  return [
    ...new Set(
      formulas.flatMap((formula) => formula.match(/\b(R\d+|blue|green|red|rededge|nir|swir16|swir22)\b/g) ?? []),
    ),
  ]
}
