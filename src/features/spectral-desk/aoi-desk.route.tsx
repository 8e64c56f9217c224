import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { aoiQueries, isAoiSettled } from '#src/api/aois.ts'
import { assetQueries } from '#src/api/assets.ts'
import { noticeForQuery } from '#src/api/errors.ts'
import { satelliteQueries } from '#src/api/satellites.ts'
import { useLastLook } from '#src/answers/use-last-look.ts'
import { paths } from '#src/paths.ts'
import { Panel } from '#src/ui/panel/panel.tsx'
import { EmptyState } from '#src/ui/status/empty-state.tsx'
import { ErrorNotice } from '#src/ui/status/error-notice.tsx'
import { SkeletonRows } from '#src/ui/status/skeleton.tsx'
import { DeskScreen } from './desk-screen.tsx'
import { DateChoiceContext } from './source/date-choice.ts'
import { DateChooser } from './source/date-chooser.tsx'
import { bandsOfSatellite } from './source/told-bands.ts'
import { aoiPictures, pictureToShow } from './source/aoi-pictures.ts'

/** The desk on the pictures of an AOI, one date at a time. */
export function Component() {
  const { id = '' } = useParams()
  const navigate = useNavigate()
  const [params, setParams] = useSearchParams()
  const aoi = useQuery(aoiQueries.detail(id))
  const isGrowing = aoi.data !== undefined && !isAoiSettled(aoi.data)
  const assets = useQuery(assetQueries.ofAoi(id, isGrowing))
  useLastLook(isGrowing, assets.refetch)
  const satellites = useQuery(satelliteQueries.list())
  const satellite = satellites.data?.satellites.find((one) => one.id === aoi.data?.satellite_id)
  const pictures = useMemo(() => aoiPictures(assets.data ?? []), [assets.data])
  const shown = pictureToShow(pictures, params.get('asset') ?? params.get('date'))
  const told = useMemo(() => bandsOfSatellite(satellite, shown?.bands), [satellite, shown?.bands])
  const name = aoi.data?.name ?? 'AOI'
  const area = useMemo(
    () => (aoi.data?.geometry ? { name: aoi.data.name, outline: aoi.data.geometry } : undefined),
    [aoi.data],
  )
  const dates = useMemo(
    () => pictures.map((picture) => ({ ...picture, title: `${name}, ${picture.date}` })),
    [pictures, name],
  )
  const shownId = shown?.id ?? ''
  const choice = useMemo(
    () => ({
      shownId,
      show: (asset: string) =>
        setParams(
          (now) => {
            const next = new URLSearchParams(now)
            next.set('asset', asset)
            next.delete('date')
            return next
          },
          { replace: true, flushSync: true },
        ),
    }),
    [shownId, setParams],
  )
  const failed = [aoi, assets].find((query) => query.error)

  if (shown && aoi.data) {
    return (
      <DateChoiceContext value={choice}>
        <DeskScreen
          source={`aoi ${id}`}
          url={shown.url}
          title={`${name}, ${shown.date}`}
          subtitle={satellite?.name}
          place={aoi.data.geometry}
          area={area}
          backHref={paths.aoi(id, { date: shown.date })}
          satellite={satellite}
          onRefresh={assets.refetch}
          dates={dates}
          {...(told && { told })}
          chooser={pictures.length > 1 && <DateChooser pictures={pictures} shown={shown} onShow={choice.show} />}
        />
      </DateChoiceContext>
    )
  }
  return (
    <Panel title={name} subtitle="Spectral desk" onBack={() => void navigate(paths.aoi(id))}>
      <title>{`${name} – Spectral desk – Swath`}</title>
      {failed?.error ? (
        <ErrorNotice {...noticeForQuery(failed)} />
      ) : assets.isPending || aoi.isPending ? (
        <SkeletonRows rows={6} label="Loading the pictures" />
      ) : (
        <EmptyState>
          {aoi.data && isAoiSettled(aoi.data)
            ? 'This area has no picture to look into.'
            : 'The pictures of this area are being prepared: they come here as they are ready.'}
        </EmptyState>
      )}
    </Panel>
  )
}
