import { useState } from 'react'
import { ToggleButton } from 'react-aria-components'
import { Button } from '#src/ui/button/button.tsx'
import { formatNumber } from '#src/ui/data/format-number.ts'
import { Section } from '#src/ui/panel/section.tsx'
import { words } from '../words.ts'
import styles from './facet-list.module.css'
import { facets, noFacets, type ChosenFacets, type Facet, type FacetCounts } from './facets.ts'

type FacetListProps = {
  counts: FacetCounts
  chosen: ChosenFacets
  onChange: (chosen: ChosenFacets) => void
  /** How many scenes were counted, and whether there are more. */
  counted: number
  isComplete: boolean
  /** Reads the others, so that all are counted. */
  onCountAll: () => void
  isCounting: boolean
}

/** What the found scenes are, with how many of each; a press narrows the list to them. */
export function FacetList(props: FacetListProps) {
  const { counts, chosen, onChange, counted, isComplete, onCountAll, isCounting } = props
  const chosenCount = facets.reduce((sum, facet) => sum + chosen[facet].length, 0)
  // One value for all tells nothing apart.
  const telling = facets.filter((facet) => counts[facet].length > 1 || chosen[facet].length > 0)
  if (telling.length === 0) return null
  return (
    <Section
      title={words.narrow}
      summary={chosenCount > 0 ? words.narrowed(chosenCount) : words.countedAmong(counted, isComplete)}
      defaultExpanded={chosenCount > 0}
    >
      <div className={styles.facets}>
        {telling.map((facet) => (
          <Values
            key={facet}
            facet={facet}
            counts={counts[facet]}
            chosen={chosen[facet]}
            onChange={(values) => onChange({ ...chosen, [facet]: values })}
          />
        ))}
      </div>
      {(!isComplete || chosenCount > 0) && (
        <div className={styles.foot}>
          {!isComplete && (
            <>
              <span>{words.countedSoFar(counted)}</span>
              <Button size="s" tone="quiet" isPending={isCounting} onPress={onCountAll}>
                {words.countAll}
              </Button>
            </>
          )}
          {chosenCount > 0 && (
            <Button size="s" tone="quiet" onPress={() => onChange(noFacets)}>
              {words.showAllFound}
            </Button>
          )}
        </div>
      )}
    </Section>
  )
}

type ValuesProps = {
  facet: Facet
  counts: FacetCounts[Facet]
  chosen: readonly string[]
  onChange: (values: readonly string[]) => void
}

/** As many as fit into three lines or so; months stand over the timeline as well. */
const fewValues = (facet: Facet) => (facet === 'month' ? 4 : 12)

function Values({ facet, counts, chosen, onChange }: ValuesProps) {
  const [showsAll, setShowsAll] = useState(false)
  const shown = showsAll ? counts : counts.filter(({ value }, i) => i < fewValues(facet) || chosen.includes(value))
  return (
    <div role="group" aria-label={words.facets[facet]} className={styles.facet}>
      <span aria-hidden className={styles.name}>
        {words.facets[facet]}
      </span>
      <div className={styles.values}>
        {shown.map(({ value, count }) => (
          <ToggleButton
            key={value}
            isSelected={chosen.includes(value)}
            onChange={(isOn) => onChange(isOn ? [...chosen, value] : chosen.filter((other) => other !== value))}
            className={styles.value}
          >
            {words.facetValue(facet, value)}{' '}
            <span data-figures className={styles.count}>
              {formatNumber(count, 0)}
            </span>
          </ToggleButton>
        ))}
        {shown.length < counts.length && (
          <Button size="s" tone="quiet" onPress={() => setShowsAll(true)}>
            {words.moreValues(counts.length - shown.length)}
          </Button>
        )}
      </div>
    </div>
  )
}
