import { Satellite, ScanSearch } from 'lucide-react'
import { SceneList } from '#src/scenes/scene-list.tsx'
import type { Scene } from '#src/scenes/scene.ts'
import { Button, LinkButton } from '#src/ui/button/button.tsx'
import { Select } from '#src/ui/field/select.tsx'
import { PanelPart } from '#src/ui/panel/panel.tsx'
import { Tooltip } from '#src/ui/overlay/tooltip.tsx'
import { EmptyState } from '#src/ui/status/empty-state.tsx'
import { SkeletonRows } from '#src/ui/status/skeleton.tsx'
import { CatalogueNotices } from './catalogue-notices.tsx'
import type { Coverage } from './coverage/use-coverage.ts'
import { readingOrder, sortOrders, type SortOrder } from './explore-search-params.ts'
import styles from './results.module.css'
import type { SceneResults } from './use-scene-results.ts'
import { words } from './words.ts'

type ResultsProps = {
  results: SceneResults
  sort: SortOrder
  /** Scenes that tell no cloud figure fit, and the catalogues do not give them in this order. */
  isUntoldLeftOut: boolean
  onSortChange: (sort: SortOrder) => void
  coverage: Coverage
  focusedKey: string | null
  hoveredKey: string | null
  tickedKeys: ReadonlySet<string>
  onFocusChange: (key: string, isFocused: boolean) => void
  onTickChange: (key: string, isTicked: boolean) => void
  onHoverChange: (key: string, isHovered: boolean) => void
  detailsHref: (scene: Scene) => string
  onPickBest: () => void
  isPickingBest: boolean
  onResetFilters: () => void
  /** Where a new picture of the area is ordered. */
  newOrderHref: string
}

/** Of the sticky header, with its count on two lines. */
const headerPx = 46

/** What a search that can run has found so far. */
export function Results(props: ResultsProps) {
  const {
    results,
    sort,
    isUntoldLeftOut,
    onSortChange,
    coverage,
    onPickBest,
    isPickingBest,
    onResetFilters,
    newOrderHref,
    ...list
  } = props
  const { rows, fittingCount, readCount, catalogues, isPending, isStale, isComplete, hasMore, isFetchingMore } = results
  if (isPending) return <SkeletonRows label={words.searching} rows={7} look="tall" />
  const found = words.found({ shown: rows.length, fitting: fittingCount, isComplete })
  if (rows.length === 0 && !isStale) {
    // Where none of the two answered, nothing is known; where one did, what it has counts.
    if (catalogues.every(({ error }) => error)) return <CatalogueNotices catalogues={catalogues} />
    if (isFetchingMore) return <SkeletonRows label={words.searching} rows={7} look="tall" />
    return (
      <>
        <CatalogueNotices catalogues={catalogues} />
        <EmptyState
          icon={ScanSearch}
          action={
            <>
              <Button size="s" onPress={onResetFilters}>
                {words.resetFilters}
              </Button>
              <LinkButton size="s" icon={Satellite} href={newOrderHref}>
                {words.orderNew}
              </LinkButton>
            </>
          }
        >
          {readCount > 0 ? words.nothingFits(readCount, isComplete) : words.nothingFound}
        </EmptyState>
      </>
    )
  }
  return (
    <section aria-label={found} aria-busy={isStale || (sort === 'coverage' && coverage.isMeasuring)}>
      <div className={styles.header}>
        <span role="status" data-figures className={styles.count}>
          {isStale ? words.searching : found}
        </span>
        <Tooltip text={words.pickBestMeaning}>
          <Button size="s" tone="quiet" isPending={isPickingBest} onPress={onPickBest}>
            {words.pickBest}
          </Button>
        </Tooltip>
        <Select
          label={words.sort}
          labelPlacement="hidden"
          options={sortOrders.map((id) => ({ id, label: words.sorts[id] }))}
          value={sort}
          onChange={onSortChange}
        />
      </div>
      <CatalogueNotices catalogues={catalogues} />
      {readingOrder(sort) !== sort && !isComplete && <Note>{words.sortedAmong(readCount)}</Note>}
      {isUntoldLeftOut && <Note>{words.untoldCloud}</Note>}
      {coverage.isFailed && <Note>{words.coverageFailed}</Note>}
      <div className={isStale ? styles.stale : undefined}>
        <SceneList {...list} coverage={coverage.percents} scenes={rows} coveredTopPx={headerPx} />
      </div>
      {!hasMore && (
        <PanelPart>
          <p className={styles.nothingSuits}>
            {words.nothingSuits}
            <LinkButton size="s" tone="quiet" icon={Satellite} href={newOrderHref}>
              {words.orderNew}
            </LinkButton>
          </p>
        </PanelPart>
      )}
      {hasMore && (
        <PanelPart>
          <Button isWide isPending={isFetchingMore} onPress={() => results.fetchMore()}>
            {words.showMore}
          </Button>
        </PanelPart>
      )}
    </section>
  )
}

function Note({ children }: { children: string }) {
  return (
    <PanelPart>
      <p role="status" className={styles.note}>
        {children}
      </p>
    </PanelPart>
  )
}
