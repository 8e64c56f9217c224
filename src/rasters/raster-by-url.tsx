import type { ReactNode } from 'react'
import type { Cog } from '#src/imagery/open-cog.ts'
import { ErrorNotice } from '#src/ui/status/error-notice.tsx'
import { SkeletonText } from '#src/ui/status/skeleton.tsx'
import { useCog } from './use-cog.ts'

/** Opens a raster and renders with it; says how it goes until then. */
export function RasterByUrl({ url, children }: { url: string; children: (cog: Cog) => ReactNode }) {
  const state = useCog(url)
  if (state.kind === 'ready') return children(state.cog)
  if (state.kind === 'loading') return <SkeletonText width="100%" />
  return <ErrorNotice what="The picture could not be opened" advice={state.error.message} onRetry={state.retry} />
}
