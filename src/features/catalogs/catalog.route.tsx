import { useQuery } from '@tanstack/react-query'
import { PackageSearch } from 'lucide-react'
import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { catalogQueries } from '#src/api/catalogs.ts'
import { noticeFor } from '#src/api/errors.ts'
import { useChosenProject } from '#src/api/project-choice.ts'
import { DeliveredList } from '#src/catalogs/delivered-list.tsx'
import { toDelivered } from '#src/catalogs/delivered-picture.ts'
import { useFitOnce } from '#src/map/fit-once.ts'
import { paths } from '#src/paths.ts'
import { Button, LinkButton } from '#src/ui/button/button.tsx'
import { Pager } from '#src/ui/data/pager.tsx'
import { Panel, PanelPart } from '#src/ui/panel/panel.tsx'
import { EmptyState } from '#src/ui/status/empty-state.tsx'
import { ErrorNotice } from '#src/ui/status/error-notice.tsx'
import { SkeletonRows } from '#src/ui/status/skeleton.tsx'
import { CatalogFilters } from './catalog-filters.tsx'
import { CatalogParts } from './catalog-parts.tsx'
import styles from './catalogs.module.css'
import {
  catalogQueryOf,
  isFiltered,
  pageSize,
  readCatalogsParams,
  writeCatalogsParams,
} from './catalogs-search-params.ts'
import type { CatalogsParams } from './catalogs-search-params.ts'

/** Every delivered picture the workspace owns, as rows and as outlines on the map. */
export function Component() {
  const [search, setSearch] = useSearchParams()
  const params = useMemo(() => readCatalogsParams(search), [search])
  const project = useChosenProject()
  const change = (changes: Partial<CatalogsParams>) =>
    setSearch(writeCatalogsParams({ ...params, page: 1, ...changes }))
  const clear = () => setSearch(new URLSearchParams())
  const { data, error, refetch, isFetching, isPlaceholderData } = useQuery(
    catalogQueries.search(catalogQueryOf(params, project)),
  )
  const pictures = useMemo(() => (data?.catalogs ?? []).map(toDelivered), [data])
  // In a part of the map that a person chose, the map stays where it is.
  useFitOnce('catalog', params.bbox ? [] : pictures.flatMap(({ scene }) => (scene?.footprint ? [scene.footprint] : [])))
  const total = data?.pagination?.total ?? undefined
  return (
    <Panel
      title="Catalog"
      subtitle={
        total === undefined ? undefined : `${total.toLocaleString('en-GB')} ${total === 1 ? 'picture' : 'pictures'}`
      }
      widthPx={400}
      isFlush
      toolbar={
        <>
          <CatalogParts shown="pictures" />
          <CatalogFilters params={params} onChange={change} onClear={clear} />
        </>
      }
      footer={
        data &&
        (params.page > 1 || (total ?? 0) > pageSize) && (
          <Pager
            things="pictures"
            index={params.page - 1}
            size={pageSize}
            total={total}
            shown={pictures.length}
            onChange={(index) => change({ page: index + 1 })}
          />
        )
      }
    >
      <title>Catalog – Swath</title>
      {error && (
        <PanelPart>
          <ErrorNotice {...noticeFor(error)} onRetry={() => void refetch()} isRetrying={isFetching} />
        </PanelPart>
      )}
      {!data && !error && <SkeletonRows rows={8} look="tall" label="Loading delivered pictures" />}
      {data && pictures.length === 0 && (
        <Nothing isFiltered={isFiltered(params)} hasProject={project !== null} onClear={clear} />
      )}
      {pictures.length > 0 && (
        <div className={isPlaceholderData ? styles.stale : undefined}>
          <DeliveredList pictures={pictures} />
        </div>
      )}
    </Panel>
  )
}

function Nothing({
  isFiltered: hasFilters,
  hasProject,
  onClear,
}: {
  isFiltered: boolean
  hasProject: boolean
  onClear: () => void
}) {
  if (hasFilters) {
    return (
      <EmptyState icon={PackageSearch} action={<Button onPress={onClear}>Clear filters</Button>}>
        No delivered picture matches these filters.
      </EmptyState>
    )
  }
  return (
    <EmptyState icon={PackageSearch} action={<LinkButton href={paths.explore()}>Find scenes</LinkButton>}>
      {hasProject
        ? 'Nothing was delivered to this project yet.'
        : 'Pictures you order are kept here once they are delivered.'}
    </EmptyState>
  )
}
