import * as z from 'zod'

// The document types the JSON that blocks, insights, workflows and jobs pass around (`inputs`, `spec`, `result`, …) as
// lists of integers: its generator shows raw bytes. The guide shows ordinary JSON. Answers take it as it comes
// (`z.unknown()`), so that no surprise in it loses a list; `readDataTypes` finds the data in it.

/** Something a block takes or gives: a raster, a date, a number, a text. */
export const dataTypeSchema = z.looseObject({
  name: z.string(),
  /** What it is: `raster` and `date` are known. */
  format: z.string().nullish(),
  /** How `value` is written: `url`, `string` and `number` are known. */
  type: z.string().nullish(),
  description: z.string().nullish(),
  /** What is asked of it; `bands` lists the bands a raster must have. */
  properties: z.record(z.string(), z.unknown()).nullish(),
  /** Always text, for numbers too. */
  value: z.string().nullish(),
  /** The scene a raster comes from. */
  stac_url: z.string().nullish(),
  /** The asset of the AOI a raster is read from; `type` is `raw_mosaic` there. */
  asset_source: z.looseObject({ id: z.string(), type: z.string().nullish() }).nullish(),
})
export type DataType = z.infer<typeof dataTypeSchema>

/**
 * The data in such raw JSON: a list as the guide shows it, or an object from names to data. Whatever is neither is left
 * out; an empty list comes back when nothing can be read.
 */
export function readDataTypes(raw: unknown): DataType[] {
  if (typeof raw !== 'object' || raw === null) return []
  const candidates: unknown[] = Array.isArray(raw)
    ? raw
    : Object.entries(raw).map(([name, data]) =>
        typeof data === 'object' && data !== null ? { name, ...data } : undefined,
      )
  return candidates.flatMap((candidate) => {
    const read = dataTypeSchema.safeParse(candidate)
    return read.success ? [read.data] : []
  })
}
