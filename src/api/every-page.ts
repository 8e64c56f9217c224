const pageSize = 100
/** A wrong total must not keep the app asking for ever. */
const mostPages = 50

type PageOf<Item> = { items: readonly Item[]; total: number | null | undefined }

/**
 * All of a list that is paged by offset and limit. A page that is not full is the last one, whatever the total says. What
 * comes into the list meanwhile moves the rest by a place, so that a row may be read twice; it is given once.
 */
export async function everyPage<Item extends { id: string }>(
  ask: (page: { offset: number; limit: number }) => Promise<PageOf<Item>>,
): Promise<Item[]> {
  const found = new Map<string, Item>()
  let offset = 0
  for (let page = 0; page < mostPages; page++) {
    const { items, total } = await ask({ offset, limit: pageSize })
    offset += items.length
    for (const item of items) found.set(item.id, item)
    if (items.length < pageSize || (total != null && offset >= total)) break
  }
  return [...found.values()]
}
