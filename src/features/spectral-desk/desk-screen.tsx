import type { Geometry } from 'geojson'
import { useMemo, useState, type ReactNode } from 'react'
import { useNavigate } from 'react-router'
import type { Satellite } from '#src/contract/satellites.ts'
import type { Cog } from '#src/imagery/open-cog.ts'
import { gridOutline } from '#src/imagery/raster-grid.ts'
import type { RasterBand } from '#src/imagery/raster-info.ts'
import { useFitOnce } from '#src/map/fit-once.ts'
import { fileOf } from '#src/rasters/open-shared.ts'
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

/** The last raster that could be opened, and what is said of it. */
type Held = { source: string; key: string; cog: Cog; title: string; told: DeskScreenProps['told'] }

/** The desk on one raster: opens it, then everything that looks into it. While the next one opens, the last stays. */
export function DeskScreen(props: DeskScreenProps) {
  const { source, url, title, subtitle, place, area, backHref, told, satellite, onRefresh, chooser, dates } = props
  const navigate = useNavigate()
  const view = useView()
  const opened = useCog(url, onRefresh)
  const key = fileOf(url)
  const [held, setHeld] = useState<Held>()
  // What is said of the next picture must not be taken for the last one's.
  const isOther = held?.key !== key || held.title !== title || held.told !== told
  if (opened.kind === 'ready' && (isOther || held.cog !== opened.cog))
    setHeld({ source, key, title, told, cog: opened.cog })
  const shown = held?.source === source ? held : undefined
  const { nodata, scale } = view.picture
  // The same as long as its pixels are: a new one is read, counted and drawn anew.
  const cog = useMemo(
    () => shown && describeCog(shown.cog, { ...(shown.told && { bands: shown.told }), nodata, scale }),
    [shown, nodata, scale],
  )
  const outline = useMemo(() => (place ? [place] : cog ? [gridOutline(cog.info.grid)] : []), [place, cog])
  useFitOnce(source, outline)
  const scene = useMemo(
    (): DeskScene | undefined =>
      shown &&
      cog && {
        key: shown.key,
        source,
        title: shown.title,
        cog,
        satellite,
        ...(area && { area }),
        ...(onRefresh && { onRefresh }),
        ...(dates && { dates }),
      },
    [shown, cog, source, satellite, area, onRefresh, dates],
  )
  const panel = {
    title,
    subtitle,
    toolbar: chooser,
    isFlush: true,
    ...(backHref && { onBack: () => void navigate(backHref) }),
  }
  const failure =
    opened.kind === 'failed' ? (
      <PanelPart>
        <ErrorNotice
          what="The picture could not be opened"
          advice={opened.error.message}
          onRetry={() => void Promise.resolve(onRefresh?.()).finally(opened.retry)}
        />
      </PanelPart>
    ) : undefined
  return (
    <>
      <title>{`${title} – Spectral desk – Swath`}</title>
      {scene ? (
        <OpenDesk key={source} scene={scene} view={view} panel={panel} problem={failure} />
      ) : (
        <>
          <Panel {...panel} widthPx={firstWidthPx}>
            {failure ?? <Opening />}
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
