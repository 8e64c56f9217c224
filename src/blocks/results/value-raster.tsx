import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useMemo } from 'react'
import type { Cog } from '#src/imagery/open-cog.ts'
import type { Paint } from '#src/imagery/paint.ts'
import type { ValueSummary } from '#src/imagery/value-summary.ts'
import { storedBand } from '#src/rasters/paint-from-expression.ts'
import { RasterLayer } from '#src/rasters/raster-layer.tsx'
import { useValueSummaries } from '#src/rasters/use-value-summary.ts'
import { IconButton } from '#src/ui/button/icon-button.tsx'
import { Select } from '#src/ui/field/select.tsx'
import { SkeletonText } from '#src/ui/status/skeleton.tsx'
import { rampRange, usualColours } from './palettes.ts'
import type { ResultOnMapProps } from './result-on-map.tsx'
import styles from './results.module.css'
import { bandChoice, joinedSummary, sampledBands, type BandOption } from './value-bands.ts'
import { ValueLegend } from './value-legend.tsx'

/** A raster of values: one of its bands along a colour map, or three as red, green and blue. */
export function ValueRaster({ cog, result, settings, onChange, onRefresh }: ResultOnMapProps & { cog: Cog }) {
  const { options, isSeries } = useMemo(() => bandChoice(cog, result), [cog, result])
  const chosen = options.find(({ id }) => id === settings.band) ?? options[0]
  const measured = useMemo(
    () => (isSeries ? sampledBands(options.length) : (chosen?.bands ?? [])),
    [isSeries, options, chosen],
  )
  const read = useValueSummaries(cog, measured)
  const shown = isSeries ? chosen : options.find(({ bands }) => bands.join() === read?.bands.join())
  const summaries = read && (isSeries ? [joinedSummary(read.summaries)] : read.summaries)
  return (
    <>
      {options.length > 1 && chosen && (
        <BandStepper options={options} chosen={chosen} onChange={(band) => onChange({ band })} />
      )}
      {!summaries || !shown ? (
        <SkeletonText width="100%" />
      ) : summaries.includes(null) ? (
        <p className={styles.note}>{shown.label} has no value in this area.</p>
      ) : (
        <ShownBands
          {...{ cog, result, settings, onChange, onRefresh, shown }}
          summaries={summaries as readonly ValueSummary[]}
        />
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

type ShownBandsProps = ResultOnMapProps & { cog: Cog; shown: BandOption; summaries: readonly ValueSummary[] }

function ShownBands({ cog, shown, summaries, result, settings, onChange, onRefresh }: ShownBandsProps) {
  const { opacity } = settings
  const colours = settings.colours ?? usualColours(result.name)
  const paint = useMemo((): Paint => {
    const [first, second, third] = shown.bands.map((band) => storedBand(band, cog.info.bands))
    const [a, b, c] = summaries
    if (first && second && third && a && b && c) {
      const ranges = [rampRange(a), rampRange(b), rampRange(c)] as const
      return { kind: 'rgb', trees: [first, second, third], ranges }
    }
    return { kind: 'ramp', tree: first!, range: rampRange(a!, colours), colormap: colours }
  }, [cog, shown, summaries, colours])
  return (
    <>
      <RasterLayer name={`result-${result.id}`} {...{ cog, paint, onRefresh }} order={1} opacity={opacity / 100} />
      {paint.kind === 'ramp' && (
        <ValueLegend
          label={shown.description || shown.label}
          summary={summaries[0]!}
          colours={colours}
          onColoursChange={(next) => onChange({ colours: next })}
        />
      )}
    </>
  )
}
