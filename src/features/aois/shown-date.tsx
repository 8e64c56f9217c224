import { AudioWaveform } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import type { Aoi } from '#src/contract/aois.ts'
import type { Asset } from '#src/contract/assets.ts'
import type { Index } from '#src/contract/indices.ts'
import type { Satellite } from '#src/contract/satellites.ts'
import type { VisualizationListItem } from '#src/contract/visualizations.ts'
import { isAssetSettled } from '#src/api/assets.ts'
import { isVisualizationSettled } from '#src/api/visualizations.ts'
import { presetComposites } from '#src/formula/presets/composites.ts'
import { bandTable } from '#src/scenes/satellite-bands.ts'
import { paths } from '#src/paths.ts'
import { LinkButton } from '#src/ui/button/button.tsx'
import { Select } from '#src/ui/field/select.tsx'
import { Slider } from '#src/ui/field/slider.tsx'
import { Section } from '#src/ui/panel/section.tsx'
import { ErrorNotice } from '#src/ui/status/error-notice.tsx'
import { ProgressBar } from '#src/ui/status/progress-bar.tsx'
import { AoiPicture } from './aoi-picture.tsx'
import type { AoiSearchParams } from './aoi-search-params.ts'
import styles from './aoi.module.css'
import { shownFiles, type AoiDate } from './dates.ts'
import { VisualizationView } from './visualizations/visualization-view.tsx'

type ShownDateProps = {
  aoi: Aoi
  satellite: Satellite | undefined
  date: AoiDate
  assets: readonly Asset[]
  /** The one chosen, if what is chosen is one. */
  visualization: VisualizationListItem | undefined
  indexById: ReadonlyMap<string, Index>
  search: AoiSearchParams
  onChange: (change: Partial<AoiSearchParams>) => void
  /** Asks for fresh addresses of the files. */
  onRefresh: () => Promise<unknown>
  /** The list of indices, between the pictures and what is shown. */
  children: ReactNode
}

/** What the map shows of one day: a picture, or an index with its legend; and how it is shown. */
export function ShownDate(props: ShownDateProps) {
  const { aoi, satellite, date, assets, visualization, indexById, search, onChange, onRefresh, children } = props
  const [brightness, setBrightness] = useState(1)
  const [opacityPercent, setOpacityPercent] = useState(100)
  const composites = presetComposites(bandTable(satellite))
  const composite = composites.find(({ key }) => key === search.show) ?? composites[0]
  const opacity = opacityPercent / 100
  const pictures = shownFiles(date.mosaics)
  const index = visualization?.index_id ? indexById.get(visualization.index_id) : undefined
  const computed = visualization
    ? assets.filter((asset) => asset.visualization_id === visualization.id && asset.date?.slice(0, 10) === date.date)
    : []
  const hasFailed = visualization?.status === 'failed'
  return (
    <>
      <Section
        title="Picture"
        actions={
          pictures.length > 0 && (
            <LinkButton
              size="s"
              tone="quiet"
              icon={AudioWaveform}
              href={paths.aoiDesk(aoi.aoi_id, { date: date.date, ...inDesk(index) })}
            >
              Spectral desk
            </LinkButton>
          )
        }
      >
        <div className={styles.view}>
          <Select
            label="Bands shown as red, green and blue"
            labelPlacement="hidden"
            options={composites.map(({ key, name, description }) => ({ id: key, label: name, description }))}
            value={visualization ? undefined : composite?.key}
            placeholder="Choose a picture in place of the index"
            onChange={(show) => onChange({ show })}
          />
        </div>
      </Section>
      {children}
      <Section
        title={
          visualization
            ? `${index?.name ?? 'Index'} on ${date.date}`
            : `${composite?.name ?? 'Picture'} on ${date.date}`
        }
      >
        <div className={styles.view}>
          {pictures.length === 0 && (
            <p className={styles.hint}>
              {date.mosaics.every(isAssetSettled)
                ? `No picture of this date: ${date.mosaics.find(({ description }) => description)?.description ?? 'it could not be prepared'}.`
                : 'It shows on the map as soon as this date is prepared.'}
            </p>
          )}
          {visualization && hasFailed && (
            <ErrorNotice
              what={`${index?.name ?? 'The index'} could not be computed`}
              advice={computed.find(({ description }) => description)?.description ?? 'Try another index.'}
            />
          )}
          {visualization && !isVisualizationSettled(visualization) && shownFiles(computed).length === 0 && (
            <ProgressBar label={`Computing ${index?.name ?? 'the index'}`} done={visualization.progress ?? 0} />
          )}
          {visualization &&
            !hasFailed &&
            (isVisualizationSettled(visualization) || shownFiles(computed).length > 0) && (
              <VisualizationView
                key={`${visualization.id} ${date.date}`}
                place={{ aoiId: aoi.aoi_id, visualizationId: visualization.id }}
                index={index}
                date={date.date}
                files={shownFiles(computed)}
                mode={search.mode}
                onModeChange={(mode) => onChange({ mode })}
                opacity={opacity}
                aoiName={aoi.name}
                onRefresh={onRefresh}
                hasLegend={isVisualizationSettled(visualization)}
              />
            )}
          {pictures.length > 0 && (
            <div className={styles.sliders}>
              {!visualization && (
                <Slider
                  label="Brightness"
                  value={brightness}
                  onChange={setBrightness}
                  min={0.5}
                  max={2.5}
                  step={0.05}
                  digits={2}
                />
              )}
              <Slider label="Opacity" value={opacityPercent} onChange={setOpacityPercent} min={0} max={100} unit="%" />
            </div>
          )}
          {!visualization && composite && (
            <AoiPicture
              files={pictures}
              composite={composite}
              gamma={brightness}
              opacity={opacity}
              onRefresh={onRefresh}
            />
          )}
        </div>
      </Section>
    </>
  )
}

/** The index that is shown here, as the desk's address says it. */
function inDesk(index: Index | undefined) {
  if (!index || index.expression_type === 'composite') return {}
  return { show: 'formula', f: index.expression, 'f-range': index.rescale?.map(String), 'f-colours': index.colormap }
}
