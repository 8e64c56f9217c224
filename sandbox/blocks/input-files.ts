import type { FeatureCollection, Polygon } from 'geojson'
import type { DataType } from '#src/contract/data-type.ts'
import type { AoiRow, AssetRow } from '#sandbox/database/tables.ts'
import type { Sandbox } from '#sandbox/sandbox.ts'
import type { RunOutput } from './run-output.ts'

/** A file of the data folder that holds one picture; `path` is absolute. */
export type RasterFile = { path: string; date: string | null; assetId: string | null }

/** What a raster input names: an earlier result, a mosaic by its asset, or by the scene it was cut from. */
export async function findRaster(sandbox: Sandbox, aoi: AoiRow, data: DataType): Promise<RasterFile | null> {
  const output = await earlierOutput(sandbox, aoi, data, 'raster')
  if (output) return { path: sandbox.files.path(output.file), date: null, assetId: null }
  const ready = readyRasters(sandbox, aoi)
  const id = data.asset_source?.id
  const sceneId = data.stac_url?.split('/').at(-1)
  const asset = id
    ? await ready.where('id', '=', id).executeTakeFirst()
    : sceneId
      ? await ready.where('scene_id', '=', sceneId).where('asset_type', '=', 'mosaic').executeTakeFirst()
      : undefined
  return asset ? fileOf(sandbox, asset) : null
}

/** All ready mosaics of the AOI between two days (inclusive), oldest first. */
export async function seriesOf(sandbox: Sandbox, aoi: AoiRow, from?: string, to?: string): Promise<RasterFile[]> {
  let rows = readyRasters(sandbox, aoi).where('asset_type', '=', 'mosaic')
  if (from) rows = rows.where('date', '>=', from.slice(0, 10))
  if (to) rows = rows.where('date', '<=', to.slice(0, 10))
  const found = await rows.orderBy('date').orderBy('id').execute()
  return found.map((asset) => fileOf(sandbox, asset))
}

/** Polygons: those an earlier block made (a file), or the outline of the AOI. */
export async function findVector(
  sandbox: Sandbox,
  aoi: AoiRow,
  data: DataType,
): Promise<string | FeatureCollection | null> {
  const output = await earlierOutput(sandbox, aoi, data, 'vector')
  if (output) return sandbox.files.path(output.file)
  if (data.asset_source?.id !== aoi.id) return null
  const geometry = JSON.parse(aoi.geometry_json) as Polygon
  return {
    type: 'FeatureCollection',
    features: [{ type: 'Feature', id: aoi.name, properties: { name: aoi.name }, geometry }],
  }
}

function readyRasters({ database }: Sandbox, aoi: AoiRow) {
  return database.query
    .selectFrom('assets')
    .selectAll()
    .where('aoi_id', '=', aoi.id)
    .where('status', '=', 'success')
    .where('file', 'is not', null)
}

function fileOf({ files }: Sandbox, asset: AssetRow): RasterFile {
  return { path: files.path(asset.file!), date: asset.date, assetId: asset.id }
}

/** An output of an insight of this AOI, or of a task: the one named in `asset_source.output`, else the first of its kind. */
async function earlierOutput(
  { database: { query } }: Sandbox,
  aoi: AoiRow,
  { asset_source: source }: DataType,
  kind: RunOutput['kind'],
) {
  if (!source) return null
  const insight = await query
    .selectFrom('insights')
    .select('output_json as json')
    .where('id', '=', source.id)
    .where('aoi_id', '=', aoi.id)
    .executeTakeFirst()
  const made =
    insight ??
    (await query.selectFrom('job_tasks').select('result_json as json').where('id', '=', source.id).executeTakeFirst())
  if (!made) return null
  const outputs = (JSON.parse(made.json) as RunOutput[]).filter((output) => output.kind === kind)
  return (
    outputs.find(({ name }) => name === source['output']) ??
    (source['output'] === undefined ? outputs[0] : undefined) ??
    null
  )
}
