import * as z from 'zod'
import { operation } from './operation.ts'
import { orderItemSchema, orderItemStatuses } from './order-items.ts'
import { orderItemRequestSchema } from './order-item-request.ts'
import { openEnum } from './open-enum.ts'
import { listOf, pageQuery, paginationSchema } from './page.ts'

/** Of the payment; whether pictures came is for each order item to say. */
export const orderStatuses = ['UNPAID', 'PAYMENT_IN_PROGRESS', 'PAID', 'REFUND'] as const

export const orderSchema = z.object({
  id: z.string(),
  status: openEnum(orderStatuses).nullish(),
  /** In tokens, the unit of `base_amount` and `final_amount` of its items. */
  total_amount: z.number().nullish(),
  transaction_id: z.string().nullish(),
  /** Empty until paid. */
  paid_at: z.string().nullish(),
  org_id: z.string().nullish(),
  user_id: z.string().nullish(),
  created_at: z.string().nullish(),
  created_by: z.string().nullish(),
  updated_at: z.string().nullish(),
  updated_by: z.string().nullish(),
  order_items: listOf(orderItemSchema),
})
export type Order = z.infer<typeof orderSchema>

/** An order as it is answered when submitted. A dry run is a quote: nothing is kept, so it may have no ids. */
export const submittedOrderSchema = orderSchema.extend({
  id: z.string().nullish(),
  order_items: listOf(
    orderItemSchema.extend({ id: z.string().nullish(), status: openEnum(orderItemStatuses).nullish() }),
  ),
})
export type SubmittedOrder = z.infer<typeof submittedOrderSchema>

export const orderRequestSchema = z.strictObject({
  dry_run: z.boolean().optional().meta({ default: false, description: 'Only tell the price; nothing is ordered' }),
  order_items: z.array(orderItemRequestSchema).min(1),
})

export const orderOperations = {
  listOrders: operation({
    method: 'GET',
    path: '/v0/orders',
    operationId: 'ListOrders',
    tag: 'Order',
    summary: 'List the orders of the workspace',
    errors: [400, 403, 500],
  })
    .input(
      z.object({ query: z.strictObject({ user_id: z.string().optional(), ...pageQuery() }).prefault({}) }).prefault({}),
    )
    .output(z.object({ orders: listOf(orderSchema), pagination: paginationSchema.nullish() })),

  submitOrder: operation({
    method: 'POST',
    path: '/v0/orders',
    operationId: 'SubmitOrder',
    tag: 'Order',
    summary: 'Order pictures to be taken or out of the archive, or ask what they cost',
    status: 201,
    errors: [400, 403, 500],
  })
    .input(z.object({ body: orderRequestSchema }))
    .output(submittedOrderSchema),

  getOrder: operation({
    method: 'GET',
    path: '/v0/orders/{id}',
    operationId: 'GetOrderById',
    tag: 'Order',
    summary: 'Get one order with its items',
    errors: [400, 404, 409, 500],
  })
    .input(z.object({ params: z.object({ id: z.string().min(1) }) }))
    .output(orderSchema),

  // How several values and the ranges of `created_at` and `area` are written is not published: they stay plain strings.
  listOrderItems: operation({
    method: 'GET',
    path: '/v0/order-items',
    operationId: 'ListOrderItems',
    tag: 'Order',
    summary: 'List order items',
    errors: [400, 403, 500],
  })
    .input(
      z
        .object({
          query: z
            .strictObject({
              user_id: z.string().optional(),
              type: z.string().optional(),
              status: z.string().optional(),
              order_ids: z.string().optional(),
              created_by: z.string().optional(),
              created_at: z.string().optional().meta({ description: 'A range of moments' }),
              project_ids: z.string().optional(),
              ids: z.string().optional(),
              area: z.string().optional().meta({ description: 'A range of square kilometres' }),
              ...pageQuery(),
            })
            .prefault({}),
        })
        .prefault({}),
    )
    .output(z.object({ order_items: listOf(orderItemSchema), pagination: paginationSchema.nullish() })),

  // No 404 is declared.
  getOrderItem: operation({
    method: 'GET',
    path: '/v0/order-items/{id}',
    operationId: 'GetOrderItemById',
    tag: 'Order',
    summary: 'Get one order item with its tasks',
    errors: [400, 403, 500],
  })
    .input(z.object({ params: z.object({ id: z.string().min(1) }) }))
    .output(orderItemSchema),
}
