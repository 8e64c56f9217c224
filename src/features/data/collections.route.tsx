import { useQuery } from '@tanstack/react-query'
import { Database } from 'lucide-react'
import { NoAnswer } from '#src/answers/no-answer.tsx'
import { archiveQueries } from '#src/api/archives.ts'
import type { Collection } from '#src/contract/archive.ts'
import { paths } from '#src/paths.ts'
import { ListRow } from '#src/ui/data/list-row.tsx'
import { List } from '#src/ui/data/list.tsx'
import { EmptyState } from '#src/ui/status/empty-state.tsx'
import { collectionFacts } from './collection-facts.ts'
import { DataTabs } from './data-tabs.tsx'
import { words } from './words.ts'

export function Component() {
  const query = useQuery(archiveQueries.collections())
  const collections = query.data?.collections
  return (
    <DataTabs selected="collections">
      <NoAnswer query={query} loading={words.loading} look="tall" />
      {collections?.length === 0 && <EmptyState icon={Database}>{words.noCollections}</EmptyState>}
      <List label={words.collections}>
        {collections?.map((collection) => (
          <CollectionRow key={collection.id} collection={collection} />
        ))}
      </List>
    </DataTabs>
  )
}

function CollectionRow({ collection }: { collection: Collection }) {
  const { name, bands, gsdM } = collectionFacts(collection)
  return (
    <ListRow
      href={paths.collection(collection.id)}
      title={name}
      meta={collection.description ?? collection.id}
      value={words.bandsAndGsd(bands.length, gsdM)}
    />
  )
}
