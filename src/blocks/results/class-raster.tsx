import { useMemo } from 'react'
import type { Cog } from '#src/imagery/open-cog.ts'
import type { Paint } from '#src/imagery/paint.ts'
import { storedBand } from '#src/rasters/paint-from-expression.ts'
import { RasterLayer } from '#src/rasters/raster-layer.tsx'
import { useClassAreas } from '#src/rasters/use-class-areas.ts'
import { Legend } from '#src/ui/data/legend.tsx'
import { ClassSwatch } from './class-swatch.tsx'
import { PointReadout } from './point-readout.tsx'
import type { ResultOnMapProps } from './result-on-map.tsx'
import styles from './results.module.css'

/** A raster of class numbers in the colours of its classes, with their areas counted from its pixels. */
export function ClassRaster({
  cog,
  url,
  result,
  settings,
  onChange,
  onRefresh,
}: ResultOnMapProps & { cog: Cog; url: string }) {
  const { id, label, classes } = result
  const { hidden } = settings
  // Half a number to each side: class numbers are whole.
  const ranges = useMemo(
    () => classes.map(({ value, colour }) => ({ value, min: value - 0.5, max: value + 0.5, colour })),
    [classes],
  )
  const paint = useMemo(
    (): Paint => ({
      kind: 'classes',
      tree: storedBand(0, cog.info.bands),
      classes: ranges.filter(({ value }) => !hidden.includes(value)),
    }),
    [cog, ranges, hidden],
  )
  const counted = useClassAreas([url], ranges)
  const areas = classes.map(({ areaM2 }, i) => counted?.areasM2[i] ?? areaM2)
  const total = counted?.totalM2 ?? areas.reduce<number>((sum, area) => sum + (area ?? 0), 0)
  const items = classes.map(({ value, colour, label: name }, i) => ({
    value,
    colour,
    label: name,
    ...(areas[i] !== undefined && {
      areaHa: areas[i] / 10_000,
      percent: total > 0 ? (100 * areas[i]) / total : 0,
    }),
  }))
  const found = items.filter(({ areaHa }) => areaHa !== 0)
  const absent = items.filter(({ areaHa }) => areaHa === 0)
  return (
    <>
      <RasterLayer
        name={`result-${id}`}
        cog={cog}
        paint={paint}
        opacity={settings.opacity / 100}
        order={1}
        onRefresh={onRefresh}
      />
      <Legend
        label={`${label}, classes`}
        items={found}
        renderSwatch={(item, i) => {
          const { value } = found[i]!
          return (
            <ClassSwatch
              colour={item.colour}
              label={item.label}
              isShown={!hidden.includes(value)}
              onChange={(isShown) =>
                onChange({ hidden: isShown ? hidden.filter((one) => one !== value) : [...hidden, value] })
              }
            />
          )
        }}
      />
      <PointReadout cog={cog}>
        {([value]) => <p>{classes.find((one) => one.value === value)?.label ?? 'No data'}</p>}
      </PointReadout>
      {absent.length > 0 && (
        <p className={styles.note}>Not found here: {absent.map(({ label: name }) => name.toLowerCase()).join(', ')}.</p>
      )}
    </>
  )
}
