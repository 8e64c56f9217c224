import { Minus, Plus, Rows3 } from 'lucide-react'
import type { PresetIndex } from '#src/formula/presets/preset-indices.ts'
import { shareBelow, type ValueStatistics } from '#src/imagery/value-statistics.ts'
import { Button } from '#src/ui/button/button.tsx'
import { IconButton } from '#src/ui/button/icon-button.tsx'
import { formatNumber } from '#src/ui/data/format-number.ts'
import { NumberField } from '#src/ui/field/number-field.tsx'
import { RampSelect } from '#src/ui/field/ramp-select.tsx'
import { RangeHistogram } from '#src/ui/field/range-histogram.tsx'
import { TextField } from '#src/ui/field/text-field.tsx'
import { Menu } from '#src/ui/overlay/menu.tsx'
import { useDesk } from '../desk-context.ts'
import { boundsText } from './class-bounds.ts'
import { joinColormap, rampGroups, splitColormap } from './colour-maps.ts'
import { breaksFor, classesOf, publishedClasses } from './picture-paint.ts'
import styles from './picture.module.css'

const MOST = 15

/** Values in classes: borders to drag or type, names and colours of one's own. */
export function ClassControls({ name, preset }: { name: string; preset: PresetIndex | undefined }) {
  const { picture, changePicture, shown } = useDesk()
  const breaks = picture['f-breaks'] ?? []
  const classes = classesOf(picture, breaks)
  const statistics = shown?.statistics?.[0]
  const range = shown?.ranges[0] ?? [0, 1]
  const map = splitColormap(picture['f-colours'])
  const regroup = (count: number, by: 'steps' | 'pixels') => {
    const next = breaksFor(count, by, range, statistics)
    if (next.length > 0) changePicture({ 'f-breaks': next, 'f-classes': null, 'f-labels': null })
  }
  const setColour = (at: number, colour: string) =>
    changePicture({ 'f-classes': classes.map((one, i) => (i === at ? colour : one.colour).slice(1)) })
  const setLabel = (at: number, label: string) =>
    changePicture({ 'f-labels': classes.map((one, i) => (i === at ? label : one.label)) })
  const setBreaks = (next: number[]) => changePicture({ 'f-breaks': next })
  const published = preset && publishedClasses(preset)
  return (
    <>
      <RampSelect
        label="Colours of the classes"
        labelPlacement="hidden"
        groups={rampGroups}
        value={map.name}
        onChange={(next) => changePicture({ 'f-colours': joinColormap(next, map.isReversed), 'f-classes': null })}
        isReversed={map.isReversed}
        onReversedChange={(isReversed) =>
          changePicture({ 'f-colours': joinColormap(map.name, isReversed), 'f-classes': null })
        }
      />
      <RangeHistogram
        label={`Borders between the classes of ${name}`}
        histogram={statistics?.histogram}
        value={breaks}
        onChange={setBreaks}
        thumbLabel={(index) => `Border ${index + 1} of ${breaks.length}`}
        segments={classes.map(({ colour }) => colour)}
      />
      <div className={styles.grouping}>
        <span className={styles.count} data-figures>
          {classes.length} classes
        </span>
        <IconButton
          icon={Minus}
          size="s"
          label="One class less"
          isDisabled={classes.length <= 2}
          onPress={() => regroup(classes.length - 1, 'steps')}
        />
        <IconButton
          icon={Plus}
          size="s"
          label="One class more"
          isDisabled={classes.length >= MOST}
          onPress={() => regroup(classes.length + 1, 'steps')}
        />
        <Menu
          label="Set the borders"
          trigger={
            <Button size="s" tone="quiet" icon={Rows3}>
              Set the borders
            </Button>
          }
          groups={[
            {
              entries: [
                { id: 'steps', label: 'At equal steps', onAction: () => regroup(classes.length, 'steps') },
                {
                  id: 'pixels',
                  label: 'For equal areas',
                  isDisabled: !statistics,
                  onAction: () => regroup(classes.length, 'pixels'),
                },
                ...(published
                  ? [
                      {
                        id: 'published',
                        label: 'As published',
                        description: preset.theoretical.source,
                        onAction: () => changePicture(published),
                      },
                    ]
                  : []),
              ],
            },
          ]}
        />
      </div>
      <div className={styles.classes} role="list" aria-label={`Classes of ${name}`}>
        {classes.map(({ colour, label, min, max }, i) => (
          <div key={i} role="listitem" className={styles.class}>
            <input
              type="color"
              aria-label={`Colour of class ${i + 1}`}
              className={styles.colour}
              value={colour}
              onChange={(event) => setColour(i, event.target.value)}
            />
            <TextField
              label={`Name of class ${i + 1}`}
              labelPlacement="hidden"
              placeholder={boundsText(min, max)}
              value={label}
              onChange={(next) => setLabel(i, next)}
            />
            {i < breaks.length ? (
              <NumberField
                label={`Upper border of class ${i + 1}`}
                labelPlacement="hidden"
                value={max}
                formatOptions={{ maximumFractionDigits: 6, useGrouping: false }}
                onChange={(next) => {
                  const moved = breaks.with(i, next)
                  if (moved.every((at, j) => j === 0 || at > moved[j - 1]!)) setBreaks(moved)
                }}
              />
            ) : (
              <span className={styles.above}>above</span>
            )}
            <span className={styles.share} data-figures>
              {statistics && statistics.valid > 0 ? shareText(statistics, min, max) : ''}
            </span>
          </div>
        ))}
      </div>
    </>
  )
}

function shareText(statistics: ValueStatistics, min: number, max: number): string {
  const share = shareBelow(statistics, max) - shareBelow(statistics, min)
  return `${formatNumber(share * 100, 1, true)} %`
}
