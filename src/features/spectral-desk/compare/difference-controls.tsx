import { Button } from '#src/ui/button/button.tsx'
import { NumberField } from '#src/ui/field/number-field.tsx'
import { RampSelect } from '#src/ui/field/ramp-select.tsx'
import { RangeHistogram } from '#src/ui/field/range-histogram.tsx'
import { ErrorNotice } from '#src/ui/status/error-notice.tsx'
import { useDesk } from '../desk-context.ts'
import { joinColormap, rampGroups, rampSegments, splitColormap } from '../picture/colour-maps.ts'
import { useComparison } from './compare-context.ts'
import styles from './compare.module.css'
import { pictureName } from './picture-name.ts'
import { subtractable } from './subtractable.ts'
import { words } from './words.ts'

/** The colours of A − B: alike above and below zero. */
export function DifferenceControls() {
  const { compare, changeCompare, difference } = useComparison()
  if (difference.kind === 'problem') return <NoDifference problem={difference.problem} />
  if (difference.kind === 'waiting') return <p className={styles.note}>{words.differenceWaits}</p>
  const { statistics, range } = difference
  const colours = splitColormap(compare['difference-colours'])
  const setRange = (next: number) => next > 0 && changeCompare({ 'difference-range': Number(next.toPrecision(4)) })
  // As many digits as tell the ends apart.
  const digits = Math.min(10, Math.max(0, 2 - Math.floor(Math.log10(range))))
  return (
    <>
      <RampSelect
        label={words.differenceColours}
        labelPlacement="hidden"
        groups={rampGroups}
        value={colours.name}
        onChange={(name) => changeCompare({ 'difference-colours': joinColormap(name, colours.isReversed) })}
        isReversed={colours.isReversed}
        onReversedChange={(isReversed) =>
          changeCompare({ 'difference-colours': joinColormap(colours.name, isReversed) })
        }
      />
      {statistics?.valid === 0 ? (
        <p className={styles.note}>{words.differenceEmpty}</p>
      ) : (
        <RangeHistogram
          label={words.differenceRange}
          histogram={statistics?.histogram}
          value={[-range, range]}
          // Both ends go together: the one that was moved tells how far.
          onChange={([low = -range, high = range]) => setRange(low === -range ? high : -low)}
          segments={rampSegments(compare['difference-colours'])}
        />
      )}
      <div className={styles.range}>
        <NumberField
          label={words.differenceUpTo}
          labelPlacement="side"
          value={range}
          arrowStep={10 ** -Math.max(0, digits - 1)}
          formatOptions={{ maximumFractionDigits: digits, useGrouping: false }}
          onChange={setRange}
        />
        <Button
          size="s"
          tone="quiet"
          isDisabled={compare['difference-range'] === null}
          onPress={() => changeCompare({ 'difference-range': null })}
        >
          {words.differenceByPixels}
        </Button>
      </div>
    </>
  )
}

/** Why A − B can not be shown; with what can be, by a press, where the reason is that a picture is a composite. */
function NoDifference({ problem }: { problem: string }) {
  const { scene, picture, changePicture } = useDesk()
  const { compare, changeCompare, b } = useComparison()
  const { bands } = scene.cog.info
  const isOtherRaster = b !== undefined && b.scene.key !== scene.key
  const fit = b && subtractable(picture, b.picture, bands, isOtherRaster)
  const offer = () => {
    if (!fit || !b) return undefined
    const [nameA, nameB] = [
      pictureName({ ...picture, ...fit.a }, bands),
      pictureName({ ...b.picture, ...fit.b }, b.scene.cog.info.bands),
    ]
    const show = () => {
      changePicture(fit.a)
      changeCompare({ picture: { ...compare.picture, ...fit.b } })
    }
    return (
      <Button size="s" tone="primary" onPress={show}>
        {nameA === nameB ? words.subtractDates(nameA) : words.subtract(nameA, nameB)}
      </Button>
    )
  }
  return <ErrorNotice tone="warn" what={words.noDifference} advice={problem} actions={offer()} />
}
