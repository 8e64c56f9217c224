import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { archiveQueries } from '#src/api/archives.ts'
import { Button } from '#src/ui/button/button.tsx'
import { ToggleButton } from '#src/ui/button/toggle-button.tsx'
import { DateRange } from '#src/ui/field/date-range.tsx'
import { Slider } from '#src/ui/field/slider.tsx'
import { Section } from '#src/ui/panel/section.tsx'
import { SkeletonText } from '#src/ui/status/skeleton.tsx'
import { anyCloud, periodOf, type ExploreParams } from './explore-search-params.ts'
import styles from './search-form.module.css'
import { words } from './words.ts'

type SearchFormProps = {
  params: ExploreParams
  /** UTC day */
  today: string
  onChange: (changes: Partial<Pick<ExploreParams, 'from' | 'to' | 'collections' | 'cloud'>>) => void
}

/** When, by which satellites, with how much cloud. Each change searches again. */
export function SearchForm({ params, today, onChange }: SearchFormProps) {
  const { from, to, cloud, collections } = params
  // Follows the hand; the address, and with it the search, hears when the hand lets go.
  const [cloudInHand, setCloudInHand] = useState<number>()
  const isTouched = from !== '' || to !== '' || cloud !== anyCloud || collections.length > 0
  return (
    <Section title={words.filters} summary={filterSummary(params)} defaultExpanded={hasRoom()}>
      <DateRange
        label={words.dates}
        value={periodOf(params, today)}
        onChange={(period) => onChange({ from: period.from ?? '', to: period.to ?? '' })}
      />
      <Collections chosen={collections} onChange={(chosen) => onChange({ collections: chosen })} />
      <Slider
        label={words.cloudUpTo}
        value={cloudInHand ?? cloud}
        onChange={setCloudInHand}
        onChangeEnd={(end) => {
          setCloudInHand(undefined)
          onChange({ cloud: end })
        }}
        min={0}
        max={anyCloud}
        unit="%"
      />
      {isTouched && (
        <div>
          <Button
            size="s"
            tone="quiet"
            onPress={() => onChange({ from: '', to: '', collections: [], cloud: anyCloud })}
          >
            {words.resetFilters}
          </Button>
        </div>
      )}
    </Section>
  )
}

/** On a low screen the results need the place; the summary says what is set. */
function hasRoom(): boolean {
  return window.matchMedia('(min-height: 860px)').matches
}

function filterSummary({ from, to, collections, cloud }: ExploreParams): string {
  return [
    from && to ? `${from} – ${to}` : from ? words.since(from) : to ? words.until(to) : words.lastYear,
    collections.length > 0 ? words.collectionsSome(collections.length) : words.collectionsAll,
    ...(cloud < anyCloud ? [words.cloudSummary(cloud)] : []),
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
