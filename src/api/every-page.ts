const pageSize = 100
/** A wrong total must not keep the app asking for ever. */
const mostPages = 50

type PageOf<Item> = { items: readonly Item[]; total: number | null | undefined }

/** All of a list that is paged by offset and limit. A page that is not full is the last one, whatever the total says. */
export async function everyPage<Item>(
  ask: (page: { offset: number; limit: number }) => Promise<PageOf<Item>>,
): Promise<Item[]> {
  const found: Item[] = []
  for (let page = 0; page < mostPages; page++) {
    const { items, total } = await ask({ offset: found.length, limit: pageSize })
    found.push(...items)
    if (items.length < pageSize || (total != null && found.length >= total)) break
  }
  return found
}
