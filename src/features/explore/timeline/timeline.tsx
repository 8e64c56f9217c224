import { useMemo, useState } from 'react'
import { Button, Label, Slider, SliderTrack, VisuallyHidden } from 'react-aria-components'
import type { Scene } from '#src/scenes/scene.ts'
import { words } from '../words.ts'
import { BrushSurface } from './brush-surface.tsx'
import { DayThumb } from './day-thumb.tsx'
import { dayCount, daysBetween, isSameDays, placeOf, type Days } from './day-scale.ts'
import styles from './timeline.module.css'
import { clearPercent, timelineBuckets, type Bucket } from './timeline-buckets.ts'

type TimelineProps = {
  scenes: readonly Scene[]
  /** The axis: all days of the search. */
  period: Days
  /** What was brushed; the whole period when nothing was. */
  brushed: Days
  /** Null: nothing any more. */
  onBrush: (days: Days | null) => void
  /** How many scenes were read, when there are more. */
  countedAmong?: number
}

/**
 * How many scenes there are when, those of little cloud set apart. A stretch is drawn over it by hand, or set by its two
 * ends with the arrow keys; a press on a bar takes its days.
 */
export function Timeline({ scenes, period, brushed, onBrush, countedAmong }: TimelineProps) {
  const { from, to } = period
  const buckets = useMemo(() => timelineBuckets(scenes, from, to), [scenes, from, to])
  // Follows the hand; the search hears when the hand lets go.
  const [inHand, setInHand] = useState<Days>()
  const [pointed, setPointed] = useState<Bucket>()
  const days = dayCount(period)
  if (!(days >= 2)) return null

  const shown = inHand ?? brushed
  const isWhole = isSameDays(shown, period)
  const ends = [placeOf(shown.from, period), placeOf(shown.to, period) + 1]
  const commit = (next: Days) => {
    setInHand(undefined)
    onBrush(isSameDays(next, period) ? null : next)
  }
  const bucketAt = (place: number) => buckets.findLast((bucket) => placeOf(bucket.from, period) <= place)
  const fromEnds = ([start = 0, end = days]: number[]) => daysBetween(start, Math.max(end, start + 1), period)

  return (
    <div className={styles.timeline}>
      <Slider
        value={ends}
        minValue={0}
        maxValue={days}
        onChange={(next) => setInHand(fromEnds(next))}
        onChangeEnd={(next) => commit(fromEnds(next))}
      >
        <VisuallyHidden>
          <Label>{words.timeline}</Label>
        </VisuallyHidden>
        <SliderTrack className={styles.plot}>
          <Bars buckets={buckets} period={period} />
          <div className={styles.outside} style={{ left: 0, width: percent(ends[0]!, days) }} />
          <div className={styles.outside} style={{ left: percent(ends[1]!, days), right: 0 }} />
          <BrushSurface
            onPoint={(share) => setPointed(share === null ? undefined : bucketAt(share * days))}
            onDraw={(a, b) => setInHand(daysBetween(a * days, b * days, period))}
            onDrawn={(a, b) => commit(daysBetween(a * days, b * days, period))}
            onCancel={() => setInHand(undefined)}
            onPress={(share) => {
              const bucket = bucketAt(share * days)
              if (bucket) commit(isSameDays(bucket, brushed) ? period : { from: bucket.from, to: bucket.to })
            }}
          />
          <DayThumb index={0} label={words.firstDay} day={shown.from} />
          <DayThumb index={1} label={words.lastDay} day={shown.to} />
        </SliderTrack>
      </Slider>
      <div className={styles.ends} data-figures>
        <span>{shown.from}</span>
        <span className={styles.key}>
          {pointed ? <PointedBucket bucket={pointed} /> : <Key countedAmong={countedAmong} />}
        </span>
        <span>{shown.to}</span>
      </div>
      {!isWhole && (
        <Button onPress={() => onBrush(null)} className={styles.widen}>
          {words.allDays}
        </Button>
      )}
      <VisuallyHidden elementType="ul">
        {buckets
          .filter(({ clear, cloudy }) => clear + cloudy > 0)
          .map((bucket) => (
            <li key={bucket.from}>
              {words.timelineBar(bucket.from, bucket.to, totalOf(bucket), bucket.clear, clearPercent)}
            </li>
          ))}
      </VisuallyHidden>
    </div>
  )
}

const percent = (place: number, days: number) => `${(100 * place) / days}%`
const totalOf = ({ clear, cloudy }: Bucket) => clear + cloudy

/** Two shapes, however many bars: the page has enough to hold. */
function Bars({ buckets, period }: { buckets: readonly Bucket[]; period: Days }) {
  const most = Math.max(1, ...buckets.map(totalOf))
  const bars = buckets.map((bucket) => {
    const [start, end] = [placeOf(bucket.from, period), placeOf(bucket.to, period) + 1]
    const [clear, all] = [1 - bucket.clear / most, 1 - totalOf(bucket) / most]
    return {
      clear: bucket.clear > 0 ? `M${start},1V${clear}H${end}V1Z` : '',
      cloudy: bucket.cloudy > 0 ? `M${start},${clear}V${all}H${end}V${clear}Z` : '',
    }
  })
  return (
    <svg aria-hidden viewBox={`0 0 ${dayCount(period)} 1`} preserveAspectRatio="none" className={styles.bars}>
      <path d={bars.map(({ cloudy }) => cloudy).join('')} className={styles.cloudy} />
      <path d={bars.map(({ clear }) => clear).join('')} className={styles.clear} />
    </svg>
  )
}

function PointedBucket({ bucket }: { bucket: Bucket }) {
  return <>{words.pointedBar(bucket.from, bucket.to, totalOf(bucket), bucket.clear)}</>
}

function Key({ countedAmong }: Pick<TimelineProps, 'countedAmong'>) {
  return (
    <>
      <i className={styles.clear} /> {words.clearKey(clearPercent)} <i className={styles.cloudy} />{' '}
      {!countedAmong ? words.cloudyKey : words.cloudyKeyAmong(countedAmong)}
    </>
  )
}
