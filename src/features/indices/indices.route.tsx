import { useQuery } from '@tanstack/react-query'
import { Plus, Sigma } from 'lucide-react'
import { useSearchParams } from 'react-router'
import { wordsFor } from '#src/api/errors.ts'
import { indexQueries } from '#src/api/indices.ts'
import { satelliteQueries } from '#src/api/satellites.ts'
import { Button } from '#src/ui/button/button.tsx'
import { ToggleButtonGroup } from '#src/ui/button/toggle-button.tsx'
import { List } from '#src/ui/data/list.tsx'
import { ListRow } from '#src/ui/data/list-row.tsx'
import { SearchField } from '#src/ui/field/search-field.tsx'
import { Select } from '#src/ui/field/select.tsx'
import { Panel, PanelPart } from '#src/ui/panel/panel.tsx'
import { Badge } from '#src/ui/status/badge.tsx'
import { EmptyState } from '#src/ui/status/empty-state.tsx'
import { ErrorNotice } from '#src/ui/status/error-notice.tsx'
import { SkeletonRows } from '#src/ui/status/skeleton.tsx'
import { IndexDetail } from './index-detail.tsx'
import styles from './indices.module.css'
import { readIndicesSearchParams, writeIndicesSearchParams } from './indices-search-params.ts'
import type { IndicesSearchParams } from './indices-search-params.ts'
import { NewIndex } from './new-index.tsx'

/** The library of indices: what each satellite can compute, and one's own. */
export function Component() {
  const [params, setParams] = useSearchParams()
  const search = readIndicesSearchParams(params)
  const change = (next: Partial<IndicesSearchParams>) =>
    setParams((now) => writeIndicesSearchParams(now, next), { replace: true })
  const satellites = useQuery(satelliteQueries.list())
  const all = satellites.data?.satellites ?? []
  const satellite = all.find(({ id }) => id === search.satellite) ?? all[0]
  const indices = useQuery({ ...indexQueries.list(satellite?.id), enabled: satellite !== undefined })
  const text = search.q.toLowerCase()
  const found = (indices.data ?? []).filter(
    ({ name, description, type }) =>
      (search.type === 'all' || type === search.type) && `${name} ${description ?? ''}`.toLowerCase().includes(text),
  )
  const opened = indices.data?.find(({ id }) => id === search.index)
  const failed = [satellites, indices].find((query) => query.isError)
  const failure = failed?.error ? wordsFor(failed.error) : null
  const makeNew = () => change({ index: 'new' })

  return (
    <>
      <Panel
        title="Indices"
        subtitle={indices.isSuccess && satellite ? `${indices.data.length} for ${satellite.name}` : undefined}
        actions={
          <Button size="s" tone="quiet" icon={Plus} isDisabled={!satellite} onPress={makeNew}>
            New
          </Button>
        }
        isFlush
        toolbar={
          <div className={styles.toolbar}>
            <Select
              label="Satellite"
              labelPlacement="hidden"
              options={all.map(({ id, name, bands }) => ({ id, label: name, description: `${bands.length} bands` }))}
              value={satellite?.id}
              onChange={(id) => change({ satellite: id, index: null })}
              isDisabled={all.length === 0}
            />
            <SearchField label="Search by name or meaning" value={search.q} onChange={(q) => change({ q })} />
            <ToggleButtonGroup
              label="Kind"
              isWide
              options={[
                { id: 'all', label: 'All' },
                { id: 'preset', label: 'Preset' },
                { id: 'custom', label: 'Your own' },
              ]}
              value={search.type}
              onChange={(type) => change({ type })}
            />
          </div>
        }
      >
        <title>Indices – Swath</title>
        {(satellites.isPending || (indices.isPending && satellite)) && (
          <SkeletonRows label="Loading indices" look="tall" />
        )}
        {failure && (
          <PanelPart>
            <ErrorNotice what={failure.title} advice={failure.whatToDo} onRetry={() => void failed?.refetch()} />
          </PanelPart>
        )}
        {indices.isSuccess && search.index && search.index !== 'new' && !opened && (
          <PanelPart>
            <ErrorNotice
              tone="warn"
              what={`${satellite?.name} has no index with the id of this address`}
              advice="It may be one of another satellite, or the address is not complete."
            />
          </PanelPart>
        )}
        {indices.isSuccess && found.length === 0 && (
          <EmptyState
            icon={Sigma}
            action={
              <Button size="s" icon={Plus} onPress={makeNew}>
                Make one
              </Button>
            }
          >
            {search.q
              ? `No index of this satellite matches “${search.q}”.`
              : 'You have no index of your own for this satellite yet.'}
          </EmptyState>
        )}
        <List label="Indices">
          {found.map(({ id, name, description, expression, type }) => (
            <ListRow
              key={id}
              title={name}
              meta={description || expression}
              value={type === 'custom' ? <Badge>Your own</Badge> : undefined}
              isSelected={id === search.index}
              onPress={() => change({ index: id === search.index ? null : id })}
            />
          ))}
        </List>
      </Panel>
      {opened && satellite && (
        <IndexDetail key={opened.id} index={opened} satellite={satellite} onClose={() => change({ index: null })} />
      )}
      {search.index === 'new' && satellite && (
        <NewIndex
          key={satellite.id}
          satellite={satellite}
          onClose={() => change({ index: null })}
          onMade={(index) => change({ index, q: '', type: 'all' })}
        />
      )}
    </>
  )
}
