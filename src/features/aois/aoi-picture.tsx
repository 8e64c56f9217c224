import { useMemo } from 'react'
import type { PresetComposite } from '#src/formula/presets/composites.ts'
import type { Cog } from '#src/imagery/open-cog.ts'
import { compositePaint } from '#src/rasters/paint-from-expression.ts'
import { RasterByUrl } from '#src/rasters/raster-by-url.tsx'
import { RasterLayer } from '#src/rasters/raster-layer.tsx'
import { ErrorNotice } from '#src/ui/status/error-notice.tsx'

type AoiPictureProps = {
  files: readonly { id: string; url: string }[]
  composite: PresetComposite
  /** Above 1 brightens. */
  gamma: number
  opacity: number
  /** Asks for fresh addresses of the files. */
  onRefresh: () => Promise<unknown>
}

/** The mosaics of one day as a picture on the map. */
export function AoiPicture({ files, composite, gamma, opacity, onRefresh }: AoiPictureProps) {
  return files.map(({ id, url }, order) => (
    <RasterByUrl key={id} url={url} onRefresh={onRefresh}>
      {(cog) => <CompositeLayer name={`mosaic-${id}`} {...{ cog, composite, gamma, opacity, order, onRefresh }} />}
    </RasterByUrl>
  ))
}

type CompositeLayerProps = Omit<AoiPictureProps, 'files'> & { name: string; cog: Cog; order: number }

function CompositeLayer({ name, cog, composite, gamma, opacity, order, onRefresh }: CompositeLayerProps) {
  const { expression, rescale } = composite
  const paint = useMemo(
    () => compositePaint(expression, rescale, gamma, cog.info.bands),
    [expression, rescale, gamma, cog],
  )
  if (typeof paint === 'string')
    return <ErrorNotice tone="warn" what={`${composite.name} can not be shown`} advice={paint} />
  return <RasterLayer {...{ name, cog, paint, opacity, order, onRefresh }} />
}
