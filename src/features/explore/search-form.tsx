import { useQuery } from '@tanstack/react-query'
import { archiveQueries } from '#src/api/archives.ts'
import { Button } from '#src/ui/button/button.tsx'
import { ToggleButton } from '#src/ui/button/toggle-button.tsx'
import { DateRange } from '#src/ui/field/date-range.tsx'
import { Section } from '#src/ui/panel/section.tsx'
import { SkeletonText } from '#src/ui/status/skeleton.tsx'
import { anyCloud, noFilters, periodOf, type ExploreParams } from './explore-search-params.ts'
import { LimitSlider } from './limit-slider.tsx'
import { MoreFilters, moreFiltersSummary } from './more-filters.tsx'
import styles from './search-form.module.css'
import { words } from './words.ts'

type SearchFormProps = {
  params: ExploreParams
  /** UTC day */
  today: string
  onChange: (changes: Partial<typeof noFilters>) => void
  /** What was found stays as it was until it is asked anew; absent while there is nothing to ask. */
  onSearchAgain?: () => void
}

/** When, by which satellites, with how much cloud. Each change searches again. */
export function SearchForm({ params, today, onChange, onSearchAgain }: SearchFormProps) {
  const { from, to, cloud, collections } = params
  const isTouched =
    from !== '' || to !== '' || cloud !== anyCloud || collections.length > 0 || moreFiltersSummary(params).length > 0
  return (
    <Section title={words.filters} summary={filterSummary(params)} defaultExpanded={hasRoom()}>
      <DateRange
        label={words.dates}
        value={periodOf(params, today)}
        onChange={(period) => onChange({ from: period.from ?? '', to: period.to ?? '' })}
      />
      <Collections chosen={collections} onChange={(chosen) => onChange({ collections: chosen })} />
      <LimitSlider
        label={words.cloudUpTo}
        value={cloud}
        max={anyCloud}
        unit="%"
        onChange={(end) => onChange({ cloud: end })}
      />
      <MoreFilters
        params={params}
        onChange={onChange}
        actions={
          <>
            {isTouched && (
              <Button size="s" tone="quiet" onPress={() => onChange(noFilters)}>
                {words.resetFilters}
              </Button>
            )}
            {onSearchAgain && (
              <Button size="s" tone="quiet" onPress={onSearchAgain}>
                {words.searchAgain}
              </Button>
            )}
          </>
        }
      />
    </Section>
  )
}

/** On a low screen the results need the place; the summary says what is set. */
function hasRoom(): boolean {
  return window.matchMedia('(min-height: 860px)').matches
}

function filterSummary(params: ExploreParams): string {
  const { from, to, collections, cloud } = params
  return [
    from && to ? `${from} – ${to}` : from ? words.since(from) : to ? words.until(to) : words.lastYear,
    ...(collections.length > 0 ? [words.collectionsSome(collections.length)] : []),
    ...(cloud < anyCloud ? [words.cloudSummary(cloud)] : []),
    ...moreFiltersSummary(params),
  ].join(', ')
}

type CollectionsProps = { chosen: readonly string[]; onChange: (chosen: string[]) => void }

function Collections({ chosen, onChange }: CollectionsProps) {
  const { data, status, refetch } = useQuery(archiveQueries.collections())
  return (
    <div role="group" aria-label={words.collections} className={styles.collections}>
      {status === 'pending' && <SkeletonText width="100%" />}
      {status === 'error' && (
        <>
          <span className={styles.failed}>{words.collectionsFailed}</span>
          <Button size="s" onPress={() => void refetch()}>
            {words.retry}
          </Button>
        </>
      )}
      {data?.collections.map(({ id, title }) => (
        <ToggleButton
          key={id}
          label={shortTitle(title || id)}
          isSelected={chosen.includes(id)}
          onChange={(isOn) => onChange(isOn ? [...chosen, id] : chosen.filter((other) => other !== id))}
        />
      ))}
    </div>
  )
}

/** The product level is the same for all and told with the scene. */
function shortTitle(title: string): string {
  return title.replace(/\s+L\d\w?$/, '')
}
