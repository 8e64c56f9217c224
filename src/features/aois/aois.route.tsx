import { useQuery } from '@tanstack/react-query'
import { ChevronLeft, ChevronRight, Frame, Plus, Search } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { aoiQueries } from '#src/api/aois.ts'
import { wordsFor } from '#src/api/errors.ts'
import { useChosenProject } from '#src/api/project-choice.ts'
import { satelliteQueries } from '#src/api/satellites.ts'
import { paths } from '#src/paths.ts'
import { LinkButton } from '#src/ui/button/button.tsx'
import { IconButton } from '#src/ui/button/icon-button.tsx'
import { List } from '#src/ui/data/list.tsx'
import { SearchField } from '#src/ui/field/search-field.tsx'
import { Panel, PanelPart } from '#src/ui/panel/panel.tsx'
import { EmptyState } from '#src/ui/status/empty-state.tsx'
import { ErrorNotice } from '#src/ui/status/error-notice.tsx'
import { SkeletonRows } from '#src/ui/status/skeleton.tsx'
import { AoisLayer } from './aoi-outline.layer.tsx'
import { AoiRow } from './aoi-row.tsx'
import styles from './aoi.module.css'
import { readAoisSearchParams, writeAoisSearchParams } from './aois-search-params.ts'

const pageSize = 50

/** Every AOI of the project, in a list and on the map. */
export function Component() {
  const navigate = useNavigate()
  const [params, setParams] = useSearchParams()
  const { q, page } = readAoisSearchParams(params)
  const projectId = useChosenProject()
  const [hoveredId, setHoveredId] = useState<string | null>(null)
  const list = useQuery(aoiQueries.list({ name: q, projectId, index: page - 1, size: pageSize }))
  const satellites = useQuery(satelliteQueries.list())
  const names = new Map(satellites.data?.satellites.map(({ id, name }) => [id, name]))
  const aois = list.data?.aois ?? noAois
  const drawn = useMemo(
    () => aois.flatMap(({ aoi_id, geometry }) => (geometry ? [{ id: aoi_id, geometry }] : [])),
    [aois],
  )
  const total = list.data?.pagination?.total ?? (page - 1) * pageSize + aois.length
  const failure = list.error ? wordsFor(list.error) : null
  const change = (next: Parameters<typeof writeAoisSearchParams>[1]) =>
    setParams((now) => writeAoisSearchParams(now, next), { replace: true })
  const isEmpty = list.isSuccess && aois.length === 0

  return (
    <Panel
      title="AOIs"
      subtitle={
        list.isSuccess ? `${total.toLocaleString('en-GB')} ${total === 1 ? 'area' : 'areas'} of interest` : undefined
      }
      actions={
        !isEmpty && (
          <LinkButton size="s" tone="quiet" icon={Plus} href={paths.explore()}>
            New
          </LinkButton>
        )
      }
      isFlush
      toolbar={
        (q !== '' || !isEmpty) && (
          <SearchField label="Search AOIs by name" value={q} onChange={(text) => change({ q: text })} />
        )
      }
      footer={
        total > pageSize ? (
          <div className={styles.pages}>
            <IconButton
              icon={ChevronLeft}
              label="Newer"
              isDisabled={page === 1}
              onPress={() => change({ page: page - 1 })}
            />
            <span className={styles.note} data-figures>
              {(page - 1) * pageSize + 1} to {(page - 1) * pageSize + aois.length} of {total.toLocaleString('en-GB')}
            </span>
            <IconButton
              icon={ChevronRight}
              label="Older"
              isDisabled={page * pageSize >= total}
              onPress={() => change({ page: page + 1 })}
            />
          </div>
        ) : undefined
      }
    >
      <title>AOIs – Swath</title>
      <AoisLayer
        aois={drawn}
        hoveredId={hoveredId}
        onHover={setHoveredId}
        onOpen={(id) => void navigate(paths.aoi(id))}
      />
      {list.isPending && <SkeletonRows label="Loading AOIs" look="tall" />}
      {failure && (
        <PanelPart>
          <ErrorNotice
            what={failure.title}
            advice={failure.whatToDo}
            {...(failure.serverWords && { details: failure.serverWords })}
            onRetry={() => void list.refetch()}
            isRetrying={list.isFetching}
          />
        </PanelPart>
      )}
      {isEmpty &&
        (q ? (
          <EmptyState icon={Search}>No AOI has “{q}” in its name.</EmptyState>
        ) : (
          <EmptyState
            icon={Frame}
            action={
              <LinkButton tone="primary" icon={Search} href={paths.explore()}>
                Find scenes
              </LinkButton>
            }
          >
            An AOI is an area with the scenes you chose over it, ready to look into. Draw one in Explore and pick
            scenes.
          </EmptyState>
        ))}
      {aois.length > 0 && (
        <List label="AOIs">
          {aois.map((aoi) => (
            <AoiRow
              key={aoi.aoi_id}
              aoi={aoi}
              satelliteName={names.get(aoi.satellite_id ?? '')}
              isHovered={aoi.aoi_id === hoveredId}
              onHoverChange={(isHovered) => setHoveredId(isHovered ? aoi.aoi_id : null)}
            />
          ))}
        </List>
      )}
    </Panel>
  )
}

// One object for "nothing yet", so that the map is not told of a change.
const noAois: never[] = []
