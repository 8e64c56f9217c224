import type { ReactNode } from 'react'
import { useRegionValues } from '#src/rasters/use-region-values.ts'
import { Button } from '#src/ui/button/button.tsx'
import { EmptyState } from '#src/ui/status/empty-state.tsx'
import { ErrorNotice } from '#src/ui/status/error-notice.tsx'
import { ProgressBar } from '#src/ui/status/progress-bar.tsx'
import { useDesk } from '../desk-context.ts'
import { classesOf } from '../picture/picture-paint.ts'
import type { ShownPicture } from '../picture/use-shown-picture.ts'
import { RegionResult } from './region-result.tsx'
import styles from './statistics.module.css'
import type { CountedRegion } from './use-region-choice.ts'
import { words } from './words.ts'

type RegionCountProps = { region: CountedRegion; shown: ShownPicture; bar: ReactNode }

/** Counts a region and shows what came out, or how it goes. What was counted last stays while the next is counted. */
export function RegionCount({ region, shown, bar }: RegionCountProps) {
  const { picture } = useDesk()
  const breaks = shown.paint.kind === 'classes' ? picture['f-breaks'] : null
  const classes = breaks ? classesOf(picture, breaks) : []
  const { found, isCurrent, share, isStopped, error, stop, again } = useRegionValues(
    shown.cog,
    shown.trees,
    region.area,
    breaks,
  )
  const { name } = region
  const counting = (
    <div className={styles.counting}>
      <ProgressBar label={words.counting(name)} {...(share !== undefined && { done: share, total: 1 })} />
      <Button size="s" tone="quiet" onPress={stop}>
        {words.cancel}
      </Button>
    </div>
  )
  const isStanding = isCurrent || (!error && !isStopped && found?.values.length === shown.trees.length)
  if (found && isStanding && (found.values[0]?.valid ?? 0) > 0)
    return (
      <RegionResult
        region={region}
        shown={shown}
        found={found}
        classes={classes}
        bar={bar}
        counting={isCurrent ? undefined : counting}
      />
    )
  return (
    <div className={styles.none}>
      {bar}
      {error ? (
        <ErrorNotice what={words.failed(name)} advice={error.message} onRetry={again} />
      ) : isStopped ? (
        <EmptyState
          action={
            <Button size="s" onPress={again}>
              {words.start}
            </Button>
          }
        >
          {words.stopped(name)}
        </EmptyState>
      ) : found && isCurrent ? (
        <EmptyState>{found.pixels === 0 ? words.outside(name) : words.noValue(name, found.pixels)}</EmptyState>
      ) : (
        counting
      )}
    </div>
  )
}
