import type { Generated } from 'kysely'

/** The columns of schema.sql, as Kysely reads them. */
export type Tables = {
  settings: { key: string; value: string }
  projects: Stamped & { id: string; name: string; title: string; members_count: number }
  own_sensors: { id: string; collection: string; document: string }
  scenes: SceneRow
  scene_boxes: {
    id: number
    min_lng: number
    max_lng: number
    min_lat: number
    max_lat: number
    min_day: number
    max_day: number
    scene: number
  }
  aois: AoiRow
  assets: AssetRow
  indices: IndexRow
  visualizations: VisualizationRow
  bandsets: { id: string; name: string; description: string; captures: number; bands_json: string }
  orders: OrderRow
  order_items: OrderItemRow
  order_tasks: OrderTaskRow
  catalogs: Omit<CatalogRow, 'number'> & { number: Generated<number> }
  downloads: DownloadRow
  insights: InsightRow
  workflows: WorkflowRow
  jobs: JobRow
  job_tasks: JobTaskRow
  stores: StoreRow
  deliveries: DeliveryRow
  work: WorkTable
}

type Stamped = { created_at: string; updated_at: string }

export type SceneRow = {
  number: number
  id: string
  collection: string
  datetime_ms: number
  cloud_cover: number
  off_nadir: number
  sun_elevation: number
  sun_azimuth: number
  footprint_json: string
  epsg: number
  seed: number
  own_raster: string | null
  title: string | null
}

export type AoiRow = Stamped & {
  id: string
  name: string
  description: string
  satellite_id: string
  provider: string
  project_id: string
  geometry_json: string
  item_ids_json: string
  status: string
  progress: number
  area_sq_m: number
}

export type AssetRow = Stamped & {
  id: string
  aoi_id: string
  asset_type: string
  name: string
  description: string
  status: string
  progress: number
  date: string
  scene_id: string | null
  visualization_id: string | null
  file: string | null
  bands_json: string
  resolution_m: number
}

export type IndexRow = Stamped & {
  id: string
  satellite_id: string
  type: string
  name: string
  description: string
  expression: string
  expression_type: string
  rescale_json: string
  colormap: string
  bands_json: string
  theoretical_json: string | null
}

export type VisualizationRow = Stamped & {
  id: string
  aoi_id: string
  index_id: string
  source_asset_ids_json: string
  resolution_m: number | null
  status: string
  progress: number
  legend_json: string
  computed_legend_json: string
}

export type OrderRow = Stamped & {
  id: string
  user_id: string
  status: string
  total_amount: number
  transaction_id: string
  paid_at: string | null
}

export type OrderItemRow = Stamped & {
  id: string
  order_id: string
  position: number
  project_id: string
  type: string
  status: string
  area_km2: number
  request_json: string
  document: string
}

export type OrderTaskRow = Stamped & {
  id: string
  order_item_id: string
  position: number
  status: string
  delivery_status: string
  progress: number
  reason: string | null
  start_date: string
  end_date: string
  tokens_used: number
  strips: number
  scenes_json: string
}

export type CatalogRow = Stamped & {
  number: number
  id: string
  order_id: string
  order_item_id: string
  task_id: string
  project_id: string
  usecase: string
  bandset_id: string | null
  scene_id: string
  collection: string
  datetime_ms: number
  area_km2: number
  geometry_json: string
  folder: string
  delivery_status: string
}

export type DownloadRow = Stamped & {
  id: string
  kind: string
  subject_key: string
  subject_json: string
  status: string
  progress: number
  file: string | null
  reason: string | null
}

export type StoreRow = Stamped & {
  id: string
  name: string
  type: string
  bucket: string
  region: string
  path_prefix: string | null
  labels_json: string
  sealed_secrets: string
}

export type DeliveryRow = Stamped & {
  id: string
  catalog_id: string
  order_item_id: string
  task_id: string | null
  store_id: string
  path: string | null
  target_path: string
  status: string
  reason: string | null
}

export type InsightRow = Stamped & {
  id: string
  aoi_id: string
  project_id: string
  name: string
  block_name: string
  block_version: string
  status: string
  progress: number
  cost: number
  estimated_min: number
  err_msg: string | null
  input_json: string
  output_json: string
  metadata_json: string
  deleted_at: string | null
}

export type WorkflowRow = Stamped & {
  id: string
  project_id: string
  name: string
  description: string
  spec_json: string
}

export type JobRow = Stamped & {
  id: string
  workflow_id: string
  status: string
  cost: number
  estimated_s: number
  spec_json: string
  val_errors_json: string
  area_json: string
  finished_at: string | null
}

export type JobTaskRow = Stamped & {
  id: string
  job_id: string
  position: number
  node_id: string
  name: string
  depends_on_json: string
  status: string
  state_msg: string
  progress: number
  estimated_s: number
  inputs_json: string
  result_json: string
  logs_json: string
  err_msg: string | null
  failure_type: string | null
  started_at: string | null
  finished_at: string | null
}

type WorkTable = {
  id: Generated<number>
  kind: string
  subject_id: string
  state: Generated<'waiting' | 'running' | 'done' | 'failed'>
  not_before_ms: number
  attempts: Generated<number>
  error: string | null
  created_at: string
}
