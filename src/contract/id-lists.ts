import * as z from 'zod'

const ids = z.array(z.string().min(1)).min(1)

/**
 * What to deliver or download. The document marks both lists as required and says in the same breath to give only one.
 * We follow the words: exactly one of them.
 */
export const idLists = { catalog_ids: ids.optional(), order_item_ids: ids.optional() }

export function givesOneIdList(given: { catalog_ids?: string[] | undefined; order_item_ids?: string[] | undefined }) {
  return (given.catalog_ids === undefined) !== (given.order_item_ids === undefined)
}

export const oneIdListError = { path: ['catalog_ids'], error: 'Give either catalog_ids or order_item_ids.' }
