import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from 'react-router'
import { aoiQueries } from '#src/api/aois.ts'
import { ApiError, wordsFor } from '#src/api/errors.ts'
import { paths } from '#src/paths.ts'
import { LinkButton } from '#src/ui/button/button.tsx'
import { Panel } from '#src/ui/panel/panel.tsx'
import { ErrorNotice } from '#src/ui/status/error-notice.tsx'
import { SkeletonRows } from '#src/ui/status/skeleton.tsx'
import { AoiPanel } from './aoi-panel.tsx'

/** One AOI: what is ready of it, on the map and as files. */
export function Component() {
  const { id = '' } = useParams()
  const navigate = useNavigate()
  const aoi = useQuery(aoiQueries.detail(id))
  if (aoi.data) return <AoiPanel key={id} aoi={aoi.data} />
  const failure = aoi.error ? wordsFor(aoi.error) : null
  const isGone = aoi.error instanceof ApiError && aoi.error.status === 404
  return (
    <Panel title="AOI" onBack={() => void navigate(paths.aois())}>
      <title>AOI – Swath</title>
      {failure ? (
        <ErrorNotice
          what={failure.title}
          advice={failure.whatToDo}
          {...(failure.serverWords && { details: failure.serverWords })}
          {...(!isGone && { onRetry: () => void aoi.refetch(), isRetrying: aoi.isFetching })}
          actions={
            <LinkButton size="s" tone="quiet" href={paths.aois()}>
              All AOIs
            </LinkButton>
          }
        />
      ) : (
        <SkeletonRows label="Loading the AOI" rows={6} />
      )}
    </Panel>
  )
}
