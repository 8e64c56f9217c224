import { useQuery } from '@tanstack/react-query'
import { Archive, Plus } from 'lucide-react'
import { useSearchParams } from 'react-router'
import { NoAnswer } from '#src/answers/no-answer.tsx'
import { storeQueries } from '#src/api/stores.ts'
import { kindOf, placeIn } from '#src/deliveries/store-place.ts'
import { Button } from '#src/ui/button/button.tsx'
import { List } from '#src/ui/data/list.tsx'
import { ListRow } from '#src/ui/data/list-row.tsx'
import { Panel } from '#src/ui/panel/panel.tsx'
import { EmptyState } from '#src/ui/status/empty-state.tsx'
import { CatalogParts } from '../catalog-parts.tsx'
import { NewStore } from './new-store.tsx'
import { StoreDetail } from './store-detail.tsx'

/** The buckets that pictures can be sent to. The address says which is open beside the list; `new` is the form. */
export function Component() {
  const [search, setSearch] = useSearchParams()
  const openId = search.get('store')
  const open = (id: string | null) => setSearch(id === null ? {} : { store: id }, { replace: true })
  const query = useQuery(storeQueries.list())
  const { data } = query
  const stores = data?.stores ?? []
  const opened = stores.find(({ id }) => id === openId)
  const add = (
    <Button size="s" tone={stores.length === 0 ? 'primary' : 'quiet'} icon={Plus} onPress={() => open('new')}>
      {stores.length === 0 ? 'Add a store' : 'New'}
    </Button>
  )
  return (
    <>
      <Panel
        title="Catalog"
        subtitle={data && `${stores.length} ${stores.length === 1 ? 'store' : 'stores'}`}
        actions={stores.length > 0 && add}
        widthPx={440}
        isFlush
        toolbar={<CatalogParts shown="stores" />}
      >
        <title>Stores – Swath</title>
        <NoAnswer query={query} loading="Loading stores" rows={3} look="tall" />
        {data && stores.length === 0 && (
          <EmptyState icon={Archive} action={openId !== 'new' && add}>
            A store is a bucket of yours, at Amazon, Google or Azure. Pictures can be copied into it, by hand or by
            every order as soon as they are ready.
          </EmptyState>
        )}
        <List label="Stores">
          {stores.map((store) => (
            <ListRow
              key={store.id}
              title={store.name}
              meta={placeIn(store)}
              value={kindOf(store.type).shortName}
              isSelected={store.id === openId}
              onPress={() => open(store.id === openId ? null : store.id)}
            />
          ))}
        </List>
      </Panel>
      {openId === 'new' && <NewStore onClose={() => open(null)} onMade={open} />}
      {opened && <StoreDetail key={opened.id} store={opened} onClose={() => open(null)} />}
    </>
  )
}
