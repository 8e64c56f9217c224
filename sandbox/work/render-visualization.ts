import type { LegendClass } from '#src/formula/presets/preset.ts'
import { timestamp } from '#sandbox/clock.ts'
import { anyOf } from '#sandbox/database/conditions.ts'
import { stableId } from '#sandbox/database/stable-id.ts'
import type { AssetRow, IndexRow, VisualizationRow } from '#sandbox/database/tables.ts'
import type { Sandbox } from '#sandbox/sandbox.ts'
import { countAreas, defaultBins, dynamicClasses, legendDate, openEnded } from '#sandbox/visualizations/legend.ts'
import type { Legend } from '#sandbox/visualizations/legend.ts'
import type { WorkHandler } from './queue.ts'

/** Computes an index over the mosaics of an AOI: a float32 raster for each, and the legend of each day. */
export function renderVisualization(sandbox: Sandbox): WorkHandler {
  const { query } = sandbox.database
  const update = (id: string, values: Partial<VisualizationRow>) =>
    query
      .updateTable('visualizations')
      .set({ ...values, updated_at: timestamp(sandbox.clock) })
      .where('id', '=', id)
      .execute()

  return {
    async run(id) {
      const visualization = await query
        .selectFrom('visualizations')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
      // Made already, but the process died before the queue wrote that down: its classes may have been changed since.
      if (visualization.status !== 'creating') return
      const index = await query
        .selectFrom('indices')
        .selectAll()
        .where('id', '=', visualization.index_id)
        .executeTakeFirstOrThrow()
      const sourceIds = JSON.parse(visualization.source_asset_ids_json) as string[]
      const sources = await query
        .selectFrom('assets')
        .selectAll()
        .where('id', 'in', anyOf(sourceIds))
        .where('status', '=', 'success')
        .orderBy('date')
        .execute()
      const ranges = new Map<string, { min: number; max: number }>()
      let failed = 0
      for (const [done, source] of sources.entries()) {
        const report = (fraction: number) =>
          void update(id, { progress: Math.round(((done + fraction) / sources.length) * 100) })
        const range = await renderOne(visualization, index, source, report).catch(() => null)
        if (!range) {
          failed++
          continue
        }
        const known = ranges.get(source.date)
        ranges.set(
          source.date,
          known ? { min: Math.min(known.min, range.min), max: Math.max(known.max, range.max) } : range,
        )
      }
      if (ranges.size === 0) throw new Error('no mosaic has a value of this index')
      const legend: Legend = {}
      for (const [date, range] of ranges) {
        legend[legendDate(date)] = await computeLegend(sandbox, id, index, date, range)
      }
      const legendJson = JSON.stringify(legend)
      await update(id, {
        status: failed > 0 ? 'partial_success' : 'success',
        progress: 100,
        legend_json: legendJson,
        computed_legend_json: legendJson,
      })
    },
    async fail(id) {
      await update(id, { status: 'failed' })
    },
  }

  async function renderOne(
    visualization: VisualizationRow,
    index: IndexRow,
    source: AssetRow,
    onProgress: (fraction: number) => void,
  ) {
    const id = stableId('visualization-asset', visualization.id, source.id)
    const file = `aois/${visualization.aoi_id}/visualizations/${visualization.id}/${source.scene_id}.tif`
    const now = timestamp(sandbox.clock)
    const row: AssetRow = {
      id,
      aoi_id: visualization.aoi_id,
      asset_type: 'visualization',
      name: `${index.name} ${source.date}`,
      description: index.expression,
      status: 'creating',
      progress: 0,
      date: source.date,
      scene_id: source.scene_id,
      visualization_id: visualization.id,
      file,
      bands_json: JSON.stringify([index.name]),
      resolution_m: source.resolution_m,
      created_at: now,
      updated_at: now,
    }
    await query
      .insertInto('assets')
      .values(row)
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute()
    try {
      const task = {
        kind: 'formula-raster',
        source: sandbox.files.path(source.file!),
        expression: index.expression,
        composite: index.expression_type === 'composite',
        out: await sandbox.files.pathToWrite(file),
      } as const
      const result = await sandbox.pixels.run(task, { onProgress })
      if (result.validPixels === 0) throw new Error('the index has no value here')
      await query.updateTable('assets').set({ status: 'success', progress: 100 }).where('id', '=', id).execute()
      return result
    } catch (error) {
      await query
        .updateTable('assets')
        .set({ status: 'failed', description: String(error) })
        .where('id', '=', id)
        .execute()
      throw error
    }
  }
}

/** The raster files of one day of a visualization, absolute. */
export async function rastersOf(
  { database, files }: Sandbox,
  visualizationId: string,
  date: string,
): Promise<string[]> {
  const rows = await database.query
    .selectFrom('assets')
    .select('file')
    .where('visualization_id', '=', visualizationId)
    .where('date', '=', date)
    .where('status', '=', 'success')
    .execute()
  return rows.flatMap(({ file }) => (file ? [files.path(file)] : []))
}

/** Preset indices have both modes, custom ones the dynamic only, composites and single bands none. */
async function computeLegend(
  sandbox: Sandbox,
  id: string,
  index: IndexRow,
  date: string,
  { min, max }: { min: number; max: number },
) {
  if (index.expression_type !== 'index') return {}
  const theoretical = index.theoretical_json ? (JSON.parse(index.theoretical_json) as LegendClass[]) : null
  const sets = [
    dynamicClasses(min, max, defaultBins, index.colormap),
    ...(theoretical ? [openEnded(theoretical, min, max)] : []),
  ]
  const counted = await countAreas(sandbox, await rastersOf(sandbox, id, date), sets)
  return { dynamic: counted.sets[0]!, ...(counted.sets[1] && { theoretical: counted.sets[1] }) }
}
