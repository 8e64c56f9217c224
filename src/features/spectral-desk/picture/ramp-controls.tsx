import { RampSelect } from '#src/ui/field/ramp-select.tsx'
import { Slider } from '#src/ui/field/slider.tsx'
import { useDesk } from '../desk-context.ts'
import { joinColormap, rampGroups, rampSegments, splitColormap } from './colour-maps.ts'
import { rangeChange } from './picture-paint.ts'
import type { Range } from './picture-search-params.ts'
import { RangeControls, StretchChoice } from './range-controls.tsx'

type RampControlsProps = {
  own: 'f' | 'band'
  /** As "NDVI". */
  name: string
  /** The range an index is usually shown over. */
  usual?: Range | undefined
}

/** Colours of one value: the map, the range it spans, and how the middle of it lies. */
export function RampControls({ own, name, usual }: RampControlsProps) {
  const { picture, changePicture, shown } = useDesk()
  const colormap = picture[`${own}-colours`]
  const gamma = picture[`${own}-gamma`]
  const range = shown?.ranges[0]
  const chosen = splitColormap(colormap)
  const setRange = (next: Range) => changePicture(rangeChange(picture, [], 0, next))
  return (
    <>
      <RampSelect
        label="Colour map"
        labelPlacement="hidden"
        groups={rampGroups}
        value={chosen.name}
        onChange={(map) => changePicture({ [`${own}-colours`]: joinColormap(map, chosen.isReversed) })}
        isReversed={chosen.isReversed}
        onReversedChange={(isReversed) => changePicture({ [`${own}-colours`]: joinColormap(chosen.name, isReversed) })}
      />
      {range && (
        <>
          <RangeControls
            name={name}
            statistics={shown?.statistics?.[0]}
            range={range}
            onChange={setRange}
            segments={rampSegments(colormap, gamma)}
            {...(own === 'band' && { emptyWords: 'No pixel of this band has a value.' })}
          />
          <StretchChoice
            byHand={picture[`${own}-range`]}
            isUsual={usual !== undefined && picture[`${own}-range`]?.join() === usual.join()}
            {...(usual && { onUsual: () => setRange(usual) })}
            onByHand={() => setRange(range)}
            onByPixels={(percentiles) => changePicture({ [`${own}-range`]: null, percentiles })}
          />
        </>
      )}
      <Slider
        label="Gamma"
        value={gamma}
        onChange={(next) => changePicture({ [`${own}-gamma`]: next })}
        min={0.2}
        max={3}
        step={0.05}
        digits={2}
      />
    </>
  )
}
