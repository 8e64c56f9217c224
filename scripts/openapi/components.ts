import { aoiDownloadSchema, assetSchema } from '#src/contract/assets.ts'
import { aoiSchema, newAoiSchema } from '#src/contract/aois.ts'
import { archiveSearchSchema, collectionSchema, stacItemCollectionSchema } from '#src/contract/archive.ts'
import { bandsetBandSchema, bandsetSchema } from '#src/contract/bandsets.ts'
import { blockSchema } from '#src/contract/blocks.ts'
import { catalogSchema, catalogSearchSchema } from '#src/contract/catalogs.ts'
import { dataTypeSchema } from '#src/contract/data-type.ts'
import {
  cloudDeliveryAnswerSchema,
  cloudDeliverySchema,
  deliveryRequestSchema,
  deliverySchema,
} from '#src/contract/deliveries.ts'
import { downloadRequestSchema, downloadSchema } from '#src/contract/downloads.ts'
import { errorEnvelopeSchema } from '#src/contract/error.ts'
import { geometrySchema, polygonSchema, surfaceCollectionSchema, surfaceSchema } from '#src/contract/geojson.ts'
import { indexSchema, newIndexSchema } from '#src/contract/indices.ts'
import { insightDownloadSchema, insightSchema, newInsightSchema } from '#src/contract/insights.ts'
import { jobDownloadSchema, jobSchema, jobTaskSchema } from '#src/contract/jobs.ts'
import {
  legendItemSchema,
  legendItemUpdateSchema,
  legendUpdateSchema,
  visualizationMetadataSchema,
  visualizationModeSchema,
} from '#src/contract/legend.ts'
import { orderItemRequestSchema } from '#src/contract/order-item-request.ts'
import { orderItemSchema, taskSchema, upliftSchema } from '#src/contract/order-items.ts'
import { orderRequestSchema, orderSchema, submittedOrderSchema } from '#src/contract/orders.ts'
import { paginationSchema } from '#src/contract/page.ts'
import { projectSchema } from '#src/contract/projects.ts'
import { satelliteBandSchema, satelliteCollectionSchema, satelliteSchema } from '#src/contract/satellites.ts'
import { sceneFilterSchema, sceneSearchSchema } from '#src/contract/scene-search.ts'
import {
  stacAssetSchema,
  stacBandSchema,
  stacItemSchema,
  stacLinkSchema,
  stacPropertiesSchema,
  stacRasterBandSchema,
} from '#src/contract/stac.ts'
import { newStoreSchema, storeSchema } from '#src/contract/stores.ts'
import { taskDownloadSchema } from '#src/contract/tasks.ts'
import {
  newVisualizationSchema,
  visualizationListItemSchema,
  visualizationSchema,
} from '#src/contract/visualizations.ts'
import { validationErrorSchema, workflowSchema } from '#src/contract/workflows.ts'

/** Schemas of requests, by the name they have in the document. */
export const requestSchemas = {
  ArchiveSearch: archiveSearchSchema,
  CatalogSearch: catalogSearchSchema,
  CloudDelivery: cloudDeliverySchema,
  DeliveryRequest: deliveryRequestSchema,
  DownloadRequest: downloadRequestSchema,
  LegendItemUpdate: legendItemUpdateSchema,
  LegendUpdate: legendUpdateSchema,
  NewAoi: newAoiSchema,
  NewIndex: newIndexSchema,
  NewInsight: newInsightSchema,
  NewStore: newStoreSchema,
  NewVisualization: newVisualizationSchema,
  OrderItemRequest: orderItemRequestSchema,
  OrderRequest: orderRequestSchema,
  SceneFilter: sceneFilterSchema,
  SceneSearch: sceneSearchSchema,
  SurfaceCollection: surfaceCollectionSchema,
}

/** Schemas of answers, and of pieces that both sides use. */
export const answerSchemas = {
  Aoi: aoiSchema,
  AoiDownload: aoiDownloadSchema,
  Asset: assetSchema,
  Bandset: bandsetSchema,
  BandsetBand: bandsetBandSchema,
  Block: blockSchema,
  Catalog: catalogSchema,
  CloudDeliveryAnswer: cloudDeliveryAnswerSchema,
  Collection: collectionSchema,
  DataType: dataTypeSchema,
  Delivery: deliverySchema,
  Download: downloadSchema,
  ErrorEnvelope: errorEnvelopeSchema,
  Geometry: geometrySchema,
  Index: indexSchema,
  Insight: insightSchema,
  InsightDownload: insightDownloadSchema,
  Job: jobSchema,
  JobDownload: jobDownloadSchema,
  JobTask: jobTaskSchema,
  LegendItem: legendItemSchema,
  Order: orderSchema,
  OrderItem: orderItemSchema,
  Pagination: paginationSchema,
  Polygon: polygonSchema,
  Project: projectSchema,
  Satellite: satelliteSchema,
  SatelliteBand: satelliteBandSchema,
  SatelliteCollection: satelliteCollectionSchema,
  StacAsset: stacAssetSchema,
  StacBand: stacBandSchema,
  StacItem: stacItemSchema,
  StacItemCollection: stacItemCollectionSchema,
  StacLink: stacLinkSchema,
  StacProperties: stacPropertiesSchema,
  StacRasterBand: stacRasterBandSchema,
  Store: storeSchema,
  SubmittedOrder: submittedOrderSchema,
  Surface: surfaceSchema,
  Task: taskSchema,
  TaskDownload: taskDownloadSchema,
  Uplift: upliftSchema,
  ValidationError: validationErrorSchema,
  Visualization: visualizationSchema,
  VisualizationListItem: visualizationListItemSchema,
  VisualizationMetadata: visualizationMetadataSchema,
  VisualizationMode: visualizationModeSchema,
  Workflow: workflowSchema,
}
