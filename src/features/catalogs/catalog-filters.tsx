import { useQuery } from '@tanstack/react-query'
import { ScanSearch, SlidersHorizontal, X } from 'lucide-react'
import { archiveQueries } from '#src/api/archives.ts'
import { labelOfUseCase } from '#src/cart/use-cases.ts'
import { wrapLongitude } from '#src/geo/antimeridian.ts'
import type { Bbox } from '#src/geo/bbox.ts'
import { useMap } from '#src/map/use-map.ts'
import { Button } from '#src/ui/button/button.tsx'
import { ToggleButton } from '#src/ui/button/toggle-button.tsx'
import styles from './catalogs.module.css'
import { isFiltered } from './catalogs-search-params.ts'
import type { CatalogsParams } from './catalogs-search-params.ts'

type CatalogFiltersProps = {
  params: CatalogsParams
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  onChange: (changes: Partial<CatalogsParams>) => void
  onAreaRemove: () => void
  onClear: () => void
}

/** The way to the filters, and what filters while they are folded away. */
export function CatalogFilters(props: CatalogFiltersProps) {
  const { params, isOpen, onOpenChange, onChange, onAreaRemove, onClear } = props
  const map = useMap()
  const titles = useQuery(archiveQueries.collections()).data?.collections
  return (
    <div className={styles.filters}>
      <div className={styles.bar}>
        <ToggleButton label="Filters" icon={SlidersHorizontal} isSelected={isOpen} onChange={onOpenChange} />
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
      {!isOpen && isFiltered(params) && (
        <div className={styles.chips}>
          {chipsOf(params, titles).map(({ label, clear }) => (
            <Button
              key={label}
              size="s"
              icon={X}
              aria-label={`Remove filter: ${label}`}
              onPress={() => (clear === 'area' ? onAreaRemove() : onChange(clear))}
            >
              {label}
            </Button>
          ))}
        </div>
      )}
    </div>
  )
}

type Chip = { label: string; clear: Partial<CatalogsParams> | 'area' }

function chipsOf(params: CatalogsParams, titles: readonly { id: string; title?: string | null }[] = []): Chip[] {
  const { collection, from, to, usecase, order, orderItem, area, bbox } = params
  const short = (ids: readonly string[]) => ids.map((id) => id.slice(0, 8)).join(', ')
  const days = from && to ? `${from} to ${to}` : from ? `from ${from}` : `to ${to}`
  const chips: (Chip | false | undefined | '')[] = [
    area && { label: 'Drawn area', clear: 'area' },
    bbox && { label: 'Part of the map', clear: { bbox: undefined } },
    collection && {
      label: titles.find(({ id }) => id === collection)?.title || collection,
      clear: { collection: undefined },
    },
    (from || to) && { label: `Taken ${days}`, clear: { from: undefined, to: undefined } },
    usecase && { label: labelOfUseCase(usecase) ?? usecase, clear: { usecase: undefined } },
    order && { label: `Order ${short(order)}`, clear: { order: undefined } },
    orderItem && { label: `Item ${short(orderItem)}`, clear: { orderItem: undefined } },
  ]
  return chips.filter((chip) => typeof chip === 'object')
}

/** The window of the map as the API takes it. Zoomed out, the map shows the world more than once. */
function boxOf([southWest = [0, 0], northEast = [0, 0]]: number[][]): Bbox {
  const [west = 0, south = 0] = southWest
  const [east = 0, north = 0] = northEast
  const [low, high] = [Math.max(south, -90), Math.min(north, 90)]
  return east - west >= 360 ? [-180, low, 180, high] : [wrapLongitude(west), low, wrapLongitude(east), high]
}
