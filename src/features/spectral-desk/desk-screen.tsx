import type { Geometry } from 'geojson'
import { useMemo, useState, type ReactNode } from 'react'
import { useNavigate } from 'react-router'
import type { Satellite } from '#src/contract/satellites.ts'
import { gridOutline } from '#src/imagery/raster-grid.ts'
import type { RasterBand } from '#src/imagery/raster-info.ts'
import { useFitOnce } from '#src/map/fit-once.ts'
import { describeCog } from '#src/rasters/describe-cog.ts'
import { useCog } from '#src/rasters/use-cog.ts'
import { Panel, PanelPart } from '#src/ui/panel/panel.tsx'
import { ErrorNotice } from '#src/ui/status/error-notice.tsx'
import { SkeletonRows } from '#src/ui/status/skeleton.tsx'
import type { DeskDate, DeskScene } from './desk-context.ts'
import { DockPlace } from './dock/dock.tsx'
import { firstWidthPx, OpenDesk } from './open-desk.tsx'
import styles from './source/source.module.css'
import { DropFile } from './source/drop-file.tsx'
import { fileOf } from '#src/rasters/open-shared.ts'
import { useView } from './use-view.ts'

type DeskScreenProps = {
  /** What stays while dates of it are stepped through: the map is fitted once for it. */
  source: string
  url: string
  title: string
  subtitle?: ReactNode
  /** Where it lies, when that is known before the file is open: the map goes there meanwhile. */
  place?: Geometry | null | undefined
  /** What the pictures were made for: can be counted as a region. */
  area?: DeskScene['area'] | undefined
  /** Where Back leads. */
  backHref?: string
  /** What the service says about the bands, in the order of the file. */
  told?: readonly Partial<RasterBand>[] | undefined
  satellite?: Satellite | undefined
  onRefresh?: () => Promise<unknown>
  /** Chooses among the pictures of the same source, as the dates of an AOI. */
  chooser?: ReactNode
  /** All of them, the newest first; keep the same array between renders. */
  dates?: readonly DeskDate[]
}

/** The desk on one raster: opens it, then everything that looks into it. While the next one opens, the last stays. */
export function DeskScreen(props: DeskScreenProps) {
  const { source, url, title, subtitle, place, area, backHref, told, satellite, onRefresh, chooser, dates } = props
  const navigate = useNavigate()
  const view = useView()
  const opened = useCog(url, onRefresh)
  const [held, setHeld] = useState<{ source: string; key: string; opened: typeof opened }>()
  const key = fileOf(url)
  const isNew = held?.key !== key || held.opened.kind !== 'ready'
  if (opened.kind === 'ready' && isNew) setHeld({ source, key, opened })
  const shown = held?.source === source && held.opened.kind === 'ready' ? held : undefined
  const cog = shown?.opened.kind === 'ready' ? shown.opened.cog : undefined
  const { nodata, scale } = view.picture
  const outline = useMemo(() => (place ? [place] : cog ? [gridOutline(cog.info.grid)] : []), [place, cog])
  useFitOnce(source, outline)
  const described = useMemo(
    () => cog && describeCog(cog, { ...(told && { bands: told }), nodata, scale }),
    [cog, told, nodata, scale],
  )
  const scene = useMemo(
    (): DeskScene | undefined =>
      described && {
        key: shown?.key ?? key,
        source,
        title,
        cog: described,
        satellite,
        ...(area && { area }),
        ...(onRefresh && { onRefresh }),
        ...(dates && { dates }),
      },
    // A title of the next picture must not make a new scene of the last.
    [described, shown?.key, key, source, title, satellite, area, onRefresh, dates],
  )
  const panel = {
    title,
    subtitle,
    toolbar: chooser,
    isFlush: true,
    ...(backHref && { onBack: () => void navigate(backHref) }),
  }
  const failure = opened.kind === 'failed' && (
    <PanelPart>
      <ErrorNotice
        what="The picture could not be opened"
        advice={opened.error.message}
        onRetry={() => void Promise.resolve(onRefresh?.()).finally(opened.retry)}
      />
    </PanelPart>
  )
  return (
    <>
      <title>{`${title} – Spectral desk – Swath`}</title>
      {scene && !failure ? (
        <OpenDesk key={source} scene={scene} view={view} panel={panel} />
      ) : (
        <>
          <Panel {...panel} widthPx={firstWidthPx}>
            {failure || <Opening />}
          </Panel>
          {!failure && <DockPlace />}
        </>
      )}
      <DropFile />
    </>
  )
}

function Opening() {
  return (
    <>
      <SkeletonRows rows={8} label="Loading the picture" />
      <p className={styles.slow}>Still opening: what nobody has looked at before, the service has to prepare first.</p>
    </>
  )
}
