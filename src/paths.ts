/** Every address of the app. Features link with these instead of importing each other. */
type Params = Record<string, string | number | readonly string[] | null | undefined>

function withQuery(path: string, params: Params = {}): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(params)) {
    if (value === null || value === undefined || value === '') continue
    const text = Array.isArray(value) ? value.join(',') : String(value)
    if (text) search.set(name, text)
  }
  const text = search.toString()
  return text ? `${path}?${text}` : path
}

export const paths = {
  explore: (params?: Params) => withQuery('/explore', params),
  scene: (collection: string, id: string, params?: Params) =>
    withQuery(`/explore/scenes/${encodeURIComponent(collection)}/${encodeURIComponent(id)}`, params),
  aois: (params?: Params) => withQuery('/aois', params),
  newAoi: (params?: Params) => withQuery('/aois/new', params),
  aoi: (id: string, params?: Params) => withQuery(`/aois/${encodeURIComponent(id)}`, params),
  /** The spectral desk: without a picture (or with one from disk), on an AOI's pictures, on a delivered picture. */
  desk: (params?: Params) => withQuery('/desk', params),
  aoiDesk: (id: string, params?: Params) => withQuery(`/aois/${encodeURIComponent(id)}/spectra`, params),
  catalogDesk: (id: string, params?: Params) => withQuery(`/catalog/${encodeURIComponent(id)}/spectra`, params),
  insights: (aoiId: string) => `/aois/${encodeURIComponent(aoiId)}/insights`,
  /** `block` and `version` say what is run; `like` names an insight whose inputs are taken over. */
  newInsight: (aoiId: string, params?: Params) => withQuery(`/aois/${encodeURIComponent(aoiId)}/insights/new`, params),
  insight: (aoiId: string, id: string, params?: Params) =>
    withQuery(`/aois/${encodeURIComponent(aoiId)}/insights/${encodeURIComponent(id)}`, params),
  indices: (params?: Params) => withQuery('/indices', params),
  cart: (params?: Params) => withQuery('/cart', params),
  newOrder: (params?: Params) => withQuery('/orders/new', params),
  orders: (params?: Params) => withQuery('/orders', params),
  order: (id: string) => `/orders/${encodeURIComponent(id)}`,
  orderItem: (id: string) => `/order-items/${encodeURIComponent(id)}`,
  catalogs: (params?: Params) => withQuery('/catalog', params),
  catalog: (id: string) => `/catalog/${encodeURIComponent(id)}`,
  workflows: (params?: Params) => withQuery('/workflows', params),
  workflow: (id: string, params?: Params) => withQuery(`/workflows/${encodeURIComponent(id)}`, params),
  job: (workflowId: string, id: string, params?: Params) =>
    withQuery(`/workflows/${encodeURIComponent(workflowId)}/jobs/${encodeURIComponent(id)}`, params),
  deliveries: (params?: Params) => withQuery('/deliveries', params),
  stores: (params?: Params) => withQuery('/stores', params),
  data: () => '/data',
  collections: () => '/data/collections',
  collection: (id: string) => `/data/collections/${encodeURIComponent(id)}`,
  satellites: () => '/data/satellites',
  blocks: (params?: Params) => withQuery('/data/blocks', params),
  block: (name: string, params?: Params) => withQuery(`/data/blocks/${encodeURIComponent(name)}`, params),
  settings: () => '/settings',
}
