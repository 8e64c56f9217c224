import * as z from 'zod'

const ids = z.array(z.string().min(1)).min(1)

/** Ids of what to deliver or download. Check the object they are in with `exactlyOneIdList`. */
export const catalogOrOrderItemIds = { catalog_ids: ids.optional(), order_item_ids: ids.optional() }

/**
 * The document marks both lists as required and says in the same breath to give only one. We follow the words: exactly
 * one of them.
 */
export const exactlyOneIdList = [
  (lists: { catalog_ids?: string[] | undefined; order_item_ids?: string[] | undefined }): boolean =>
    (lists.catalog_ids === undefined) !== (lists.order_item_ids === undefined),
  { path: ['catalog_ids'], error: 'Give either catalog_ids or order_item_ids.' },
] as const
