import { anyOf } from '#sandbox/database/conditions.ts'
import type { CatalogRow } from '#sandbox/database/tables.ts'
import { quote } from '#sandbox/errors.ts'
import type { FieldProblem } from '#sandbox/errors.ts'
import type { Sandbox } from '#sandbox/sandbox.ts'

/** The delivered pictures that a request names, by their own ids or by those of order items. */
export async function chosenCatalogs(
  { database }: Sandbox,
  { catalog_ids, order_item_ids }: { catalog_ids?: string[] | undefined; order_item_ids?: string[] | undefined },
  prefix = '',
): Promise<{ catalogs: CatalogRow[]; problems: FieldProblem[] }> {
  const byItem = catalog_ids === undefined
  const asked = [...new Set(catalog_ids ?? order_item_ids ?? [])]
  const column = byItem ? 'order_item_id' : 'id'
  const catalogs = await database.query
    .selectFrom('catalogs')
    .selectAll()
    .where(column, 'in', anyOf(asked))
    .orderBy('id')
    .execute()
  const known = new Set(catalogs.map((row) => row[column]))
  const problems = asked.flatMap((id, i) => {
    if (known.has(id)) return []
    const what = byItem ? 'No delivered picture belongs to the order item' : 'No delivered picture has the id'
    return [{ field: `${prefix}${byItem ? 'order_item_ids' : 'catalog_ids'}[${i}]`, reason: `${what} ${quote(id)}.` }]
  })
  return { catalogs, problems }
}
