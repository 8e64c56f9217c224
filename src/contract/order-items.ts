import * as z from 'zod'
import { bandsetBandSchema } from './bandsets.ts'
import { cloudDeliveryAnswerSchema, deliveryStatuses } from './deliveries.ts'
import { openEnum } from './open-enum.ts'

export const orderItemTypes = ['TASKING', 'ARCHIVE', 'RECURRING'] as const
/** Rests in FULFILLED, PARTIALLY_FULFILLED, FAILED or CANCELLED. */
export const orderItemStatuses = ['DRAFT', 'ACTIVE', 'FULFILLED', 'PARTIALLY_FULFILLED', 'FAILED', 'CANCELLED'] as const
export const paymentStatuses = ['UNPAID', 'PAID', 'PARTIAL-REFUND', 'REFUND', 'PARTIAL-MONTHLY'] as const
/** How likely the picture can be taken. Changes with time. */
export const feasibilityStatuses = ['NOT_APPLICABLE', 'UNSPECIFIED', 'FAILED', 'WEAK_SUCCESS', 'SUCCESS'] as const
export const imageTypes = ['VNIR', 'SWIR', 'VSWIR'] as const
/** The guide also speaks of WEEKLY, which the list of words has not. NOT_APPLICABLE belongs to archive items. */
export const recurrences = ['ONCE', 'MONTHLY', 'BIMONTHLY', 'QUARTERLY', 'NOT_APPLICABLE'] as const
export const deliverySpeeds = ['STANDARD', 'NOT_APPLICABLE'] as const
/** As those of an order item, with SUBMITTED and IN_PROGRESS on the way, and EXPIRED as one more end. */
export const taskStatuses = [
  'DRAFT',
  'SUBMITTED',
  'IN_PROGRESS',
  'FULFILLED',
  'PARTIALLY_FULFILLED',
  'FAILED',
  'CANCELLED',
  'EXPIRED',
] as const
/** The schema names one list of words and the field names another: both are read. */
export const taskDeliveryStatuses = [...deliveryStatuses, 'PENDING', 'SUCCESSFUL', 'NOT_APPLICABLE'] as const

/** The part of an order item that is worked on at once: one for each capture of a recurring item. */
export const taskSchema = z.object({
  id: z.string(),
  order_item_id: z.string().nullish(),
  type: openEnum(['ARCHIVE', 'TASKING']).nullish(),
  status: openEnum(taskStatuses),
  /** Written day first (25-05-2024), unlike every other date. */
  start_date: z.string().nullish(),
  end_date: z.string().nullish(),
  delivery_status: openEnum(taskDeliveryStatuses).nullish(),
  number_of_strips: z.number().nullish(),
  tokens_used: z.number().nullish(),
  transaction_id: z.string().nullish(),
  created_at: z.string().nullish(),
  created_by: z.string().nullish(),
  updated_at: z.string().nullish(),
  updated_by: z.string().nullish(),
})
export type Task = z.infer<typeof taskSchema>

/** Something that makes the price higher or lower. */
export const upliftSchema = z.object({
  title: z.string().nullish(),
  subtitle: z.string().nullish(),
  percentage: z.number().nullish(),
  amount: z.number().nullish(),
  /** The scene it is for, in archive items. */
  item_id: z.string().nullish(),
})

export const orderItemSchema = z.object({
  id: z.string(),
  order_id: z.string().nullish(),
  name: z.string().nullish(),
  project_id: z.string().nullish(),
  org_id: z.string().nullish(),
  user_id: z.string().nullish(),
  type: openEnum(orderItemTypes).nullish(),
  status: openEnum(orderItemStatuses),
  payment_status: openEnum(paymentStatuses).nullish(),
  usecase: z.string().nullish(),
  /** Square kilometres, measured in UTM. */
  area: z.number().nullish(),
  base_amount: z.number().nullish(),
  final_amount: z.number().nullish(),
  uplifts: z.array(upliftSchema).nullish(),
  tokens_used: z.number().nullish(),
  transaction_id: z.string().nullish(),
  feasibility_status: openEnum(feasibilityStatuses).nullish(),
  last_feasibility_check: z.string().nullish(),
  recurrence: openEnum(recurrences).nullish(),
  /** The first day. */
  start_date: z.string().nullish(),
  /** The day after the last. */
  end_date: z.string().nullish(),
  no_of_occurrences: z.number().nullish(),
  occurrences: z.array(z.object({ start: z.string().nullish(), end: z.string().nullish() })).nullish(),
  /** Percent, at most. */
  cloud_cover: z.number().nullish(),
  /** Degrees, at most. */
  off_nadir: z.number().nullish(),
  delivery_speed: openEnum(deliverySpeeds).nullish(),
  image_type: openEnum(imageTypes).nullish(),
  bandset: z
    .object({
      bandset_id: z.string().nullish(),
      bands: z.array(bandsetBandSchema).nullish(),
      /** Not explained anywhere: lists of whole numbers. */
      custom: z.array(z.array(z.number())).nullish(),
    })
    .nullish(),
  number_of_bands: z.number().nullish(),
  /** The scenes of an archive item; what their geometry looks like is not published. */
  images: z.array(z.object({ item_id: z.string().nullish(), geometry: z.unknown().optional() })).nullish(),
  cloud_delivery: cloudDeliveryAnswerSchema.nullish(),
  // The next two are declared for lists of items and for one item, not for the items inside an order.
  tasks: z.array(taskSchema).nullish(),
  /** Field to what is wrong with it. */
  validation_errors: z.array(z.record(z.string(), z.array(z.string()))).nullish(),
  created_at: z.string().nullish(),
  created_by: z.string().nullish(),
  updated_at: z.string().nullish(),
  updated_by: z.string().nullish(),
})
export type OrderItem = z.infer<typeof orderItemSchema>
