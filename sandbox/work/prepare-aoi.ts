import type { Polygon } from 'geojson'
import { timestamp } from '#sandbox/clock.ts'
import { findScene } from '#sandbox/database/scene-search.ts'
import { findSensor } from '#sandbox/database/sensor-list.ts'
import type { ListedSensor } from '#sandbox/database/sensor-list.ts'
import { stableId } from '#sandbox/database/stable-id.ts'
import type { AoiRow, SceneRow } from '#sandbox/database/tables.ts'
import type { Sandbox } from '#sandbox/sandbox.ts'
import { workersAtMost } from './pixel-pool.ts'
import type { WorkHandler } from './queue.ts'
import { pixelsOver } from './scene-pixels.ts'

/** Cuts each chosen scene to the AOI: one mosaic asset for each, and the scene it came from beside it. */
export function prepareAoi(sandbox: Sandbox): WorkHandler {
  const { query } = sandbox.database
  const update = (id: string, values: { status?: string; progress?: number }) =>
    query
      .updateTable('aois')
      .set({ ...values, updated_at: timestamp(sandbox.clock) })
      .where('id', '=', id)
      .execute()

  return {
    async run(aoiId) {
      const aoi = await query.selectFrom('aois').selectAll().where('id', '=', aoiId).executeTakeFirstOrThrow()
      const sensor = findSensor(sandbox.database, aoi.satellite_id)
      if (!sensor) throw new Error('the satellite is gone')
      const itemIds = JSON.parse(aoi.item_ids_json) as string[]
      await update(aoiId, { status: 'running' })
      let failed = 0
      const done = itemIds.map(() => 0)
      const tell = (at: number, fraction: number) => {
        done[at] = fraction
        return update(aoiId, { progress: percent(done.reduce((sum, one) => sum + one, 0) / done.length) })
      }
      const waiting = itemIds.entries()
      const prepareInTurn = async () => {
        for (const [at, sceneId] of waiting) {
          const scene = findScene(sandbox.database, sceneId)
          const ok = scene !== undefined && (await prepareScene(aoi, scene, sensor, (fraction) => tell(at, fraction)))
          if (!ok) failed++
          await tell(at, 1)
        }
      }
      // As many as there are workers: more would keep other pictures waiting, and bring nothing.
      await Promise.all(Array.from({ length: workersAtMost }, prepareInTurn))
      const status = failed === 0 ? 'success' : failed < itemIds.length ? 'partial_success' : 'failed'
      await update(aoiId, { status, progress: 100 })
    },
    async fail(aoiId) {
      await update(aoiId, { status: 'failed' })
    },
  }

  async function prepareScene(
    aoi: AoiRow,
    scene: SceneRow,
    sensor: ListedSensor,
    onProgress: (fraction: number) => void,
  ) {
    // The same scene in the same AOI keeps its asset when the work is run again.
    const id = stableId('mosaic', aoi.id, scene.id)
    const done = await query
      .selectFrom('assets')
      .select('id')
      .where('id', '=', id)
      .where('status', '=', 'success')
      .executeTakeFirst()
    if (done) return true
    const now = timestamp(sandbox.clock)
    const file = `aois/${aoi.id}/${scene.id}.tif`
    const date = new Date(scene.datetime_ms).toISOString().slice(0, 10)
    const shared = {
      aoi_id: aoi.id,
      date,
      scene_id: scene.id,
      visualization_id: null,
      bands_json: JSON.stringify(sensor.bands.map(({ name }) => name)),
      resolution_m: sensor.gsdM,
      created_at: now,
      updated_at: now,
    }
    await query
      .insertInto('assets')
      .values([
        {
          ...shared,
          id,
          asset_type: 'mosaic',
          name: `${sensor.name} ${date}`,
          description: `${scene.id} cut to ${aoi.name}`,
          status: 'creating',
          progress: 0,
          file,
        },
        {
          ...shared,
          id: stableId('stac_item', aoi.id, scene.id),
          asset_type: 'stac_item',
          name: scene.id,
          description: 'The scene the mosaic was cut from',
          status: 'success',
          progress: 100,
          file: null,
        },
      ])
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute()
    const area = JSON.parse(aoi.geometry_json) as Polygon
    try {
      const over = await pixelsOver(scene, sensor, area, sandbox.files)
      if (!over) throw new Error('the scene has no pixels in the area')
      const metadata = {
        SCENE: scene.id,
        ACQUIRED: new Date(scene.datetime_ms).toISOString(),
        SATELLITE: sensor.name,
        PRODUCT_LEVEL: 'L2A',
      }
      const out = await sandbox.files.pathToWrite(file)
      const task = { kind: 'scene-raster', pixels: over.pixels, area, bands: null, metadata, out } as const
      const { validPixels } = await sandbox.pixels.run(task, {
        onProgress: (fraction) => {
          void onProgress(fraction)
          void setAsset({ progress: percent(fraction) })
        },
      })
      if (validPixels === 0) throw new Error('the scene has no valid pixel in the area')
      await setAsset({ status: 'success', progress: 100 })
      return true
    } catch (error) {
      await setAsset({ status: 'failed', description: error instanceof Error ? error.message : String(error) })
      return false
    }

    async function setAsset(values: { status?: string; progress?: number; description?: string }) {
      // A progress message that comes late must not set a finished asset back.
      const late = values.status === undefined
      await query
        .updateTable('assets')
        .set({ ...values, updated_at: timestamp(sandbox.clock) })
        .where('id', '=', id)
        .$if(late, (rows) => rows.where('status', '=', 'creating'))
        .execute()
    }
  }
}

const percent = (fraction: number) => Math.round(fraction * 100)
