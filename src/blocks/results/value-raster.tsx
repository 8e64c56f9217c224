import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { Cog } from '#src/imagery/open-cog.ts'
import type { Paint } from '#src/imagery/paint.ts'
import { storedBand } from '#src/rasters/paint-from-expression.ts'
import { RasterLayer } from '#src/rasters/raster-layer.tsx'
import { useStatistics } from '#src/rasters/use-statistics.ts'
import { IconButton } from '#src/ui/button/icon-button.tsx'
import { Select } from '#src/ui/field/select.tsx'
import { ErrorNotice } from '#src/ui/status/error-notice.tsx'
import { SkeletonText } from '#src/ui/status/skeleton.tsx'
import { PointReadout } from './point-readout.tsx'
import { rampRange, usualColours } from './palettes.ts'
import type { ResultOnMapProps } from './result-on-map.tsx'
import styles from './results.module.css'
import { bandChoice, joinedSpread, sampledBands, spreadOf, type BandOption, type ValueSpread } from './value-bands.ts'
import { ValuesHere } from './values-here.tsx'
import { ValueLegend } from './value-legend.tsx'

/** A raster of values: one of its bands along a colour map, or three as red, green and blue. */
export function ValueRaster({ cog, result, settings, onChange, onRefresh }: ResultOnMapProps & { cog: Cog }) {
  const { options, isSeries } = useMemo(() => bandChoice(cog, result), [cog, result])
  const chosen = options.find(({ id }) => id === settings.band) ?? options[0]
  const trees = useMemo(() => {
    const measured = isSeries ? sampledBands(options.length) : (chosen?.bands ?? [])
    return measured.map((band) => storedBand(band, cog.info.bands))
  }, [cog, isSeries, options, chosen])
  const { statistics, error } = useStatistics(cog, trees)
  const ready = chosen && statistics ? { option: chosen, statistics } : undefined
  // While another band is being read the last one stays, so that the picture does not flicker from step to step.
  const [last, setLast] = useState(ready)
  if (ready && (ready.option !== last?.option || ready.statistics !== last.statistics)) setLast(ready)
  const drawn = ready ?? last
  const ranges = useMemo(() => {
    const each = drawn?.statistics.map(spreadOf) ?? []
    return isSeries ? [joinedSpread(each)] : each
  }, [drawn?.statistics, isSeries])
  return (
    <>
      {options.length > 1 && chosen && (
        <BandStepper options={options} chosen={chosen} onChange={(band) => onChange({ band })} />
      )}
      {error && <ErrorNotice what="The values could not be read" advice={error.message} />}
      {!drawn ? (
        !error && <SkeletonText width="100%" />
      ) : ranges.includes(null) ? (
        <p className={styles.note}>{drawn.option.label} has no value in this area.</p>
      ) : (
        <ShownBands
          {...{ cog, result, settings, onChange, onRefresh }}
          shown={drawn.option}
          ranges={ranges as readonly ValueSpread[]}
        />
      )}
      {drawn && (
        <PointReadout cog={cog}>
          {(values) => <ValuesHere {...{ values, options, isSeries }} shown={drawn.option} />}
        </PointReadout>
      )}
    </>
  )
}

type BandStepperProps = { options: readonly BandOption[]; chosen: BandOption; onChange: (id: string) => void }

function BandStepper({ options, chosen, onChange }: BandStepperProps) {
  const at = options.indexOf(chosen)
  const [before, after] = [options[at - 1], options[at + 1]]
  return (
    <div className={styles.stepper}>
      <Select label="Shown band" labelPlacement="hidden" options={options} value={chosen.id} onChange={onChange} />
      <IconButton
        icon={ChevronLeft}
        label="Previous band"
        isDisabled={!before}
        onPress={() => before && onChange(before.id)}
      />
      <IconButton
        icon={ChevronRight}
        label="Next band"
        isDisabled={!after}
        onPress={() => after && onChange(after.id)}
      />
    </div>
  )
}

type ShownBandsProps = ResultOnMapProps & { cog: Cog; shown: BandOption; ranges: readonly ValueSpread[] }

function ShownBands({ cog, shown, ranges, result, settings, onChange, onRefresh }: ShownBandsProps) {
  const { opacity } = settings
  const colours = settings.colours ?? usualColours(result.name)
  const paint = useMemo((): Paint => {
    const [first, second, third] = shown.bands.map((band) => storedBand(band, cog.info.bands))
    const [a, b, c] = ranges
    if (first && second && third && a && b && c)
      return {
        kind: 'rgb',
        trees: [first, second, third],
        ranges: [rampRange(a), rampRange(b), rampRange(c)],
      }
    return { kind: 'ramp', tree: first!, range: rampRange(a!, colours), colormap: colours }
  }, [cog, shown, ranges, colours])
  return (
    <>
      <RasterLayer name={`result-${result.id}`} {...{ cog, paint, onRefresh }} order={1} opacity={opacity / 100} />
      {paint.kind === 'ramp' && (
        <ValueLegend
          label={shown.description || shown.label}
          range={ranges[0]!}
          colours={colours}
          onColoursChange={(next) => onChange({ colours: next })}
        />
      )}
    </>
  )
}
