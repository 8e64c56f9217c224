import { useMemo } from 'react'
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
import { DeskContext } from './desk-context.ts'
import { DeskDock } from './desk-dock.tsx'
import { DeskLayer } from './desk.layer.tsx'
import { PicturePart } from './picture/picture-part.tsx'
import { usePicture } from './picture/use-picture.ts'
import { DropFile } from './source/drop-file.tsx'

type DeskScreenProps = {
  url: string
  title: string
  subtitle?: React.ReactNode
  /** Where Back leads. */
  backHref?: string
  /** What the service says about the bands, in the order of the file. */
  told?: readonly Partial<RasterBand>[]
  satellite?: Satellite | undefined
  onRefresh?: () => Promise<unknown>
  /** Chooses among the pictures of the same source, as the dates of an AOI. */
  chooser?: React.ReactNode
}

/** The desk on one raster: opens it, then everything that looks into it. */
export function DeskScreen(props: DeskScreenProps) {
  const { url, title, subtitle, backHref, told, satellite, onRefresh, chooser } = props
  const navigate = useNavigate()
  const [picture, changePicture] = usePicture()
  const opened = useCog(url)
  const cog = opened.kind === 'ready' ? opened.cog : undefined
  const { nodata, scale } = picture
  const described = useMemo(
    () => cog && describeCog(cog, { ...(told && { bands: told }), nodata, scale }),
    [cog, told, nodata, scale],
  )
  const key = url.split('?')[0] ?? url
  const outline = useMemo(() => (cog ? [gridOutline(cog.info.grid)] : []), [cog])
  useFitOnce(key, outline)
  const desk = useMemo(
    () =>
      described && {
        scene: { key, title, cog: described, satellite, ...(onRefresh && { onRefresh }) },
        picture,
        changePicture,
      },
    [described, key, title, satellite, onRefresh, picture, changePicture],
  )
  return (
    <>
      <Panel
        title={title}
        subtitle={subtitle}
        {...(backHref && { onBack: () => void navigate(backHref) })}
        isFlush
        toolbar={chooser}
      >
        <title>{`${title} – Spectral desk – Swath`}</title>
        {opened.kind === 'loading' && <SkeletonRows rows={8} label="Loading the picture" />}
        {opened.kind === 'failed' && (
          <PanelPart>
            <ErrorNotice
              what="The picture could not be opened"
              advice={opened.error.message}
              onRetry={() => void Promise.resolve(onRefresh?.()).finally(opened.retry)}
            />
          </PanelPart>
        )}
        {desk && (
          <DeskContext value={desk}>
            <DeskLayer />
            <PicturePart />
          </DeskContext>
        )}
      </Panel>
      {desk && (
        <DeskContext value={desk}>
          <DeskDock />
        </DeskContext>
      )}
      <DropFile />
    </>
  )
}
