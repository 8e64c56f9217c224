import { useQuery } from '@tanstack/react-query'
import { ScanSearch, SlidersHorizontal, X } from 'lucide-react'
import { useState } from 'react'
import { archiveQueries } from '#src/api/archives.ts'
import { wrapLongitude } from '#src/geo/antimeridian.ts'
import type { Bbox } from '#src/geo/bbox.ts'
import { useMap } from '#src/map/use-map.ts'
import { Button } from '#src/ui/button/button.tsx'
import { ToggleButton } from '#src/ui/button/toggle-button.tsx'
import { DateRange } from '#src/ui/field/date-range.tsx'
import { Select } from '#src/ui/field/select.tsx'
import styles from './catalogs.module.css'
import { isFiltered } from './catalogs-search-params.ts'
import type { CatalogsParams } from './catalogs-search-params.ts'

const any = { id: 'any', label: 'Any collection' } as const
const sorts = [
  { id: 'delivered', label: 'Delivered last' },
  { id: 'taken', label: 'Taken last' },
] as const

type CatalogFiltersProps = {
  params: CatalogsParams
  onChange: (changes: Partial<CatalogsParams>) => void
  onClear: () => void
}

/** Which pictures are listed. Folded away until wanted; what filters is always said. */
export function CatalogFilters({ params, onChange, onClear }: CatalogFiltersProps) {
  const { collection, from, to, order, orderItem, bbox, sort } = params
  const [isOpen, setOpen] = useState(Boolean(collection || from || to))
  const map = useMap()
  const { data } = useQuery(archiveQueries.collections())
  const collections = (data?.collections ?? []).map(({ id, title }) => ({ id, label: title || id }))
  // A collection in the address that the archive does not list (any more) must not vanish from the choice.
  const known = collection === undefined || collections.some(({ id }) => id === collection)
  const chips = [
    order && { label: `Order ${order.map((id) => id.slice(0, 8)).join(', ')}`, clear: { order: undefined } },
    orderItem && { label: `Item ${orderItem.map((id) => id.slice(0, 8)).join(', ')}`, clear: { orderItem: undefined } },
    bbox && { label: 'Part of the map', clear: { bbox: undefined } },
  ].filter((chip) => chip !== undefined)
  return (
    <div className={styles.filters}>
      <div className={styles.bar}>
        <ToggleButton label="Filters" icon={SlidersHorizontal} isSelected={isOpen} onChange={setOpen} />
        <Button
          tone="quiet"
          icon={ScanSearch}
          isDisabled={!map}
          onPress={() => map && onChange({ bbox: boxOf(map.getBounds().toArray()) })}
        >
          Search this view
        </Button>
        <span className={styles.spacer} />
        {isFiltered(params) && (
          <Button tone="quiet" size="s" onPress={onClear}>
            Clear
          </Button>
        )}
      </div>
      {chips.length > 0 && (
        <div className={styles.chips}>
          {chips.map(({ label, clear }) => (
            <Button
              key={label}
              size="s"
              icon={X}
              aria-label={`Remove filter: ${label}`}
              onPress={() => onChange(clear)}
            >
              {label}
            </Button>
          ))}
        </div>
      )}
      {isOpen && (
        <div className={styles.fields}>
          <Select
            label="Collection"
            options={[any, ...collections, ...(known ? [] : [{ id: collection, label: collection }])]}
            value={collection ?? any.id}
            onChange={(id) => onChange({ collection: id === any.id ? undefined : id })}
          />
          <Select label="Sort by" options={sorts} value={sort} onChange={(id) => onChange({ sort: id })} />
          <div className={styles.wide}>
            <DateRange
              label="Taken"
              value={{ from, to }}
              onChange={(value) => onChange({ from: value.from, to: value.to })}
            />
          </div>
        </div>
      )}
    </div>
  )
}

/** The window of the map as the API takes it. Zoomed out, the map shows the world more than once. */
function boxOf([southWest = [0, 0], northEast = [0, 0]]: number[][]): Bbox {
  const [west = 0, south = 0] = southWest
  const [east = 0, north = 0] = northEast
  const [low, high] = [Math.max(south, -90), Math.min(north, 90)]
  return east - west >= 360 ? [-180, low, 180, high] : [wrapLongitude(west), low, wrapLongitude(east), high]
}
