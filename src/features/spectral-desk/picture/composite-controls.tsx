import { presetComposites } from '#src/formula/presets/composites.ts'
import { Select } from '#src/ui/field/select.tsx'
import { Slider } from '#src/ui/field/slider.tsx'
import { useDesk } from '../desk-context.ts'
import { FormulaField } from './formula-field.tsx'
import { rangeChange, usualRange } from './picture-paint.ts'
import type { Range } from './picture-search-params.ts'
import { compositePreset, compositeText, readFormula } from './picture-trees.ts'
import styles from './picture.module.css'
import { RangeControls, StretchChoice } from './range-controls.tsx'

const channels = ['Red', 'Green', 'Blue'] as const

/** Three bands or expressions as red, green and blue, each with a stretch of its own. */
export function CompositeControls() {
  const { scene, picture, changePicture, shown } = useDesk()
  const { bands } = scene.cog.info
  const presets = presetComposites(bands)
  const text = compositeText(picture.rgb, bands)
  const parts = text.split(text.includes(';') ? ';' : ',').map((part) => part.trim())
  const preset = compositePreset(picture.rgb, bands)
  const usual = usualRange(picture.rgb, bands)
  const ranges = shown?.ranges.length === 3 ? shown.ranges : undefined
  const setRange = (channel: number, range: Range) =>
    ranges && changePicture(rangeChange(picture, ranges, channel, range))
  return (
    <>
      {presets.length > 0 && (
        <Select
          label="Composite"
          labelPlacement="hidden"
          options={presets.map(({ key, name, description }) => ({ id: key, label: name, description }))}
          value={preset?.key}
          placeholder="Bands of your own"
          onChange={(rgb) => changePicture({ rgb, 'rgb-ranges': null })}
        />
      )}
      {channels.map((channel, i) => (
        <div key={channel} className={styles.channel} data-channel={channel.toLowerCase()}>
          <FormulaField
            label={channel}
            labelPlacement="side"
            value={parts[i] ?? ''}
            read={readFormula(parts[i] ?? '', bands)}
            bands={bands}
            onChange={(part) =>
              changePicture({
                rgb: channels.map((_, at) => (at === i ? part.replaceAll(';', '') : (parts[at] ?? ''))).join('; '),
              })
            }
            hasReferences
          />
          {ranges?.[i] && (
            <RangeControls
              name={channel}
              statistics={shown?.statistics?.[i]}
              range={ranges[i]}
              onChange={(range) => setRange(i, range)}
              barColour={`var(--channel-${channel.toLowerCase()})`}
              heightPx={30}
              isCompact
            />
          )}
        </div>
      ))}
      <StretchChoice
        byHand={picture['rgb-ranges']?.[0] ?? null}
        isUsual={!picture['rgb-ranges'] && picture['rgb-stretch'] === 'usual' && usual !== undefined}
        onByHand={() => ranges && setRange(0, ranges[0]!)}
        onByPixels={(percentiles) => changePicture({ 'rgb-ranges': null, 'rgb-stretch': 'pixels', percentiles })}
        {...(usual && { onUsual: () => changePicture({ 'rgb-ranges': null, 'rgb-stretch': 'usual' }) })}
      />
      <Slider
        label="Gamma"
        value={picture['rgb-gamma']}
        onChange={(next) => changePicture({ 'rgb-gamma': next })}
        min={0.2}
        max={3}
        step={0.05}
        digits={2}
      />
    </>
  )
}
