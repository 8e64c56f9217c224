import { useQuery } from '@tanstack/react-query'
import { CopyPlus } from 'lucide-react'
import { useMemo } from 'react'
import { useNavigate, useParams } from 'react-router'
import { NoAnswer } from '#src/answers/no-answer.tsx'
import { isItemSettled, orderItemQueries } from '#src/api/orders.ts'
import type { BandsetBand } from '#src/contract/bandsets.ts'
import type { OrderItem } from '#src/contract/order-items.ts'
import { DeliverButton } from '#src/deliveries/deliver-button.tsx'
import { DeliveriesOf } from '#src/deliveries/deliveries-of.tsx'
import { DownloadButton } from '#src/downloads/download-button.tsx'
import { useFitOnce } from '#src/map/fit-once.ts'
import { paths } from '#src/paths.ts'
import { stateWords } from '#src/states/state-words.ts'
import { BandSpectrum } from '#src/scenes/band-spectrum.tsx'
import { byWavelength, toBand } from '#src/scenes/scene-bands.ts'
import { IconButton } from '#src/ui/button/icon-button.tsx'
import { Property, PropertyList } from '#src/ui/data/property-list.tsx'
import { Tokens } from '#src/ui/data/quantity.tsx'
import { Panel, PanelPart } from '#src/ui/panel/panel.tsx'
import { Section } from '#src/ui/panel/section.tsx'
import { ErrorNotice } from '#src/ui/status/error-notice.tsx'
import { StatusBadge } from '#src/ui/status/status-badge.tsx'
import { Delivered, hasDelivered } from './delivered.tsx'
import { FeasibilityNotice } from './feasibility-notice.tsx'
import { feasibilityReason } from './feasibility.ts'
import { ItemProperties } from './item-properties.tsx'
import { itemRemarks } from './item-remarks.ts'
import { draftLike, isNewPicture } from './new-order/draft-like.ts'
import { writeOrderDraft } from './new-order/order-draft.ts'
import { OrderedScenesLayer, outlinesOf } from './ordered-scenes.layer.tsx'
import { kindWord, shortId } from './order-words.ts'
import { orderedScenes } from './ordered-scenes.ts'
import { OrderedScenesList } from './ordered-scenes-list.tsx'
import styles from './orders.module.css'
import { TaskTimeline } from './task-timeline.tsx'
import { UpliftRows } from './uplift-rows.tsx'

/** One order item: how far it is, what it cost, and its pictures once they are there. */
export function Component() {
  const { id = '' } = useParams()
  const navigate = useNavigate()
  const query = useQuery(orderItemQueries.detail(id))
  const { data: item } = query
  const title = item ? item.name || `${kindWord(item.type)} ${shortId(id)}` : `Order item ${shortId(id)}`
  const isReady = item !== undefined && hasDelivered(item)
  return (
    <Panel
      title={title}
      subtitle={item && kindWord(item.type)}
      badge={item && <StatusBadge look="pill" {...stateWords(item.status)} />}
      onBack={() => void navigate(item?.order_id ? paths.order(item.order_id) : paths.orders())}
      widthPx={400}
      isFlush
      actions={
        item &&
        isNewPicture(item) && (
          <IconButton
            icon={CopyPlus}
            label="Order one like this"
            onPress={() => void navigate(paths.newOrder(writeOrderDraft(draftLike(item))))}
          />
        )
      }
      footer={
        isReady && (
          <>
            <DeliverButton what={{ order_item_ids: [id] }} label={title} />
            <DownloadButton
              tone="primary"
              source={{ kind: 'order-item', orderItemIds: [id] }}
              label={title}
              words="Download all pictures"
            />
          </>
        )
      }
    >
      <title>{`${title} – Swath`}</title>
      <NoAnswer
        query={query}
        loading="Loading the order item"
        rows={6}
        elsewhere={{ href: paths.orders(), label: 'All orders' }}
      />
      {item && <ItemSections item={item} isReady={isReady} />}
    </Panel>
  )
}

function ItemSections({ item, isReady }: { item: OrderItem; isReady: boolean }) {
  const scenes = useMemo(() => orderedScenes(item), [item])
  const bands = useMemo(() => byWavelength((item.bandset?.bands ?? []).map(toSceneBand)), [item])
  useFitOnce(item.id, isReady ? [] : outlinesOf(scenes))
  const { byTask, others } = useMemo(() => itemRemarks(item), [item])
  const isNew = isNewPicture(item)
  return (
    <>
      {others.length > 0 && (
        <PanelPart>
          <ErrorNotice tone="warn" what="The service found fault with this item." />
          <ul className={styles.problems}>
            {others.map(({ field, reason }) => (
              <li key={field}>
                {field}: {reason}
              </li>
            ))}
          </ul>
        </PanelPart>
      )}
      <Section title="Progress">
        {(item.tasks ?? []).length > 0 ? (
          <TaskTimeline tasks={item.tasks ?? []} remarks={byTask} />
        ) : (
          <p className={styles.later}>No task was made for this item yet.</p>
        )}
      </Section>
      {isNew && (
        <Section title="Feasibility">
          <FeasibilityNotice
            status={item.feasibility_status}
            reason={feasibilityReason(item)}
            checkedAt={item.last_feasibility_check}
          />
        </Section>
      )}
      {isReady && (
        <Section title="Delivered pictures">
          <Delivered of={{ order_item_ids: [item.id] }} isGrowing={!isItemSettled(item)} />
        </Section>
      )}
      {isReady && (
        <Section title="Deliveries">
          <DeliveriesOf key={item.status} of={{ orderItemId: item.id }} isGrowing={!isItemSettled(item)} />
        </Section>
      )}
      <Section title="Price" summary={<Tokens amount={item.final_amount ?? undefined} isStrong />}>
        <UpliftRows item={item} />
        {(item.uplifts ?? []).length === 0 && <p className={styles.later}>Nothing was added to the base price.</p>}
        {isPartlyReturned(item) && (
          <PropertyList>
            <Property label="Charged in the end" value={item.tokens_used} unit="tokens" />
          </PropertyList>
        )}
      </Section>
      {scenes.length > 0 && (
        <Section title="Scenes" summary={scenes.length} defaultExpanded={!isReady}>
          <OrderedScenesList scenes={scenes} />
        </Section>
      )}
      <Section title="Details">
        <ItemProperties item={item} />
        {isNew && <BandSpectrum bands={bands} />}
      </Section>
      {!isReady && <OrderedScenesLayer scenes={scenes} />}
    </>
  )
}

const toSceneBand = ({ name, wavelength }: BandsetBand) => toBand({ name, centre: wavelength })

/** What brought no picture is given back. */
const isPartlyReturned = ({ final_amount: price, tokens_used: charged, status }: OrderItem): boolean =>
  // The service charges whole tokens.
  isItemSettled({ status }) && typeof price === 'number' && typeof charged === 'number' && charged < Math.floor(price)
