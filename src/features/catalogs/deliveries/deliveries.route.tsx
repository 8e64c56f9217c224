import { useQuery } from '@tanstack/react-query'
import { Send } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { NoAnswer } from '#src/answers/no-answer.tsx'
import { deliveryQueries } from '#src/api/deliveries.ts'
import { isDeliverySettled } from '#src/api/delivery-states.ts'
import { DeliveredPointsLayer } from '#src/catalogs/delivered-points.layer.tsx'
import { usePictures } from '#src/catalogs/use-pictures.ts'
import { DeliveryList } from '#src/deliveries/delivery-list.tsx'
import { failureAdvice } from '#src/deliveries/delivery-words.ts'
import { paths } from '#src/paths.ts'
import { FootprintsLayer } from '#src/scenes/footprints.layer.tsx'
import { Button, LinkButton } from '#src/ui/button/button.tsx'
import { Pager } from '#src/ui/data/pager.tsx'
import { Panel, PanelPart } from '#src/ui/panel/panel.tsx'
import { EmptyState } from '#src/ui/status/empty-state.tsx'
import { CatalogParts } from '../catalog-parts.tsx'
import styles from '../catalogs.module.css'
import {
  isFiltered,
  matches,
  pageSize,
  readDeliveriesParams,
  writeDeliveriesParams,
} from './deliveries-search-params.ts'
import type { DeliveriesParams } from './deliveries-search-params.ts'
import { DeliveryFilters } from './delivery-filters.tsx'

const noneSelected: readonly string[] = []

/** What was sent to stores, and how far it is; asked again for as long as something is on its way. */
export function Component() {
  const [search, setSearch] = useSearchParams()
  const navigate = useNavigate()
  const params = useMemo(() => readDeliveriesParams(search), [search])
  const change = (changes: Partial<DeliveriesParams>) =>
    setSearch(writeDeliveriesParams({ ...params, page: 1, ...changes }), { replace: true })
  const clear = () => setSearch({}, { replace: true })
  const [hoveredId, setHoveredId] = useState<string | null>(null)

  const query = useQuery(deliveryQueries.list({ orderItemId: params.item }))
  const { data } = query
  const all = data?.deliveries ?? []
  const found = all.filter((delivery) => matches(params, delivery))
  const shown = found.slice((params.page - 1) * pageSize, params.page * pageSize)
  const pictures = usePictures(shown.flatMap(({ catalog_id: id }) => id ?? []))
  const scenes = useMemo(() => [...pictures.values()].flatMap(({ scene }) => scene ?? []), [pictures])
  const open = (id: string | undefined) => id !== undefined && void navigate(paths.catalog(id))
  return (
    <Panel
      title="Catalog"
      subtitle={data && summaryOf(found.length, found.filter((each) => !isDeliverySettled(each)).length)}
      widthPx={440}
      isFlush
      toolbar={
        <>
          <CatalogParts shown="deliveries" />
          {(all.length > 0 || isFiltered(params)) && <DeliveryFilters params={params} onChange={change} />}
        </>
      }
      footer={
        found.length > pageSize && (
          <Pager
            things="deliveries"
            index={params.page - 1}
            size={pageSize}
            total={found.length}
            shown={shown.length}
            onChange={(index) => change({ page: index + 1 })}
          />
        )
      }
    >
      <title>Deliveries – Swath</title>
      <NoAnswer query={query} loading="Loading deliveries" rows={8} look="tall" />
      {data && found.length === 0 && <Nothing isFiltered={isFiltered(params)} onClear={clear} />}
      {shown.length > 0 && (
        <DeliveryList deliveries={shown} pictures={pictures} hoveredId={hoveredId} onHoverChange={setHoveredId} />
      )}
      {shown.some(({ status }) => status === 'FAILED') && (
        <PanelPart>
          <p className={styles.advice}>{failureAdvice}</p>
        </PanelPart>
      )}
      <FootprintsLayer
        scenes={scenes}
        selectedKeys={noneSelected}
        hoveredKey={hoveredId}
        onHoverChange={setHoveredId}
        onPress={([id]) => open(id)}
      />
      <DeliveredPointsLayer scenes={scenes} hoveredId={hoveredId} onHoverChange={setHoveredId} onPress={open} />
    </Panel>
  )
}

function summaryOf(total: number, moving: number): string {
  const all = `${total.toLocaleString('en-GB')} ${total === 1 ? 'delivery' : 'deliveries'}`
  return moving === 0 ? all : `${all}, ${moving.toLocaleString('en-GB')} on the way`
}

function Nothing({ isFiltered: hasFilters, onClear }: { isFiltered: boolean; onClear: () => void }) {
  if (hasFilters) {
    return (
      <EmptyState icon={Send} action={<Button onPress={onClear}>Clear filters</Button>}>
        No delivery matches these filters.
      </EmptyState>
    )
  }
  return (
    <EmptyState icon={Send} action={<LinkButton href={paths.catalogs()}>Choose pictures</LinkButton>}>
      Pictures sent to a store are followed here. Choose them in the catalog, or deliver a whole order item from its
      page.
    </EmptyState>
  )
}
