import type { ReactNode } from 'react'
import type { Cog } from '#src/imagery/open-cog.ts'
import { ErrorNotice } from '#src/ui/status/error-notice.tsx'
import { SkeletonText } from '#src/ui/status/skeleton.tsx'
import { useCog } from './use-cog.ts'

type RasterByUrlProps = {
  url: string
  /** Asks for fresh addresses, as signed ones expire. */
  onRefresh?: () => Promise<unknown>
  children: (cog: Cog) => ReactNode
}

/** Opens a raster and renders with it; says how it goes until then. */
export function RasterByUrl({ url, onRefresh, children }: RasterByUrlProps) {
  const state = useCog(url, onRefresh)
  if (state.kind === 'ready') return children(state.cog)
  if (state.kind === 'loading') return <SkeletonText width="100%" />
  const retry = () => void Promise.resolve(onRefresh?.()).finally(state.retry)
  return <ErrorNotice what="The picture could not be opened" advice={state.error.message} onRetry={retry} />
}
