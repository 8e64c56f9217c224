import * as z from 'zod'

/** `dynamic`: equal steps between the smallest and largest value. `theoretical`: fixed steps known for the index. */
export const visualizationModes = ['dynamic', 'theoretical'] as const
export const visualizationModeSchema = z.enum(visualizationModes)
export type VisualizationMode = z.infer<typeof visualizationModeSchema>

/** A day as legends and pictures of them write it: `2024_05_06`. */
export const legendDateSchema = z.string().regex(/^\d{4}_\d{2}_\d{2}$/, 'Give a day such as 2024_05_06.')

/** One class: its colour, its bounds in values of the index, and how much of the AOI is in it. */
export const legendItemSchema = z.object({
  color: z.string().nullish(),
  label: z.string().nullish(),
  min: z.number().nullish(),
  max: z.number().nullish(),
  /** No unit is published; the AOI's own area is in square metres, so is this in the sandbox. */
  area: z.number().nullish(),
  area_percentage: z.number().nullish(),
})

/** Classes by day, then by mode. */
export const visualizationMetadataSchema = z.object({
  legend: z
    .record(
      z.string(),
      z.object({ dynamic: z.array(legendItemSchema).nullish(), theoretical: z.array(legendItemSchema).nullish() }),
    )
    .nullish(),
})

/** In dynamic mode any value, or the whole list of a day, may be null: the service computes it. */
export const legendItemUpdateSchema = z.strictObject({
  color: z.string().nullish(),
  label: z.string().nullish(),
  min: z.number().nullish(),
  max: z.number().nullish(),
})
export type LegendItemUpdate = z.input<typeof legendItemUpdateSchema>

export const legendUpdateSchema = z
  .strictObject({
    visualization_mode: visualizationModeSchema,
    legend: z.record(legendDateSchema, z.array(legendItemUpdateSchema).nullable()),
    dynamic_bins: z.int().min(1).max(15).optional().meta({ description: 'Needed in dynamic mode' }),
  })
  .superRefine((update, issues) => {
    if (update.visualization_mode === 'dynamic') {
      if (update.dynamic_bins !== undefined) return
      issues.addIssue({ code: 'custom', path: ['dynamic_bins'], message: 'Say into how many classes, 1 to 15.' })
      return
    }
    for (const [date, items] of Object.entries(update.legend)) {
      const complete = items?.every((item) => typeof item.min === 'number' && typeof item.max === 'number')
      if (complete) continue
      issues.addIssue({ code: 'custom', path: ['legend', date], message: 'Fixed classes need bounds, min and max.' })
    }
  })
export type LegendUpdate = z.input<typeof legendUpdateSchema>
