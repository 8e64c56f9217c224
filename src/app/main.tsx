import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { RouterProvider } from 'react-router/dom'
import { wordsFor } from '#src/api/errors.ts'
import { createQueryClient } from '#src/api/query-client.ts'
import { MapProvider } from '#src/map/map-provider.tsx'
import { notify } from '#src/ui/status/notice-store.ts'
import { applyStoredTheme } from '#src/ui/theme.ts'
import { UiRoot } from '#src/ui/ui-root.tsx'
import { router } from './router.tsx'
import { warmScreens } from './warm-screens.ts'

applyStoredTheme()

const queryClient = createQueryClient({
  onMutationFailed: (error) => {
    const { title, whatToDo } = wordsFor(error)
    notify({ tone: 'fail', title, body: whatToDo })
  },
})

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <UiRoot navigate={(href) => void router.navigate(href)}>
        <MapProvider>
          <RouterProvider router={router} />
        </MapProvider>
      </UiRoot>
    </QueryClientProvider>
  </StrictMode>,
)

warmScreens(router.routes)
