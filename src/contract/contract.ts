import { aoiOperations } from './aois.ts'
import { archiveOperations } from './archive.ts'
import { assetOperations } from './assets.ts'
import { bandsetOperations } from './bandsets.ts'
import { blockOperations } from './blocks.ts'
import { catalogOperations } from './catalogs.ts'
import { deliveryOperations } from './deliveries.ts'
import { downloadOperations } from './downloads.ts'
import { indexOperations } from './indices.ts'
import { insightOperations } from './insights.ts'
import { jobOperations } from './jobs.ts'
import { orderOperations } from './orders.ts'
import { pingOperations } from './ping.ts'
import { projectOperations } from './projects.ts'
import { reportOperations } from './reports.ts'
import { satelliteOperations } from './satellites.ts'
import { sceneSearchOperations } from './scene-search.ts'
import { storeOperations } from './stores.ts'
import { taskOperations } from './tasks.ts'
import { visualizationOperations } from './visualizations.ts'
import { workflowOperations } from './workflows.ts'

/** Every operation of the API, by area. The app's client, the sandbox and the OpenAPI document are made from it. */
export const contract = {
  ping: pingOperations,
  projects: projectOperations,
  satellites: satelliteOperations,
  sceneSearch: sceneSearchOperations,
  aois: aoiOperations,
  assets: assetOperations,
  indices: indexOperations,
  visualizations: visualizationOperations,
  blocks: blockOperations,
  insights: insightOperations,
  workflows: workflowOperations,
  jobs: jobOperations,
  tasks: taskOperations,
  bandsets: bandsetOperations,
  orders: orderOperations,
  archives: archiveOperations,
  reports: reportOperations,
  stores: storeOperations,
  catalogs: catalogOperations,
  deliveries: deliveryOperations,
  downloads: downloadOperations,
}
