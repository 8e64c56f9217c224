import * as z from 'zod'
import { readDataTypes } from '#src/contract/data-type.ts'
import type { DataType } from '#src/contract/data-type.ts'
import { outputKind } from '../block-spec.ts'
import type { BlockOutput } from '../block-spec.ts'
import { readableName } from '../readable-name.ts'

/** A class of a raster of classes: the number its pixels hold, and what it means. */
export type ResultClass = { value: number; label: string; colour: string; areaM2?: number; percent?: number }

/** A file that a block wrote, and what is said of it. */
export type Result = {
  /** What a download chooses it by. */
  id: string
  name: string
  label: string
  description: string
  kind: BlockOutput['kind']
  /** Signed, so another each time it is listed; absent when there is no file. */
  url?: string
  /** Empty when it is no raster of classes. */
  classes: readonly ResultClass[]
  /** What the bands of a raster of values mean, in their order. */
  bands: readonly { name: string; description: string }[]
  /** Single figures that the block tells beside the file, such as a threshold it found. */
  figures: readonly { label: string; value: number }[]
  /** As the service gave it: what the next block is given. */
  data: DataType
}

// Free JSON: what does not fit is as if it were not said.
const classSchema = z.object({
  value: z.number(),
  label: z.string().catch(''),
  color: z.string().catch('#808080'),
  area: z.number().optional().catch(undefined),
  area_percentage: z.number().optional().catch(undefined),
})
/** Figures that the file itself shows. */
const toldElsewhere = ['nodata', 'count', 'rows']
const bandSchema = z.object({ name: z.string(), description: z.string().catch('') })

/** The results of a run, from its raw `output` or `result`. */
export function readResults(raw: unknown): Result[] {
  return readDataTypes(raw).map((data) => {
    const { name, format, description, value, properties } = data
    return {
      id: typeof data['id'] === 'string' ? data['id'] : name,
      name,
      label: readableName(name),
      description: description ?? '',
      kind: outputKind(format),
      ...(value && { url: value }),
      classes: fitting(properties?.['classes'], classSchema).map(
        ({ value: number, label, color, area, area_percentage: percent }) => ({
          value: number,
          label: label || `Class ${number}`,
          colour: color,
          ...(area !== undefined && { areaM2: area }),
          ...(percent !== undefined && { percent }),
        }),
      ),
      bands: fitting(properties?.['bands'], bandSchema),
      figures: Object.entries(properties ?? {}).flatMap(([key, figure]) =>
        typeof figure === 'number' && !toldElsewhere.includes(key) ? [{ label: readableName(key), value: figure }] : [],
      ),
      data,
    }
  })
}

/** What lies somewhere: the map can show it. */
export const isOnMap = ({ kind, url }: Pick<Result, 'kind' | 'url'>): boolean =>
  (kind === 'raster' || kind === 'vector') && Boolean(url)

function fitting<Item>(raw: unknown, schema: z.ZodType<Item>): Item[] {
  if (!Array.isArray(raw)) return []
  return raw.flatMap((item) => {
    const read = schema.safeParse(item)
    return read.success ? [read.data] : []
  })
}
