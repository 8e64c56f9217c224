import * as z from 'zod'
import { cloudDeliverySchema } from './deliveries.ts'
import { surfaceCollectionSchema } from './geojson.ts'
import { deliverySpeeds, recurrences } from './order-items.ts'
import { momentSchema } from './timestamp.ts'

const fields = z.strictObject({
  project_id: z.string().min(1),
  name: z.string().max(100).optional(),
  usecase: z.string().min(1),
  geometry: surfaceCollectionSchema,
  item_ids: z.array(z.string().min(1)).min(1).optional().meta({ description: 'Scenes; makes it an archive item' }),
  bandset: z.strictObject({ bandset_id: z.string().min(1) }).optional(),
  recurrence: z.enum(recurrences).optional(),
  start_date: momentSchema.optional().meta({ description: 'First day' }),
  end_date: momentSchema.optional().meta({ description: 'Day after the last' }),
  no_of_occurrences: z.int().min(0).optional(),
  cloud_cover: z.int().min(0).max(100).optional().meta({ default: 20, description: 'Percent, at most' }),
  off_nadir: z.int().min(0).max(90).optional().meta({ default: 20, description: 'Degrees, at most' }),
  delivery_speed: z.enum(deliverySpeeds).optional().meta({ default: 'STANDARD' }),
  cloud_delivery: cloudDeliverySchema.optional(),
})

/**
 * One wish of an order. The request does not say what it is: with `item_ids` it is an archive item, else a new picture,
 * once or again and again. The rules below are in the document only as words beside the fields.
 */
export const orderItemRequestSchema = fields.superRefine((item, issues) => {
  const wrong = (field: keyof typeof item, message: string) =>
    issues.addIssue({ code: 'custom', path: [field], message })

  if (item.item_ids) {
    if (item.bandset) wrong('bandset', 'An archive item takes the bands its scenes have; leave the bandset out.')
    return
  }
  if (!item.bandset) wrong('bandset', 'Give a bandset for a new picture, or item_ids for one of the archive.')
  if (!item.start_date) wrong('start_date', 'A new picture needs a start date.')
  if (!item.recurrence || item.recurrence === 'NOT_APPLICABLE') {
    wrong('recurrence', 'Say whether the picture is taken once, monthly, bimonthly or quarterly.')
    return
  }
  // 0 is what the document shows for "not counted".
  const counted = (item.no_of_occurrences ?? 0) > 0
  if (item.recurrence === 'ONCE') {
    if (!item.end_date) wrong('end_date', 'A picture taken once needs an end date.')
    if (counted && item.no_of_occurrences !== 1) wrong('no_of_occurrences', 'Once is one occurrence.')
  } else {
    if (!item.end_date && !counted) wrong('end_date', 'Give an end date or a number of occurrences.')
    if (item.end_date && counted) wrong('no_of_occurrences', 'Give an end date or a number of occurrences, not both.')
  }
  if (item.start_date && item.end_date && Date.parse(item.end_date) <= Date.parse(item.start_date)) {
    wrong('end_date', 'The end date is the day after the last: it lies after the start date.')
  }
})
export type OrderItemRequest = z.input<typeof orderItemRequestSchema>
