import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { catalogQueries } from '#src/api/catalogs.ts'
import { NoAnswer } from '#src/answers/no-answer.tsx'
import { useChosenProject } from '#src/api/project-choice.ts'
import { projectQueries } from '#src/api/projects.ts'
import { AreaLayer } from '#src/areas/area.layer.tsx'
import { AreaSection } from '#src/areas/area-section.tsx'
import type { AreaTool } from '#src/areas/area-tools.tsx'
import { useAreaUrl } from '#src/areas/use-area-url.ts'
import { useFitAreaFromElsewhere } from '#src/areas/use-fit-area.ts'
import { DeliveredList } from '#src/catalogs/delivered-list.tsx'
import { toDelivered } from '#src/catalogs/delivered-picture.ts'
import { bboxPolygon } from '#src/geo/bbox-polygon.ts'
import { useFitOnce } from '#src/map/fit-once.ts'
import { Pager } from '#src/ui/data/pager.tsx'
import { Panel, PanelPart } from '#src/ui/panel/panel.tsx'
import { CatalogFields } from './catalog-fields.tsx'
import { CatalogFilters } from './catalog-filters.tsx'
import { CatalogParts } from './catalog-parts.tsx'
import styles from './catalogs.module.css'
import {
  catalogQueryOf,
  isFiltered,
  noFilters,
  pageSize,
  readCatalogsParams,
  writeCatalogsParams,
} from './catalogs-search-params.ts'
import type { CatalogsParams } from './catalogs-search-params.ts'
import { ListHead } from './list-head.tsx'
import { NoPictures } from './no-pictures.tsx'
import { PickedPictures } from './picked-pictures.tsx'
import { searchableArea } from './searchable-area.ts'

const form = { read: readCatalogsParams, write: writeCatalogsParams }

/** Every delivered picture the workspace owns, as rows and as outlines on the map. */
export function Component() {
  const { params, area, isAreaOwn, change, setArea } = useAreaUrl(form)
  const [isOpen, setOpen] = useState(false)
  const [tool, setTool] = useState<AreaTool>(null)
  const checked = useMemo(() => (area ? searchableArea(area) : null), [area])
  const project = useChosenProject()
  const projects = useQuery({ ...projectQueries.list(), enabled: project !== null }).data?.projects
  const projectName = projects?.find(({ id }) => id === project)?.title

  const filter = (changes: Partial<CatalogsParams>) => {
    if (changes.bbox) setArea(null)
    change({ page: 1, ...changes })
  }
  const lookIn = (next: typeof area) => {
    setArea(next)
    change({ page: 1, bbox: undefined })
  }
  const clear = () => {
    setArea(null)
    setTool(null)
    change({ page: 1, ...noFilters })
  }

  const isAsked = checked === null || checked.usable !== null
  const query = useQuery({
    ...catalogQueries.search(catalogQueryOf(params, checked?.usable ?? null, project)),
    enabled: isAsked,
  })
  const { data, isPlaceholderData } = query
  const pictures = useMemo(() => (data?.catalogs ?? []).map(toDelivered), [data])
  const ids = useMemo(() => pictures.map(({ id }) => id), [pictures])
  const picked = useMemo(() => new Set(params.picked), [params.picked])
  const pick = (some: readonly string[], isPicked: boolean) =>
    change(({ picked: now = [] }) => {
      const kept = now.filter((id) => !some.includes(id))
      const next = isPicked ? [...kept, ...some] : kept
      return { picked: next.length > 0 ? next : undefined }
    })

  useFitAreaFromElsewhere(area, isAreaOwn)
  // In a part of the map that a person chose, the map stays where it is.
  const isPlaced = params.bbox !== undefined || area !== null
  useFitOnce('catalog', isPlaced ? [] : pictures.flatMap(({ scene }) => (scene?.footprint ? [scene.footprint] : [])))
  const box = useMemo(() => (params.bbox ? bboxPolygon(params.bbox) : null), [params.bbox])
  const total = data?.pagination?.total ?? undefined
  return (
    <Panel
      title="Catalog"
      subtitle={
        total === undefined
          ? undefined
          : [`${total.toLocaleString('en-GB')} ${total === 1 ? 'picture' : 'pictures'}`, projectName]
              .filter(Boolean)
              .join(' in ')
      }
      widthPx={440}
      isFlush
      toolbar={
        <>
          <CatalogParts shown="pictures" />
          <CatalogFilters
            params={params}
            isOpen={isOpen}
            onOpenChange={(next) => {
              setOpen(next)
              setTool(null)
            }}
            onChange={filter}
            onAreaRemove={() => lookIn(null)}
            onClear={clear}
          />
        </>
      }
      footer={params.picked && <PickedPictures ids={params.picked} onClear={() => change({ picked: undefined })} />}
    >
      <title>Catalog – Swath</title>
      {isOpen && (
        <div className={styles.open}>
          <AreaSection
            area={area}
            checked={checked}
            check={searchableArea}
            tool={tool}
            onToolChange={setTool}
            onChange={lookIn}
          />
          <PanelPart>
            <CatalogFields params={params} onChange={filter} />
          </PanelPart>
        </div>
      )}
      {!isOpen && area && <AreaLayer area={area} />}
      {box && <AreaLayer area={box} />}
      {isAsked && <NoAnswer query={query} loading="Loading delivered pictures" rows={8} look="tall" />}
      {data && pictures.length === 0 && (
        <NoPictures isFiltered={isFiltered(params)} hasProject={project !== null} onClear={clear} />
      )}
      {pictures.length > 0 && (
        <div className={isPlaceholderData ? styles.stale : undefined}>
          <ListHead
            ids={ids}
            picked={picked}
            onPickAll={(isPicked) => pick(ids, isPicked)}
            sort={params.sort}
            onSortChange={(sort) => filter({ sort })}
          />
          <DeliveredList pictures={pictures} picked={picked} onPick={(id, isPicked) => pick([id], isPicked)} />
          <div className={styles.pager}>
            <Pager
              things="pictures"
              index={params.page - 1}
              size={pageSize}
              total={total}
              shown={pictures.length}
              onChange={(index) => change({ page: index + 1 })}
            />
          </div>
        </div>
      )}
    </Panel>
  )
}
