import { Satellite, ScanSearch } from 'lucide-react'
import { wordsFor } from '#src/api/errors.ts'
import { SceneList } from '#src/scenes/scene-list.tsx'
import type { Scene } from '#src/scenes/scene.ts'
import { Button, LinkButton } from '#src/ui/button/button.tsx'
import { Select } from '#src/ui/field/select.tsx'
import { PanelPart } from '#src/ui/panel/panel.tsx'
import { Tooltip } from '#src/ui/overlay/tooltip.tsx'
import { EmptyState } from '#src/ui/status/empty-state.tsx'
import { ErrorNotice } from '#src/ui/status/error-notice.tsx'
import { SkeletonRows } from '#src/ui/status/skeleton.tsx'
import { sortOrders, type SortOrder } from './explore-search-params.ts'
import { pickedBarId } from './picked-bar.tsx'
import styles from './results.module.css'
import type { useSceneResults } from './use-scene-results.ts'
import { words } from './words.ts'

type ResultsProps = {
  results: ReturnType<typeof useSceneResults>
  sort: SortOrder
  onSortChange: (sort: SortOrder) => void
  coverage: ReadonlyMap<string, number>
  focusedKey: string | null
  hoveredKey: string | null
  tickedKeys: ReadonlySet<string>
  onFocusChange: (key: string, isFocused: boolean) => void
  onTickChange: (key: string, isTicked: boolean) => void
  onHoverChange: (key: string, isHovered: boolean) => void
  detailsHref: (scene: Scene) => string
  onPickBest: () => void
  onResetFilters: () => void
  /** Where a new picture of the area is ordered. */
  newOrderHref: string
}

/** What a search that can run has found so far. */
export function Results(props: ResultsProps) {
  const { results, sort, onSortChange, onPickBest, onResetFilters, newOrderHref, ...list } = props
  const { scenes, status, error, isStale, hasNextPage, isFetchingNextPage } = results
  if (status === 'pending') return <SkeletonRows label={words.searching} rows={7} look="tall" />
  if (error && scenes.length === 0) return <Failed results={results} />
  if (scenes.length === 0 && !isStale) {
    return (
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
        {words.nothingFound}
      </EmptyState>
    )
  }
  return (
    <section aria-label={words.found(scenes.length, !hasNextPage)} aria-busy={isStale}>
      <div className={styles.header}>
        <span role="status" data-figures className={styles.count}>
          {isStale ? words.searching : words.found(scenes.length, !hasNextPage)}
        </span>
        <Tooltip text={words.pickBestMeaning}>
          <Button size="s" tone="quiet" onPress={onPickBest}>
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
      {error && <Failed results={results} />}
      {list.tickedKeys.size > 0 && (
        <a
          href={`#${pickedBarId}`}
          className={styles.skip}
          onClick={(event) => {
            // The address keeps the map's camera in its hash.
            event.preventDefault()
            document.getElementById(pickedBarId)?.focus()
          }}
        >
          {words.skipResults}
        </a>
      )}
      <div className={isStale ? styles.stale : undefined}>
        <SceneList {...list} scenes={scenes} />
      </div>
      {!hasNextPage && (
        <PanelPart>
          <p className={styles.nothingFits}>
            {words.nothingFits}
            <LinkButton size="s" tone="quiet" icon={Satellite} href={newOrderHref}>
              {words.orderNew}
            </LinkButton>
          </p>
        </PanelPart>
      )}
      {hasNextPage && (
        <PanelPart>
          <Button isWide isPending={isFetchingNextPage} onPress={() => void results.fetchNextPage()}>
            {words.showMore}
          </Button>
        </PanelPart>
      )}
    </section>
  )
}

function Failed({ results: { error, refetch, isFetching } }: Pick<ResultsProps, 'results'>) {
  const { title, whatToDo, serverWords } = wordsFor(error)
  return (
    <PanelPart>
      <ErrorNotice
        what={title}
        advice={whatToDo}
        details={serverWords}
        onRetry={() => void refetch()}
        isRetrying={isFetching}
      />
    </PanelPart>
  )
}
