import { createBrowserRouter, redirect } from 'react-router'
import { paths } from '#src/paths.ts'
import { ErrorScreen } from './error-screen.tsx'
import { NotFoundScreen } from './not-found-screen.tsx'
import { Shell } from './shell.tsx'

/**
 * The site map: every URL of the app. A screen is a file `*.route.tsx` that exports `Component` and, when it needs them,
 * `loader` and `ErrorBoundary`; it loads when it is first gone to. A screen without an ErrorBoundary of its own falls to
 * the one here, which leaves map and navigation standing.
 */
export const router = createBrowserRouter([
  {
    element: <Shell />,
    children: [
      {
        errorElement: <ErrorScreen />,
        hydrateFallbackElement: <></>,
        children: [
          { index: true, loader: () => redirect(paths.explore()) },
          { path: 'explore', lazy: () => import('#src/features/explore/explore.route.tsx') },
          { path: 'explore/scenes/:collection/:id', lazy: () => import('#src/features/explore/scene.route.tsx') },
          { path: 'aois', lazy: () => import('#src/features/aois/aois.route.tsx') },
          { path: 'aois/new', lazy: () => import('#src/features/aois/new-aoi/new-aoi.route.tsx') },
          { path: 'desk', lazy: () => import('#src/features/spectral-desk/desk.route.tsx') },
          { path: 'aois/:id/spectra', lazy: () => import('#src/features/spectral-desk/aoi-desk.route.tsx') },
          { path: 'catalog/:id/spectra', lazy: () => import('#src/features/spectral-desk/catalog-desk.route.tsx') },
          { path: 'indices', lazy: () => import('#src/features/indices/indices.route.tsx') },
          { path: 'aois/:id', lazy: () => import('#src/features/aois/aoi.route.tsx') },
          { path: 'cart', lazy: () => import('#src/features/orders/cart/cart.route.tsx') },
          { path: 'aois/:id/insights', lazy: () => import('#src/features/aois/insights/insights.route.tsx') },
          { path: 'aois/:id/insights/new', lazy: () => import('#src/features/aois/insights/new-insight.route.tsx') },
          { path: 'aois/:id/insights/:insight', lazy: () => import('#src/features/aois/insights/insight.route.tsx') },
          { path: 'orders', lazy: () => import('#src/features/orders/orders.route.tsx') },
          { path: 'orders/new', lazy: () => import('#src/features/orders/new-order/new-order.route.tsx') },
          { path: 'orders/:id', lazy: () => import('#src/features/orders/order.route.tsx') },
          { path: 'order-items/:id', lazy: () => import('#src/features/orders/order-item.route.tsx') },
          { path: 'catalog', lazy: () => import('#src/features/catalogs/catalog.route.tsx') },
          { path: 'deliveries', lazy: () => import('#src/features/catalogs/deliveries/deliveries.route.tsx') },
          { path: 'stores', lazy: () => import('#src/features/catalogs/stores/stores.route.tsx') },
          { path: 'catalog/:id', lazy: () => import('#src/features/catalogs/catalog-item.route.tsx') },
          { path: 'workflows', lazy: () => import('#src/features/workflows/workflows.route.tsx') },
          { path: 'workflows/:id', lazy: () => import('#src/features/workflows/workflow.route.tsx') },
          { path: 'workflows/:id/jobs/:job', lazy: () => import('#src/features/workflows/job.route.tsx') },
          { path: 'data', loader: () => redirect(paths.collections()) },
          { path: 'data/collections', lazy: () => import('#src/features/data/collections.route.tsx') },
          { path: 'data/collections/:id', lazy: () => import('#src/features/data/collection.route.tsx') },
          { path: 'data/satellites', lazy: () => import('#src/features/data/satellites.route.tsx') },
          { path: 'data/blocks', lazy: () => import('#src/features/data/blocks.route.tsx') },
          { path: 'data/blocks/:name', lazy: () => import('#src/features/data/block.route.tsx') },
          { path: 'settings', lazy: () => import('#src/features/settings/settings.route.tsx') },
          { path: '*', element: <NotFoundScreen /> },
        ],
      },
    ],
  },
])
