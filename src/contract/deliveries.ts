import * as z from 'zod'
import { givesOneIdList, idLists, oneIdListError } from './id-lists.ts'
import { openEnum } from './open-enum.ts'
import { operation } from './operation.ts'
import { listOf } from './page.ts'

/** Rests in SUCCESS or FAILED. */
export const deliveryStatuses = ['UNSPECIFIED', 'CREATED', 'IN_PROGRESS', 'SUCCESS', 'FAILED'] as const

/** A store and a folder in it. */
export const cloudDeliverySchema = z.strictObject({
  config: z.string().min(1).meta({ description: 'Id of a store' }),
  path: z.string().optional().meta({ description: 'Folder in the store' }),
})
export type CloudDelivery = z.infer<typeof cloudDeliverySchema>

/** The same in an answer, where an empty one may come. */
export const cloudDeliveryAnswerSchema = z.object({ config: z.string().nullish(), path: z.string().nullish() })

export const deliverySchema = z.object({
  delivery_id: z.string(),
  catalog_id: z.string().nullish(),
  /** Set only for deliveries that an order started by itself. */
  task_id: z.string().nullish(),
  status: openEnum(deliveryStatuses),
  // Sent as `cloud_info`, answered as `cloud_delivery`.
  cloud_delivery: cloudDeliveryAnswerSchema.nullish(),
  /** The file, below the folder of `cloud_delivery`. */
  target_path: z.string().nullish(),
  created_at: z.string().nullish(),
  created_by: z.string().nullish(),
  updated_at: z.string().nullish(),
  updated_by: z.string().nullish(),
})
export type Delivery = z.infer<typeof deliverySchema>

export const deliveryRequestSchema = z
  .strictObject({ ...idLists, cloud_info: cloudDeliverySchema })
  .refine(givesOneIdList, oneIdListError)
export type DeliveryRequest = z.input<typeof deliveryRequestSchema>

export const deliveryOperations = {
  // There is no get-one: ask the list for one `delivery_id`.
  listDeliveries: operation({
    method: 'GET',
    path: '/v0/catalogs/deliveries',
    operationId: 'ListDeliveries',
    tag: 'Catalog',
    summary: 'List deliveries',
    errors: [400, 409, 500],
  })
    .input(
      z
        .object({
          query: z
            .strictObject({
              delivery_id: z.string().optional(),
              catalog_id: z.string().optional(),
              task_id: z.string().optional(),
              order_item_id: z.string().optional(),
            })
            .prefault({}),
        })
        .prefault({}),
    )
    .output(z.object({ deliveries: listOf(deliverySchema) })),

  createDelivery: operation({
    method: 'POST',
    path: '/v0/catalogs/deliveries',
    operationId: 'CreateDelivery',
    tag: 'Catalog',
    summary: 'Send delivered pictures to a store, in the background',
    status: 201,
    errors: [400, 409, 500],
  })
    .input(z.object({ body: z.strictObject({ deliveries: z.array(deliveryRequestSchema).min(1) }) }))
    .output(z.object({ deliveries: listOf(deliverySchema) })),
}
