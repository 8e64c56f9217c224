import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useNavigate, useParams } from 'react-router'
import { catalogQueries } from '#src/api/catalogs.ts'
import { noticeForQuery } from '#src/api/errors.ts'
import { satelliteQueries } from '#src/api/satellites.ts'
import { pictureLabel, toDelivered } from '#src/catalogs/delivered-picture.ts'
import { paths } from '#src/paths.ts'
import { LinkButton } from '#src/ui/button/button.tsx'
import { UtcTime } from '#src/ui/data/utc-time.tsx'
import { Panel } from '#src/ui/panel/panel.tsx'
import { EmptyState } from '#src/ui/status/empty-state.tsx'
import { ErrorNotice } from '#src/ui/status/error-notice.tsx'
import { SkeletonRows } from '#src/ui/status/skeleton.tsx'
import { DeskScreen } from './desk-screen.tsx'
import { deliveredRaster } from './source/delivered-raster.ts'

/** The desk on a delivered picture. */
export function Component() {
  const { id = '' } = useParams()
  const navigate = useNavigate()
  const { data, error, refetch, isFetching } = useQuery(catalogQueries.detail(id))
  const satellites = useQuery(satelliteQueries.list())
  const picture = useMemo(() => (data ? toDelivered(data) : undefined), [data])
  const raster = useMemo(() => (data?.details ? deliveredRaster(data.details) : undefined), [data])
  const title = picture ? pictureLabel(picture) : `Picture ${id.slice(0, 8)}`
  if (picture && raster) {
    return (
      <DeskScreen
        source={`catalog ${id}`}
        url={raster.url}
        title={title}
        subtitle={picture.scene && <UtcTime value={picture.scene.datetime} show="second" />}
        place={picture.scene?.footprint}
        backHref={paths.catalog(id)}
        told={raster.bands}
        satellite={satellites.data?.satellites.find(({ collections }) =>
          collections.some((collection) => collection.id === picture.scene?.collectionId),
        )}
        onRefresh={refetch}
      />
    )
  }
  return (
    <Panel title={title} subtitle="Spectral desk" onBack={() => void navigate(paths.catalog(id))}>
      <title>{`${title} – Spectral desk – Swath`}</title>
      {error ? (
        <ErrorNotice {...noticeForQuery({ error, refetch, isFetching })} />
      ) : picture ? (
        <EmptyState
          action={
            <LinkButton size="s" href={paths.catalog(id)}>
              Download the picture
            </LinkButton>
          }
        >
          The service names no file of this picture that can be read piece by piece. Download it, then drop the GeoTIFF
          here.
        </EmptyState>
      ) : (
        <SkeletonRows rows={6} label="Loading the picture" />
      )}
    </Panel>
  )
}
