import { RampSelect } from '#src/ui/field/ramp-select.tsx'
import { Slider } from '#src/ui/field/slider.tsx'
import { useDesk } from '../desk-context.ts'
import { joinColormap, rampColours, rampGroups, splitColormap } from './colour-maps.ts'
import { RangeControls, StretchChoice } from './range-controls.tsx'

/** Colours of one value: the map, the range it spans, and how the middle of it lies. */
export function RampControls({ own, name }: { own: 'f' | 'band'; name: string }) {
  const { picture, changePicture, shown } = useDesk()
  const colormap = picture[`${own}-colours`]
  const gamma = picture[`${own}-gamma`]
  const range = shown?.ranges[0]
  const chosen = splitColormap(colormap)
  const setRange = (next: readonly [number, number] | null) =>
    changePicture({ [`${own}-range`]: next } as Partial<typeof picture>)
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
            colours={rampColours(colormap, gamma)}
          />
          <StretchChoice
            isByHand={picture[`${own}-range`] !== null}
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
