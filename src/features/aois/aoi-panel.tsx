import { useQuery } from '@tanstack/react-query'
import { Plus, Telescope } from 'lucide-react'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { isAoiSettled } from '#src/api/aois.ts'
import { assetQueries } from '#src/api/assets.ts'
import { wordsFor } from '#src/api/errors.ts'
import { indexQueries } from '#src/api/indices.ts'
import { satelliteQueries } from '#src/api/satellites.ts'
import { isVisualizationSettled, visualizationQueries } from '#src/api/visualizations.ts'
import { useLastLook } from '#src/answers/use-last-look.ts'
import type { Aoi } from '#src/contract/aois.ts'
import { DownloadButton } from '#src/downloads/download-button.tsx'
import { areaToUrl } from '#src/geo/area-in-url.ts'
import { formatAreaKm2 } from '#src/geo/format-area.ts'
import { stateWords } from '#src/states/state-words.ts'
import { paths } from '#src/paths.ts'
import { Button, LinkButton } from '#src/ui/button/button.tsx'
import { Panel } from '#src/ui/panel/panel.tsx'
import { Section } from '#src/ui/panel/section.tsx'
import { ErrorNotice } from '#src/ui/status/error-notice.tsx'
import { SkeletonRows } from '#src/ui/status/skeleton.tsx'
import { StatusBadge } from '#src/ui/status/status-badge.tsx'
import { AoiAbout } from './aoi-about.tsx'
import { AoiDates } from './aoi-dates.tsx'
import { AoiFiles } from './aoi-files.tsx'
import { AoiOutlineLayer } from './aoi-outline.layer.tsx'
import { AoiProgress } from './aoi-progress.tsx'
import { readAoiSearchParams, writeAoiSearchParams } from './aoi-search-params.ts'
import type { AoiSearchParams } from './aoi-search-params.ts'
import styles from './aoi.module.css'
import { datesOf, dateToShow } from './dates.ts'
import { ShownDate } from './shown-date.tsx'
import { AoiInsights } from './insights/aoi-insights.tsx'
import { AddIndex } from './visualizations/add-index.tsx'
import { VisualizationList } from './visualizations/visualization-list.tsx'

/** The screen of one AOI. What the map shows of it (day, picture or index) is in the URL. */
export function AoiPanel({ aoi }: { aoi: Aoi }) {
  const id = aoi.aoi_id
  const navigate = useNavigate()
  const [params, setParams] = useSearchParams()
  const search = readAoiSearchParams(params)
  const change = (next: Partial<AoiSearchParams>) =>
    setParams((now) => writeAoiSearchParams(now, next), { replace: true, preventScrollReset: true })
  const [isAdding, setIsAdding] = useState(false)
  const [isFilesOpen, setIsFilesOpen] = useState(false)

  const visualizations = useQuery(visualizationQueries.ofAoi(id))
  const isComputing = visualizations.data?.some((one) => !isVisualizationSettled(one)) ?? false
  const isGrowing = !isAoiSettled(aoi) || isComputing
  const assets = useQuery(assetQueries.ofAoi(id, isGrowing))
  useLastLook(isGrowing, assets.refetch)
  const satelliteId = aoi.satellite_id ?? ''
  const indices = useQuery({ ...indexQueries.list(satelliteId), enabled: satelliteId !== '' })
  const satellites = useQuery(satelliteQueries.list())
  const satellite = satellites.data?.satellites.find((one) => one.id === satelliteId)

  const all = assets.data ?? []
  const dates = datesOf(all)
  const shown = dateToShow(dates, search.date)
  const computed = visualizations.data ?? []
  const indexById = new Map(indices.data?.map((index) => [index.id, index]))
  const existing = new Map(computed.flatMap((one) => (one.index_id ? [[one.index_id, one.id] as const] : [])))
  const state = stateWords(aoi.status)
  const facts = [
    satellite?.name,
    aoi.area_in_sq_m == null ? '' : formatAreaKm2(aoi.area_in_sq_m / 1e6),
    dates.length > 0 ? `${dates.length} ${dates.length === 1 ? 'date' : 'dates'}` : '',
  ]
  const hasReady = all.some(({ asset_type, status }) => asset_type === 'mosaic' && status === 'success')
  const ready = shown?.mosaics.filter(({ status }) => status === 'success') ?? []

  return (
    <Panel
      title={aoi.name}
      subtitle={facts.filter(Boolean).join(' · ')}
      badge={state.tone !== 'ok' && <StatusBadge look="pill" {...state} />}
      onBack={() => void navigate(paths.aois())}
      isFlush
      footer={
        <>
          {aoi.geometry && (
            <LinkButton tone="quiet" icon={Telescope} href={paths.explore({ area: areaToUrl(aoi.geometry) })}>
              Find more scenes
            </LinkButton>
          )}
          {shown && ready.length > 0 && (
            <DownloadButton
              source={{ kind: 'aoi-assets', aoiId: id, assetIds: ready.map((asset) => asset.id) }}
              label={`${aoi.name}, ${shown.date}`}
              words={`Download ${shown.date}`}
            />
          )}
        </>
      }
    >
      <title>{`${aoi.name} – Swath`}</title>
      {aoi.geometry && <AoiOutlineLayer id={id} geometry={aoi.geometry} />}
      <AoiProgress aoi={aoi} mosaics={dates.flatMap(({ mosaics }) => mosaics)} />
      {assets.isError && (
        <ErrorNotice
          what={wordsFor(assets.error).title}
          advice={wordsFor(assets.error).whatToDo}
          onRetry={() => void assets.refetch()}
        />
      )}
      {assets.isPending && <SkeletonRows label="Loading the dates" />}
      {dates.length > 0 && (
        <Section title="Dates" summary={dates.length}>
          <div className={styles.dates}>
            <AoiDates dates={dates} shown={shown?.date} onShow={(date) => change({ date })} />
          </div>
        </Section>
      )}
      {shown && (
        <ShownDate
          aoi={aoi}
          satellite={satellite}
          date={shown}
          assets={all}
          visualization={computed.find((one) => one.id === search.show)}
          indexById={indexById}
          search={search}
          onChange={change}
          onRefresh={() => assets.refetch()}
        >
          <Section
            title="Indices"
            summary={computed.length || undefined}
            actions={
              <Button size="s" tone="quiet" icon={Plus} isDisabled={!hasReady} onPress={() => setIsAdding(true)}>
                Add
              </Button>
            }
          >
            {visualizations.isError && (
              <ErrorNotice
                what={wordsFor(visualizations.error).title}
                advice={wordsFor(visualizations.error).whatToDo}
                onRetry={() => void visualizations.refetch()}
              />
            )}
            {visualizations.isSuccess && computed.length === 0 && (
              <p className={styles.hint}>
                {hasReady
                  ? 'Add NDVI or another index: it is computed for every date, with classes and their areas.'
                  : 'Indices can be computed once a date is ready.'}
              </p>
            )}
            <VisualizationList
              visualizations={computed}
              indices={indexById}
              shownId={search.show}
              onShow={(show) => change({ show })}
            />
          </Section>
        </ShownDate>
      )}
      {assets.isSuccess && <AoiInsights aoiId={id} hasReady={hasReady} />}
      {assets.isSuccess && (
        <Section title="Files" summary={all.length} isExpanded={isFilesOpen} onExpandedChange={setIsFilesOpen}>
          {/* Each file is asked for its size, so only when somebody looks. */}
          {isFilesOpen && <AoiFiles aoiId={id} aoiName={aoi.name} assets={all} />}
        </Section>
      )}
      <Section title="About" defaultExpanded={false}>
        <AoiAbout aoi={aoi} satelliteName={satellite?.name} />
      </Section>
      {satelliteId && (
        <AddIndex
          aoiId={id}
          satelliteId={satelliteId}
          existing={existing}
          isOpen={isAdding}
          onOpenChange={setIsAdding}
          onShow={(show) => change({ show })}
        />
      )}
    </Panel>
  )
}
