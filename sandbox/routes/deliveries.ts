import { randomUUID } from 'node:crypto'
import type { CloudDelivery } from '#src/contract/deliveries.ts'
import type { CatalogRow, DeliveryRow } from '#sandbox/database/tables.ts'
import { pathProblem } from '#sandbox/deliveries/object-path.ts'
import { startDelivery } from '#sandbox/deliveries/start-delivery.ts'
import { invalidFields, quote } from '#sandbox/errors.ts'
import type { FieldProblem } from '#sandbox/errors.ts'
import { workspace } from '#sandbox/sandbox.ts'
import { chosenCatalogs } from './chosen-catalogs.ts'
import { api } from './implement.ts'

export const deliveryRoutes = {
  listDeliveries: api.deliveries.listDeliveries.handler(async ({ input, context: { sandbox } }) => {
    const { delivery_id, catalog_id, task_id, order_item_id } = input.query
    let rows = sandbox.database.query.selectFrom('deliveries').selectAll()
    if (delivery_id) rows = rows.where('id', '=', delivery_id)
    if (catalog_id) rows = rows.where('catalog_id', '=', catalog_id)
    if (task_id) rows = rows.where('task_id', '=', task_id)
    if (order_item_id) rows = rows.where('order_item_id', '=', order_item_id)
    return { deliveries: (await rows.orderBy('created_at', 'desc').orderBy('id').execute()).map(deliveryView) }
  }),

  createDelivery: api.deliveries.createDelivery.handler(async ({ input: { body }, context: { sandbox } }) => {
    const { query } = sandbox.database
    const problems: FieldProblem[] = []
    const wanted: { catalog: CatalogRow; target: CloudDelivery }[] = []
    for (const [i, { cloud_info: target, ...ids }] of body.deliveries.entries()) {
      const field = `deliveries[${i}]`
      const store = await query.selectFrom('stores').select('id').where('id', '=', target.config).executeTakeFirst()
      if (!store)
        problems.push({ field: `${field}.cloud_info.config`, reason: `No store has the id ${quote(target.config)}.` })
      const badPath = pathProblem(target.path ?? '')
      if (badPath) problems.push({ field: `${field}.cloud_info.path`, reason: badPath })
      const chosen = await chosenCatalogs(sandbox, ids, `${field}.`)
      problems.push(...chosen.problems)
      wanted.push(...chosen.catalogs.map((catalog) => ({ catalog, target })))
    }
    if (problems.length > 0) throw invalidFields(problems)
    const deliveries = await query.transaction().execute(async (trx) => {
      const rows: DeliveryRow[] = []
      for (const { catalog, target } of wanted)
        rows.push(await startDelivery(sandbox, trx, { id: randomUUID(), catalog, taskId: null, target }))
      return rows
    })
    sandbox.queue.wake()
    return { deliveries: deliveries.map(deliveryView) }
  }),
}

function deliveryView({
  id,
  catalog_id,
  task_id,
  status,
  store_id,
  path,
  target_path,
  created_at,
  updated_at,
}: DeliveryRow) {
  return {
    delivery_id: id,
    catalog_id,
    task_id,
    status,
    cloud_delivery: { config: store_id, path },
    target_path,
    created_at,
    created_by: workspace.userId,
    updated_at,
    updated_by: workspace.userId,
  }
}
