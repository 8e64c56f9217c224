import { X } from 'lucide-react'
import { useMemo, useState } from 'react'
import { colormapHex } from '#src/formula/colormaps.ts'
import { angleColormap } from '#src/imagery/angle/angle-layer.ts'
import { angleHistogram, binned, pixelsWithin, type AngleMap } from '#src/imagery/angle/angle-map.ts'
import { pixelAreaM2 } from '#src/imagery/raster-grid.ts'
import { LikenessLayer } from '#src/rasters/likeness-layer.tsx'
import { degreesOf } from '#src/spectra/spectral-angle.ts'
import { spectralAxis } from '#src/spectra/spectral-axis.ts'
import { withGaps } from '#src/spectra/spectrum.ts'
import { IconButton } from '#src/ui/button/icon-button.tsx'
import { ColourRamp } from '#src/ui/data/colour-ramp.tsx'
import { formatNumber } from '#src/ui/data/format-number.ts'
import { Slider } from '#src/ui/field/slider.tsx'
import { Section } from '#src/ui/panel/section.tsx'
import { useDesk } from '../desk-context.ts'
import { sampleName, type Sample } from './samples.ts'
import { MAX_ANGLE_RAD } from './spectra-search-params.ts'
import styles from './spectra.module.css'
import { useSampleValues } from './use-sample-values.ts'
import { useSpectraState } from './use-spectra-state.ts'
import { words } from './words.ts'

/** The map of likeness to one of the samples, while one is chosen. */
export function LikenessPart() {
  const [{ samples, likeness }] = useSpectraState()
  const sample = samples.find(({ number }) => number === likeness)
  return sample ? <Likeness sample={sample} /> : null
}

function Likeness({ sample }: { sample: Sample }) {
  const { scene } = useDesk()
  const [{ withinRad }, change] = useSpectraState()
  const [held, setHeld] = useState<number>()
  const only = useMemo(() => [sample], [sample])
  const { valuesOf } = useSampleValues(scene.cog, only)
  const read = valuesOf(sample)
  const values = read.kind === 'ready' ? read.read.values : undefined
  const isGap = useMemo(() => spectralAxis(scene.cog.info.bands).isGap, [scene.cog])
  const reference = useMemo(() => values && withGaps(values, isGap), [values, isGap])
  const within = held ?? withinRad
  const { width, height } = scene.cog.info.grid
  const groundM2 = pixelAreaM2(scene.cog.info.grid) * width * height
  const off = <IconButton icon={X} size="s" label={words.likenessOff} onPress={() => change({ likeness: null })} />
  return (
    <Section title={words.likenessOf(sampleName(sample))} actions={off}>
      <Slider
        label={words.within}
        value={within}
        onChange={setHeld}
        onChangeEnd={(rad) => {
          change({ withinRad: rad })
          setHeld(undefined)
        }}
        min={0.005}
        max={MAX_ANGLE_RAD}
        step={0.005}
        digits={3}
        unit="rad"
      />
      {reference && (
        <LikenessLayer
          name="likeness"
          cog={scene.cog}
          reference={reference}
          withinRad={within}
          order={1}
          {...(scene.onRefresh && { onRefresh: scene.onRefresh })}
        >
          {(map) => <Extent map={map} withinRad={within} groundM2={groundM2} />}
        </LikenessLayer>
      )}
      {read.kind === 'empty' && (
        <p className={styles.note}>{read.reason === 'outside' ? words.outside : words.noData}</p>
      )}
    </Section>
  )
}

type ExtentProps = {
  map: AngleMap | undefined
  withinRad: number
  /** Of the whole picture. */
  groundM2: number
}

/** What the colours mean, how the angles are spread, and how much ground lies within. */
function Extent({ map, withinRad, groundM2 }: ExtentProps) {
  const histogram = useMemo(() => map && angleHistogram(map, MAX_ANGLE_RAD), [map])
  const count = histogram ? pixelsWithin(histogram, withinRad) : 0
  return (
    <>
      <ColourRamp
        label={words.likenessRamp}
        colours={colours}
        min={0}
        max={degreesOf(withinRad)}
        unit="°"
        digits={1}
        {...(histogram && { histogram: binned(histogram, withinRad, rampBins) })}
      />
      <p className={styles.note} data-figures>
        {map && histogram
          ? words.likenessArea(
              // What was computed at a coarser level stands for more ground a pixel.
              formatNumber((count * groundM2) / map.angles.length / 1e4, 1),
              formatNumber((100 * count) / Math.max(1, histogram.pixels), 1, true),
            )
          : words.likenessWait}
      </p>
    </>
  )
}

const rampBins = 48
/** As the layer draws: the last colour of its map is the nearest. */
const colours = Array.from({ length: 9 }, (_, i) => colormapHex(angleColormap, 1 - i / 8))
