import { Slider } from '#src/ui/field/slider.tsx'
import { RasterByUrl } from '#src/rasters/raster-by-url.tsx'
import type { Result } from './result.ts'
import type { ResultSettings } from './result-settings.ts'
import { ClassRaster } from './class-raster.tsx'
import { PolygonsResult } from './polygons-result.tsx'
import styles from './results.module.css'
import { ValueRaster } from './value-raster.tsx'

export type ResultOnMapProps = {
  result: Result
  settings: ResultSettings
  onChange: (change: Partial<ResultSettings>) => void
  /** Asks for fresh addresses of the files. */
  onRefresh: () => Promise<unknown>
}

/** Draws a raster or polygons on the map while it is mounted; where it stands: the legend, and how it is shown. */
export function ResultOnMap(props: ResultOnMapProps) {
  const { result, settings, onChange, onRefresh } = props
  const { url, kind, classes } = result
  if (!url) return null
  return (
    <div className={styles.view}>
      {kind === 'vector' ? (
        <PolygonsResult key={result.id} {...props} />
      ) : (
        <RasterByUrl key={result.id} url={url} onRefresh={onRefresh}>
          {(cog) =>
            classes.length > 0 ? <ClassRaster cog={cog} url={url} {...props} /> : <ValueRaster cog={cog} {...props} />
          }
        </RasterByUrl>
      )}
      <Slider
        label="Opacity"
        value={settings.opacity}
        onChange={(opacity) => onChange({ opacity })}
        min={0}
        max={100}
        unit="%"
      />
    </div>
  )
}
