import { useQuery } from '@tanstack/react-query'
import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, Disclosure, DisclosurePanel } from 'react-aria-components'
import { satelliteQueries } from '#src/api/satellites.ts'
import { isQueryable } from '#src/api/window-pages.ts'
import { NumberField } from '#src/ui/field/number-field.tsx'
import { anyCloud, anyOffNadir, type ExploreParams } from './explore-search-params.ts'
import { LimitSlider } from './limit-slider.tsx'
import styles from './search-form.module.css'
import { words } from './words.ts'

type MoreFiltersProps = {
  params: ExploreParams
  onChange: (changes: Partial<Pick<ExploreParams, 'offNadir' | 'sun' | 'gsd'>>) => void
  /** Buttons on the line of the fold. */
  actions: ReactNode
}

/** How the satellite looked, how high the sun stood, how fine the pixels are: folded, unless one is set. */
export function MoreFilters({ params, onChange, actions }: MoreFiltersProps) {
  const { offNadir, sun, gsd } = params
  const here = useComparedHere(params)
  return (
    <Disclosure defaultExpanded={moreFiltersSummary(params).length > 0}>
      <div className={styles.moreLine}>
        <Button slot="trigger" className={styles.trigger}>
          <ChevronRight size={14} aria-hidden className={styles.chevron} />
          {words.moreFilters}
        </Button>
        {actions}
      </div>
      <DisclosurePanel>
        <div className={styles.moreBody}>
          <LimitSlider
            label={words.offNadirUpTo}
            value={offNadir}
            max={anyOffNadir}
            unit="°"
            onChange={(end) => onChange({ offNadir: end })}
          />
          <LimitSlider label={words.sunFrom} value={sun} max={90} unit="°" onChange={(end) => onChange({ sun: end })} />
          <NumberField
            label={words.gsdUpTo}
            value={gsd === 0 ? Number.NaN : gsd}
            onChange={(metres) => onChange({ gsd: Number.isNaN(metres) ? 0 : metres })}
            minValue={0}
            arrowStep={5}
            unit="m"
            placeholder={words.any}
            description={gsd > 0 ? words.gsdComparedHere : undefined}
          />
          {here.length > 0 && <p className={styles.failed}>{words.comparedHere(here)}</p>}
        </div>
      </DisclosurePanel>
    </Disclosure>
  )
}

/** What is set, in words. */
export function moreFiltersSummary({ offNadir, sun, gsd }: ExploreParams): string[] {
  return [
    ...(offNadir < anyOffNadir ? [words.offNadirSummary(offNadir)] : []),
    ...(sun > 0 ? [words.sunSummary(sun)] : []),
    ...(gsd > 0 ? [words.gsdSummary(gsd)] : []),
  ]
}

/** Names of the filters that are set and that the search for analysis does not know for the chosen collections. */
function useComparedHere({ cloud, offNadir, sun, collections }: ExploreParams): string[] {
  const { data } = useQuery(satelliteQueries.list())
  if (!data) return []
  const set = [
    { isSet: cloud < anyCloud, id: 'eo:cloud_cover', name: words.cloud },
    { isSet: offNadir < anyOffNadir, id: 'view:off_nadir', name: words.offNadir },
    { isSet: sun > 0, id: 'view:sun_elevation', name: words.sunElevation },
  ]
  return set.flatMap(({ isSet, id, name }) => (isSet && !isQueryable(data.satellites, collections, id) ? [name] : []))
}
