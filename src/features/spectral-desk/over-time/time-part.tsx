import { use, useMemo, useState } from 'react'
import { fileOf } from '#src/rasters/open-shared.ts'
import { Button } from '#src/ui/button/button.tsx'
import { EmptyState } from '#src/ui/status/empty-state.tsx'
import { useShortcuts } from '#src/ui/shortcuts/use-shortcuts.ts'
import { useDesk, type DeskDate } from '../desk-context.ts'
import { presetOf } from '../picture/index-library.ts'
import { classesOf } from '../picture/picture-paint.ts'
import { DateChoiceContext } from '../source/date-choice.ts'
import { useRegionChoice } from '../statistics/use-region-choice.ts'
import { words as regionWords } from '../statistics/words.ts'
import { DateStrip } from './date-strip.tsx'
import { PlayButtons } from './play-buttons.tsx'
import { TimeBar } from './time-bar.tsx'
import { TimeChart } from './time-chart.tsx'
import { timePoints, type TimeDisplay } from './time-series.ts'
import { TimeTable } from './time-table.tsx'
import styles from './time.module.css'
import { useOverTime } from './use-over-time.ts'
import { usePlayDates } from './use-play-dates.ts'
import { useTimeDisplay } from './use-time-display.ts'
import { words } from './words.ts'

const none: readonly DeskDate[] = []
const channelColours = ['--channel-red', '--channel-green', '--channel-blue'] as const

/** What is shown, followed through all dates of the AOI: a chart, and the dates to step and play through on the map. */
export function TimePart({ dates }: { dates: readonly DeskDate[] }) {
  const { scene, picture, read, shown, isMissing } = useDesk()
  // While a formula can not be read, the last that could stays.
  const [asked, setAsked] = useState(picture)
  if (read?.ok && asked !== picture) setAsked(picture)
  const { shownId, show } = use(DateChoiceContext)
  const { regions, chosen, choose } = useRegionChoice()
  const region = chosen ?? regions.find(({ id }) => id === 'aoi') ?? regions.at(-1)!
  const breaks = picture.show === 'formula' ? picture['f-breaks'] : null
  const classes = useMemo(() => (breaks ? classesOf(picture, breaks) : []), [picture, breaks])
  const [display, setDisplay] = useTimeDisplay(breaks !== null)
  const isThere = shown !== undefined && shown.show === picture.show
  const counted = useOverTime(
    isThere ? dates : none,
    { picture: asked, area: region.area, breaks, satellite: scene.satellite },
    shownId,
    scene.onRefresh,
  )
  const points = timePoints(dates, counted.stateOf)
  const at = points.findIndex(({ date }) => date.id === shownId)
  const showAt = (next: number) => {
    const point = points[next]
    if (point && next !== at) show(point.date.id)
  }
  const askedUrl = dates.find(({ id }) => id === shownId)?.url
  const play = usePlayDates({
    isShown: isMissing || (askedUrl !== undefined && scene.key === fileOf(askedUrl) && shown?.cog === scene.cog),
    shown: shownId,
    hasNext: at < points.length - 1,
    next: () => showAt(at + 1),
    start: () => showAt(0),
  })
  useShortcuts([{ keys: 'T', does: words.play, run: play.toggle }])

  if (!isThere) return <EmptyState>{words.noFormula}</EmptyState>
  const name = (picture.show === 'formula' && presetOf(picture.f, scene.cog.info.bands)?.name) || regionWords.value
  const lines =
    shown.trees.length === 3
      ? regionWords.channels.map((label, i) => ({ label, colour: channelColours[i]! as string }))
      : [{ label: name, colour: region.colour as string }]
  const failures = points.flatMap(({ date, state }) =>
    state.kind === 'failed' ? [`${date.label}: ${state.message}`] : [],
  )
  const thinning = Math.max(...points.map(({ state }) => (state.kind === 'ready' ? state.found.thinning : 1)))
  const shownAs: TimeDisplay = display === 'areas' && classes.length === 0 ? 'mean' : display
  return (
    <div className={styles.part}>
      <div className={styles.drawing}>
        <TimeChart
          name={name}
          place={region.name}
          points={points}
          lines={lines}
          classes={classes}
          display={shownAs}
          at={at}
          onShow={showAt}
          toolbar={
            <TimeBar
              {...{ regions, region, points, lines, classes, counted }}
              onChoose={choose}
              display={shownAs}
              onDisplay={setDisplay}
            />
          }
        />
        <div className={styles.player}>
          <PlayButtons isPlaying={play.isPlaying} onPlay={play.toggle} at={at} count={points.length} onShow={showAt} />
          <DateStrip
            points={points}
            at={at}
            onChange={(next) => {
              play.stop()
              showAt(next)
            }}
          />
        </div>
      </div>
      <div className={styles.side}>
        <TimeTable
          label={words.figures(region.name)}
          points={points}
          lines={lines}
          classes={shownAs === 'areas' ? classes : []}
          shownId={shownId}
          onShow={show}
        />
        {failures.length > 0 && !counted.isCounting && (
          <div role="alert" className={styles.failures}>
            <p>
              <strong>{words.failures(failures.length)}</strong> {failures.join(' ')}
            </p>
            <Button size="s" onPress={counted.goOn}>
              {words.again}
            </Button>
          </div>
        )}
        {thinning > 1 && <p className={styles.note}>{words.thinned(thinning)}</p>}
      </div>
    </div>
  )
}
