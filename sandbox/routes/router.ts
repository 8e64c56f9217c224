import { aoiRoutes } from './aois.ts'
import { archiveRoutes } from './archives.ts'
import { assetRoutes } from './assets.ts'
import { bandsetRoutes } from './bandsets.ts'
import { blockRoutes } from './blocks.ts'
import { catalogRoutes } from './catalogs.ts'
import { deliveryRoutes } from './deliveries.ts'
import { downloadRoutes } from './downloads.ts'
import { api } from './implement.ts'
import { indexRoutes } from './indices.ts'
import { insightRoutes } from './insights.ts'
import { jobRoutes, taskRoutes } from './jobs.ts'
import { orderRoutes } from './orders.ts'
import { pingRoutes } from './ping.ts'
import { projectRoutes } from './projects.ts'
import { reportRoutes } from './reports.ts'
import { satelliteRoutes } from './satellites.ts'
import { sceneSearchRoutes } from './scene-search.ts'
import { storeRoutes } from './stores.ts'
import { visualizationRoutes } from './visualizations.ts'
import { workflowRoutes } from './workflows.ts'

/** Every operation of the contract; leaving one out does not compile. */
export function createRouter() {
  return api.router({
    ping: pingRoutes,
    projects: projectRoutes,
    satellites: satelliteRoutes,
    sceneSearch: sceneSearchRoutes,
    archives: archiveRoutes,
    bandsets: bandsetRoutes,
    aois: aoiRoutes,
    assets: assetRoutes,
    indices: indexRoutes,
    visualizations: visualizationRoutes,
    orders: orderRoutes,
    reports: reportRoutes,
    catalogs: catalogRoutes,
    downloads: downloadRoutes,
    stores: storeRoutes,
    deliveries: deliveryRoutes,
    blocks: blockRoutes,
    insights: insightRoutes,
    workflows: workflowRoutes,
    jobs: jobRoutes,
    tasks: taskRoutes,
  })
}
