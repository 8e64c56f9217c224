import type { Server } from './browser.ts'

type MadeAoi = { aoi: string; projectId: string; scenes: string[]; area: Box }
type Box = readonly [west: number, south: number, east: number, north: number]

/** An AOI of the clearest scenes over an area, prepared, for journeys that begin with one. */
export async function madeAoi(
  server: Server,
  {
    collection,
    area,
    name,
    scenes = 1,
    datetime,
  }: { collection: string; area: Box; name: string; scenes?: number; datetime?: string },
): Promise<MadeAoi> {
  const { projects } = await get<{ projects: { id: string }[] }>(server, '/v0/projects')
  const { satellites } = await get<{ satellites: SatelliteOf[] }>(server, '/v0/satellites')
  const satellite = satellites.find(({ collections }) => collections[0]?.id === collection)!
  const { features } = await post<{ features: { id: string }[] }>(server, '/v0/archives/search', {
    bbox: area,
    collections: [collection],
    sortby: [{ field: 'eo:cloud_cover', direction: 'asc' }],
    limit: scenes,
    ...(datetime && { datetime }),
  })
  const [west, south, east, north] = area
  const projectId = projects[0]!.id
  const { aoi_id: aoi } = await post<{ aoi_id: string }>(server, '/v0/aois', {
    name,
    description: 'made for a journey',
    satellite_id: satellite.id,
    provider: satellite.collections[0]!.provider,
    project_id: projectId,
    geometry: {
      type: 'Polygon',
      coordinates: [[[west, south], [east, south], [east, north], [west, north], [west, south]]], // prettier-ignore
    },
    item_ids: features.map(({ id }) => id),
  })
  await post(server, '/sandbox/settled', {})
  return { aoi, projectId, scenes: features.map(({ id }) => id), area }
}

/** Runs a block over an AOI to its end; gives the id of the insight. */
export async function madeInsight(
  server: Server,
  aoi: string,
  block: string,
  values: Record<string, string> = {},
): Promise<string> {
  const { assets } = await get<{ assets: { id: string; asset_type: string }[] }>(
    server,
    `/v0/aois/${aoi}/assets?limit=100`,
  )
  const mosaic = assets.find(({ asset_type: type }) => type === 'mosaic')!
  const { id } = await post<{ id: string }>(server, `/v0/aoi/${aoi}/insights`, {
    block: { name: block, version: '1.0.0' },
    input: [
      { name: 'input_image', format: 'raster', type: 'url', asset_source: { id: mosaic.id, type: 'raw_mosaic' } },
      ...Object.entries(values).map(([name, value]) => ({ name, value })),
    ],
    metadata: { block, block_version: '1.0.0' },
  })
  await post(server, '/sandbox/settled', {})
  return id
}

type SatelliteOf = { id: string; collections: { id: string; provider: string }[] }

async function get<Answer>(server: Server, path: string): Promise<Answer> {
  return answered(await fetch(server.url + path))
}

async function post<Answer>(server: Server, path: string, body: unknown): Promise<Answer> {
  const headers = { 'content-type': 'application/json' }
  return answered(await fetch(server.url + path, { method: 'POST', body: JSON.stringify(body), headers }))
}

async function answered<Answer>(response: Response): Promise<Answer> {
  if (!response.ok) throw new Error(`${response.url}: ${response.status} ${await response.text()}`)
  return (await response.json()) as Answer
}
