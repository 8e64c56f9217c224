import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { wordsFor } from '#src/api/errors.ts'
import { visualizationQueries } from '#src/api/visualizations.ts'
import type { VisualizationPlace } from '#src/api/visualizations.ts'
import type { Index } from '#src/contract/indices.ts'
import type { VisualizationMode } from '#src/contract/legend.ts'
import type { Cog } from '#src/imagery/open-cog.ts'
import type { Paint } from '#src/imagery/paint.ts'
import { storedBand } from '#src/rasters/paint-from-expression.ts'
import { RasterByUrl } from '#src/rasters/raster-by-url.tsx'
import { RasterLayer } from '#src/rasters/raster-layer.tsx'
import { ToggleButtonGroup } from '#src/ui/button/toggle-button.tsx'
import { Legend } from '#src/ui/data/legend.tsx'
import { ErrorNotice } from '#src/ui/status/error-notice.tsx'
import { SkeletonRows } from '#src/ui/status/skeleton.tsx'
import { LegendActions } from './legend-actions.tsx'
import { LegendEditor } from './legend-editor.tsx'
import { parseSld } from './parse-sld.ts'
import type { LegendClass } from './parse-sld.ts'
import { useClassAreas } from '#src/rasters/use-class-areas.ts'
import styles from './visualizations.module.css'

type VisualizationViewProps = {
  place: VisualizationPlace
  index: Index | undefined
  date: string
  /** The computed rasters of that day. */
  files: readonly { id: string; url: string }[]
  mode: VisualizationMode | null
  onModeChange: (mode: VisualizationMode) => void
  opacity: number
  aoiName: string
  /** Legends are there once all days are computed. */
  hasLegend: boolean
  /** Asks for fresh addresses of the files. */
  onRefresh: () => Promise<unknown>
}

/** One day of a computed index: on the map in the colours of its legend, and the legend with areas. */
export function VisualizationView(props: VisualizationViewProps) {
  const { place, index, date, files, mode: asked, onModeChange, opacity, aoiName, hasLegend, onRefresh } = props
  const [draft, setDraft] = useState<readonly LegendClass[] | null>(null)
  const isEditing = draft !== null
  const isIndex = !index?.expression_type || index.expression_type === 'index'
  const dynamic = useQuery({ ...visualizationQueries.legend(place, date, 'dynamic'), enabled: isIndex && hasLegend })
  const theoretical = useQuery({
    ...visualizationQueries.legend(place, date, 'theoretical'),
    enabled: isIndex && hasLegend && index?.type !== 'custom',
  })
  // Classes known for the index say more than equal steps, where there are any.
  const mode = asked && (asked === 'dynamic' || theoretical.data) ? asked : theoretical.data ? 'theoretical' : 'dynamic'
  const isChoosing = dynamic.isLoading || theoretical.isLoading
  const sld = mode === 'theoretical' ? theoretical : dynamic
  const classes = useMemo(() => parseSld(sld.data ?? ''), [sld.data])
  const urls = files.map(({ url }) => url)
  const areas = useClassAreas(urls, classes)

  if (files.length === 0) return <p className={styles.note}>{index?.name ?? 'The index'} has no value on this day.</p>
  return (
    <div className={styles.view}>
      {files.map(({ id, url }, order) => (
        <RasterByUrl key={id} url={url} onRefresh={onRefresh}>
          {(cog) => (
            <IndexLayer
              name={`index-${id}`}
              classes={draft ?? classes}
              {...{ cog, index, opacity, order, onRefresh }}
            />
          )}
        </RasterByUrl>
      ))}
      {isIndex && (
        <>
          <div className={styles.bar}>
            {isChoosing || !hasLegend ? (
              <span className={styles.note}>
                {hasLegend ? 'Loading classes' : 'Classes come once every date is computed'}
              </span>
            ) : theoretical.data && dynamic.data ? (
              <ToggleButtonGroup
                label="Classes"
                options={[
                  { id: 'theoretical', label: 'Fixed' },
                  { id: 'dynamic', label: 'By values' },
                ]}
                value={mode}
                onChange={onModeChange}
                isDisabled={isEditing}
              />
            ) : (
              <span className={styles.note}>Equal steps between the lowest and highest value</span>
            )}
            <LegendActions
              {...{ place, index, date, mode, aoiName }}
              sld={sld.data ?? null}
              onEdit={() => setDraft(classes)}
              isEditing={isEditing}
            />
          </div>
          {isChoosing && <SkeletonRows label="Loading the legend" />}
          {sld.isError && (
            <ErrorNotice
              what={wordsFor(sld.error).title}
              advice={wordsFor(sld.error).whatToDo}
              onRetry={() => void sld.refetch()}
            />
          )}
          {sld.isSuccess && classes.length === 0 && <p className={styles.note}>There is no legend for this day.</p>}
          {isEditing ? (
            <LegendEditor {...{ place, date, mode, draft }} onDraftChange={setDraft} onClose={() => setDraft(null)} />
          ) : (
            <Legend
              label={`${index?.name ?? 'Index'} classes`}
              items={classes.map(({ colour, label }, i) => ({
                colour,
                label: label.replaceAll(/(^|\s)-(?=\d)/g, '$1−'),
                ...(areas && {
                  areaHa: (areas.areasM2[i] ?? 0) / 10_000,
                  percent: areas.totalM2 > 0 ? ((areas.areasM2[i] ?? 0) / areas.totalM2) * 100 : 0,
                }),
              }))}
            />
          )}
        </>
      )}
    </div>
  )
}

type IndexLayerProps = {
  name: string
  cog: Cog
  index: Index | undefined
  classes: readonly LegendClass[]
  opacity: number
  order: number
  onRefresh: () => Promise<unknown>
}

function IndexLayer({ name, cog, index, classes, opacity, order, onRefresh }: IndexLayerProps) {
  const paint = useMemo((): Paint => {
    const { bands } = cog.info
    const [low = 0, high = 1] = index?.rescale ?? []
    const range = [low, high] as const
    const [first, second, third] = [0, 1, 2].map((band) => storedBand(band, bands))
    if (first && second && third && bands.length >= 3)
      return { kind: 'rgb', trees: [first, second, third], ranges: [range, range, range] }
    const tree = storedBand(0, bands)
    // Until the legend is there, the colours of the index itself.
    if (classes.length === 0) return { kind: 'ramp', tree, range, colormap: index?.colormap ?? 'viridis' }
    return { kind: 'classes', tree, classes }
  }, [cog, index, classes])
  return <RasterLayer {...{ name, cog, paint, opacity, order, onRefresh }} />
}
