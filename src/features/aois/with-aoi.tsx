import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useNavigate, useParams } from 'react-router'
import { Failed } from '#src/answers/failed.tsx'
import { aoiQueries } from '#src/api/aois.ts'
import type { Aoi } from '#src/contract/aois.ts'
import { paths } from '#src/paths.ts'
import { LinkButton } from '#src/ui/button/button.tsx'
import { Panel } from '#src/ui/panel/panel.tsx'
import { SkeletonRows } from '#src/ui/status/skeleton.tsx'

/** The AOI that the URL names by `:id`, for the screens of its parts; until it is there, how loading goes. */
export function WithAoi({ title, children }: { title: string; children: (aoi: Aoi) => ReactNode }) {
  const { id = '' } = useParams()
  const navigate = useNavigate()
  const aoi = useQuery(aoiQueries.detail(id))
  if (aoi.data) return children(aoi.data)
  return (
    <Panel title={title} onBack={() => void navigate(paths.aois())}>
      <title>{`${title} – Swath`}</title>
      {aoi.error ? (
        <Failed
          query={aoi}
          actions={
            <LinkButton size="s" tone="quiet" href={paths.aois()}>
              All AOIs
            </LinkButton>
          }
        />
      ) : (
        <SkeletonRows label={`Loading ${title.toLowerCase()}`} rows={6} />
      )}
    </Panel>
  )
}
