import { momentSchema } from '#src/contract/timestamp.ts'
import { anyOf } from '#sandbox/database/conditions.ts'
import { invalidField, notFound, unknownId } from '#sandbox/errors.ts'
import { placeOrder } from '#sandbox/orders/place-order.ts'
import { orderItemView, orderView } from '#sandbox/orders/views.ts'
import { api } from './implement.ts'

const defaultLimit = 10

export const orderRoutes = {
  listOrders: api.orders.listOrders.handler(async ({ input, context: { sandbox } }) => {
    const { user_id, limit = defaultLimit, offset = 0 } = input.query
    const { query } = sandbox.database
    let rows = query.selectFrom('orders')
    if (user_id) rows = rows.where('user_id', '=', user_id)
    const { total } = await rows.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
    const orders = await rows
      .selectAll()
      .orderBy('created_at', 'desc')
      .orderBy('id')
      .limit(limit)
      .offset(offset)
      .execute()
    const ids = orders.map(({ id }) => id)
    const items = await query
      .selectFrom('order_items')
      .selectAll()
      .where('order_id', 'in', anyOf(ids))
      .orderBy('position')
      .execute()
    return {
      orders: orders.map((order) =>
        orderView(
          order,
          items.filter((item) => item.order_id === order.id),
        ),
      ),
      pagination: { limit, offset, total },
    }
  }),

  submitOrder: api.orders.submitOrder.handler(async ({ input: { body }, context: { sandbox } }) => {
    const { order, items } = await placeOrder(sandbox, body.order_items, body.dry_run ?? false)
    return orderView(order, items)
  }),

  getOrder: api.orders.getOrder.handler(async ({ input, context: { sandbox } }) => {
    const { query } = sandbox.database
    const order = await query.selectFrom('orders').selectAll().where('id', '=', input.params.id).executeTakeFirst()
    if (!order) throw notFound('order', input.params.id)
    const items = await query
      .selectFrom('order_items')
      .selectAll()
      .where('order_id', '=', order.id)
      .orderBy('position')
      .execute()
    return orderView(order, items)
  }),

  listOrderItems: api.orders.listOrderItems.handler(async ({ input, context: { sandbox } }) => {
    const { limit = defaultLimit, offset = 0, ...filters } = input.query
    const { query } = sandbox.database
    const several = (text: string) => anyOf(text.split(',').map((part) => part.trim()))
    let rows = query.selectFrom('order_items').innerJoin('orders', 'orders.id', 'order_items.order_id')
    if (filters.user_id) rows = rows.where('orders.user_id', '=', filters.user_id)
    if (filters.created_by) rows = rows.where('orders.user_id', '=', filters.created_by)
    if (filters.type) rows = rows.where('order_items.type', 'in', several(filters.type))
    if (filters.status) rows = rows.where('order_items.status', 'in', several(filters.status))
    if (filters.order_ids) rows = rows.where('order_items.order_id', 'in', several(filters.order_ids))
    if (filters.project_ids) rows = rows.where('order_items.project_id', 'in', several(filters.project_ids))
    if (filters.ids) rows = rows.where('order_items.id', 'in', several(filters.ids))
    if (filters.area) {
      const [least, most] = range(filters.area, 'area').map(Number)
      if (Number.isNaN(least) || Number.isNaN(most))
        throw invalidField('area', 'Give two numbers of square kilometres, such as 10,200.')
      rows = rows.where('order_items.area_km2', '>=', least!).where('order_items.area_km2', '<=', most!)
    }
    if (filters.created_at) {
      const [from, to] = range(filters.created_at, 'created_at')
      rows = rows
        .where('order_items.created_at', '>=', moment(from, 'T00:00:00.000Z'))
        .where('order_items.created_at', '<=', moment(to, 'T23:59:59.999Z'))
    }
    const { total } = await rows.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
    const items = await rows
      .selectAll('order_items')
      .orderBy('order_items.created_at', 'desc')
      .orderBy('order_items.id')
      .limit(limit)
      .offset(offset)
      .execute()
    const ids = items.map(({ id }) => id)
    const tasks = await query
      .selectFrom('order_tasks')
      .selectAll()
      .where('order_item_id', 'in', anyOf(ids))
      .orderBy('position')
      .execute()
    return {
      order_items: items.map((item) =>
        orderItemView(
          item,
          tasks.filter((task) => task.order_item_id === item.id),
        ),
      ),
      pagination: { limit, offset, total },
    }
  }),

  getOrderItem: api.orders.getOrderItem.handler(async ({ input, context: { sandbox } }) => {
    const { query } = sandbox.database
    const item = await query.selectFrom('order_items').selectAll().where('id', '=', input.params.id).executeTakeFirst()
    if (!item) throw unknownId('order item', input.params.id)
    const tasks = await query
      .selectFrom('order_tasks')
      .selectAll()
      .where('order_item_id', '=', item.id)
      .orderBy('position')
      .execute()
    return orderItemView(item, tasks)
  }),
}

/** A moment as it is stored, in UTC; of a day its first or last one. @throws 400 */
function moment(text: string, ofDay: string): string {
  const whole = /^\d{4}-\d{2}-\d{2}$/.test(text) ? text + ofDay : text
  if (!momentSchema.safeParse(whole).success)
    throw invalidField(
      'created_at',
      'Give two days (2026-05-06) or moments (2026-05-06T10:00:00Z) with a comma between.',
    )
  return new Date(whole).toISOString()
}

/** How ranges are written is not published: "from,to" and "from/to" are read, as both forms appear elsewhere in the API. */
function range(text: string, field: string): [string, string] {
  const [from, to, ...more] = text.split(/[,/]/).map((part) => part.trim())
  if (!from || !to || more.length > 0) throw invalidField(field, 'Give two values with a comma between.')
  return [from, to]
}
