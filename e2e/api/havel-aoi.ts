import type { Aoi } from '#src/contract/aois.ts'
import type { Asset } from '#src/contract/assets.ts'
import type { Satellite } from '#src/contract/satellites.ts'
import { clearestScene, firstProjectId, potsdam, square } from './sandbox-fixture.ts'
import type { Desk } from './sandbox-fixture.ts'

export async function satelliteOf({ api }: Desk, collection: string): Promise<Satellite> {
  const { satellites } = await api.satellites.listSatellites()
  return satellites.find(({ collections }) => collections[0]!.id === collection)!
}

/** Asks for an AOI of two clear summer scenes of Sentinel-2: 800 m by 800 m. */
export async function askForAoi(desk: Desk): Promise<{ aoi: Aoi; sceneIds: string[] }> {
  const summers = ['2025-06-01T00:00:00Z/2026-09-01T00:00:00Z', '2022-06-01T00:00:00Z/2022-09-01T00:00:00Z']
  const scenes = await Promise.all(summers.map((period) => clearestScene(desk, 'sentinel-2-l2a', period)))
  const sceneIds = scenes.map(({ id }) => id)
  const { id } = await satelliteOf(desk, 'sentinel-2-l2a')
  const body = {
    name: 'Havel meadows Ω',
    description: 'Wet',
    satellite_id: id,
    provider: 'planetary' as const,
    project_id: await firstProjectId(desk),
    geometry: square(potsdam, 400),
    item_ids: sceneIds,
  }
  return { aoi: await desk.api.aois.createAoi({ body }), sceneIds }
}

export async function assetsOf({ api }: Desk, aoiId: string): Promise<Asset[]> {
  return (await api.assets.listAssets({ params: { aoi_id: aoiId }, query: { limit: 100 } })).assets
}
