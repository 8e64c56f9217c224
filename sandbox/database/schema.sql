-- The sandbox's whole state. Times are RFC 3339 text in UTC unless the name ends in _ms (epoch milliseconds).
-- Columns exist for what is filtered, joined or updated; the rest of a record is JSON in `document` or a *_json column.

CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE projects (
  id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE, title TEXT NOT NULL, members_count INTEGER NOT NULL,
  created_at TEXT NOT NULL, updated_at TEXT NOT NULL
);

-- Sensors that came with users' own files; the built-in ones are code (earth/sensors.ts).
CREATE TABLE own_sensors (id TEXT PRIMARY KEY, collection TEXT NOT NULL UNIQUE, document TEXT NOT NULL);

CREATE TABLE scenes (
  number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, collection TEXT NOT NULL, datetime_ms INTEGER NOT NULL,
  cloud_cover REAL NOT NULL, off_nadir REAL NOT NULL, sun_elevation REAL NOT NULL, sun_azimuth REAL NOT NULL,
  footprint_json TEXT NOT NULL, epsg INTEGER NOT NULL, seed INTEGER NOT NULL,
  -- a user's own GeoTIFF: the COG's name under the data folder, and its title; NULL for computed scenes
  own_raster TEXT, title TEXT
);
CREATE INDEX scenes_by_collection ON scenes (collection, datetime_ms DESC, id);
CREATE INDEX scenes_by_date ON scenes (datetime_ms DESC, id);

-- Time is the third dimension, so that one look-up narrows by place and period. A footprint over the
-- antimeridian has two boxes, hence `scene` beside the box's own id.
CREATE VIRTUAL TABLE scene_boxes USING rtree (id, min_lng, max_lng, min_lat, max_lat, min_day, max_day, +scene INTEGER);

CREATE TABLE aois (
  id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE, description TEXT NOT NULL, satellite_id TEXT NOT NULL, provider TEXT NOT NULL,
  project_id TEXT NOT NULL REFERENCES projects (id), geometry_json TEXT NOT NULL, item_ids_json TEXT NOT NULL,
  status TEXT NOT NULL, progress REAL NOT NULL DEFAULT 0, area_sq_m REAL NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL
);

CREATE TABLE assets (
  id TEXT PRIMARY KEY, aoi_id TEXT NOT NULL REFERENCES aois (id), asset_type TEXT NOT NULL, name TEXT NOT NULL, description TEXT NOT NULL,
  status TEXT NOT NULL, progress REAL NOT NULL DEFAULT 0, date TEXT NOT NULL, scene_id TEXT, visualization_id TEXT, file TEXT,
  bands_json TEXT NOT NULL, resolution_m REAL NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL
);
CREATE INDEX assets_by_aoi ON assets (aoi_id, date DESC, id);

CREATE TABLE indices (
  id TEXT PRIMARY KEY, satellite_id TEXT NOT NULL, type TEXT NOT NULL, name TEXT NOT NULL, description TEXT NOT NULL,
  expression TEXT NOT NULL, expression_type TEXT NOT NULL, rescale_json TEXT NOT NULL, colormap TEXT NOT NULL, bands_json TEXT NOT NULL,
  theoretical_json TEXT, created_at TEXT NOT NULL, updated_at TEXT NOT NULL, UNIQUE (satellite_id, name)
);

CREATE TABLE visualizations (
  id TEXT PRIMARY KEY, aoi_id TEXT NOT NULL REFERENCES aois (id), index_id TEXT NOT NULL REFERENCES indices (id),
  source_asset_ids_json TEXT NOT NULL, resolution_m REAL, status TEXT NOT NULL, progress REAL NOT NULL DEFAULT 0,
  -- date -> mode -> classes, as last saved and as first computed (what a roll-back returns to)
  legend_json TEXT NOT NULL DEFAULT '{}', computed_legend_json TEXT NOT NULL DEFAULT '{}',
  created_at TEXT NOT NULL, updated_at TEXT NOT NULL, UNIQUE (aoi_id, index_id)
);

CREATE TABLE bandsets (id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE, description TEXT NOT NULL, captures INTEGER NOT NULL, bands_json TEXT NOT NULL);

CREATE TABLE orders (
  id TEXT PRIMARY KEY, user_id TEXT NOT NULL, status TEXT NOT NULL, total_amount REAL NOT NULL, transaction_id TEXT NOT NULL,
  paid_at TEXT, created_at TEXT NOT NULL, updated_at TEXT NOT NULL
);
CREATE INDEX orders_by_date ON orders (created_at DESC, id);

-- `document` is the item as the API shows it, without status, tasks and times; `request_json` is what was asked for.
CREATE TABLE order_items (
  id TEXT PRIMARY KEY, order_id TEXT NOT NULL REFERENCES orders (id), position INTEGER NOT NULL, project_id TEXT NOT NULL, type TEXT NOT NULL,
  status TEXT NOT NULL, area_km2 REAL NOT NULL, request_json TEXT NOT NULL, document TEXT NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL
);
CREATE INDEX order_items_by_order ON order_items (order_id, position);
CREATE INDEX order_items_by_date ON order_items (created_at DESC, id);

CREATE TABLE order_tasks (
  id TEXT PRIMARY KEY, order_item_id TEXT NOT NULL REFERENCES order_items (id), position INTEGER NOT NULL, status TEXT NOT NULL,
  delivery_status TEXT NOT NULL, progress REAL NOT NULL DEFAULT 0, reason TEXT, start_date TEXT NOT NULL, end_date TEXT NOT NULL,
  tokens_used REAL NOT NULL, strips INTEGER NOT NULL, scenes_json TEXT NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL
);
CREATE INDEX order_tasks_by_item ON order_tasks (order_item_id, position);

CREATE TABLE catalogs (
  number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, order_id TEXT NOT NULL, order_item_id TEXT NOT NULL, task_id TEXT NOT NULL,
  project_id TEXT NOT NULL, usecase TEXT NOT NULL, bandset_id TEXT, scene_id TEXT NOT NULL, collection TEXT NOT NULL, datetime_ms INTEGER NOT NULL,
  area_km2 REAL NOT NULL, geometry_json TEXT NOT NULL, folder TEXT NOT NULL,
  delivery_status TEXT NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL
);
CREATE INDEX catalogs_by_item ON catalogs (order_item_id);
CREATE INDEX catalogs_by_date ON catalogs (created_at DESC, id);

-- All five ways of preparing a file. `subject_key` makes the start-and-ask PUTs find their running download again.
CREATE TABLE downloads (
  id TEXT PRIMARY KEY, kind TEXT NOT NULL, subject_key TEXT NOT NULL, subject_json TEXT NOT NULL, status TEXT NOT NULL,
  progress REAL NOT NULL DEFAULT 0, file TEXT, reason TEXT, created_at TEXT NOT NULL, updated_at TEXT NOT NULL
);
CREATE INDEX downloads_by_subject ON downloads (kind, subject_key);

-- Buckets that pictures are sent to. The secrets are sealed (sandbox/secret-box.ts) and never answered.
CREATE TABLE stores (
  id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE, type TEXT NOT NULL, bucket TEXT NOT NULL, region TEXT NOT NULL, path_prefix TEXT,
  labels_json TEXT NOT NULL, sealed_secrets TEXT NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL
);

-- One picture on its way to one store, which may be gone by now. `task_id` is set when an order started it by itself.
CREATE TABLE deliveries (
  id TEXT PRIMARY KEY, catalog_id TEXT NOT NULL, order_item_id TEXT NOT NULL, task_id TEXT, store_id TEXT NOT NULL, path TEXT,
  target_path TEXT NOT NULL, status TEXT NOT NULL, reason TEXT, created_at TEXT NOT NULL, updated_at TEXT NOT NULL
);
CREATE INDEX deliveries_by_date ON deliveries (created_at DESC, id);
CREATE INDEX deliveries_by_catalog ON deliveries (catalog_id);
CREATE INDEX deliveries_by_task ON deliveries (task_id);

-- Blocks run over an AOI. `input_json` is what was asked for with defaults filled in, `output_json` the files with what they hold.
CREATE TABLE insights (
  id TEXT PRIMARY KEY, aoi_id TEXT NOT NULL REFERENCES aois (id), project_id TEXT NOT NULL, name TEXT NOT NULL, block_name TEXT NOT NULL,
  block_version TEXT NOT NULL, status TEXT NOT NULL, progress REAL NOT NULL DEFAULT 0, cost INTEGER NOT NULL, estimated_min REAL NOT NULL, err_msg TEXT,
  input_json TEXT NOT NULL, output_json TEXT NOT NULL DEFAULT '[]', metadata_json TEXT NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
  deleted_at TEXT
);
CREATE INDEX insights_by_aoi ON insights (aoi_id, created_at DESC, id);

CREATE TABLE workflows (
  id TEXT PRIMARY KEY, project_id TEXT NOT NULL REFERENCES projects (id), name TEXT NOT NULL, description TEXT NOT NULL, spec_json TEXT NOT NULL,
  created_at TEXT NOT NULL, updated_at TEXT NOT NULL
);

-- One run of a workflow, with the graph as it was then. Progress is that of its tasks.
CREATE TABLE jobs (
  id TEXT PRIMARY KEY, workflow_id TEXT NOT NULL REFERENCES workflows (id), status TEXT NOT NULL, cost INTEGER NOT NULL, estimated_s REAL NOT NULL,
  spec_json TEXT NOT NULL, val_errors_json TEXT NOT NULL, area_json TEXT NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL, finished_at TEXT
);
CREATE INDEX jobs_by_workflow ON jobs (workflow_id, created_at DESC, id);

CREATE TABLE job_tasks (
  id TEXT PRIMARY KEY, job_id TEXT NOT NULL REFERENCES jobs (id), position INTEGER NOT NULL, node_id TEXT NOT NULL, name TEXT NOT NULL,
  depends_on_json TEXT NOT NULL, status TEXT NOT NULL, state_msg TEXT NOT NULL, progress REAL NOT NULL DEFAULT 0, estimated_s REAL NOT NULL,
  inputs_json TEXT NOT NULL DEFAULT '[]', result_json TEXT NOT NULL DEFAULT '[]', logs_json TEXT NOT NULL DEFAULT '[]', err_msg TEXT, failure_type TEXT,
  started_at TEXT, finished_at TEXT, created_at TEXT NOT NULL, updated_at TEXT NOT NULL
);
CREATE INDEX job_tasks_by_job ON job_tasks (job_id, position);

-- The durable queue. A row is written in the transaction that acknowledges the request it serves.
CREATE TABLE work (
  id INTEGER PRIMARY KEY, kind TEXT NOT NULL, subject_id TEXT NOT NULL, state TEXT NOT NULL DEFAULT 'waiting',
  not_before_ms INTEGER NOT NULL, attempts INTEGER NOT NULL DEFAULT 0, error TEXT, created_at TEXT NOT NULL,
  UNIQUE (kind, subject_id)
);
CREATE INDEX work_due ON work (state, not_before_ms, id);
