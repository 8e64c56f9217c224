import { useMutation, useQuery } from '@tanstack/react-query'
import { deliveryMutations } from '#src/api/deliveries.ts'
import { wordsFor } from '#src/api/errors.ts'
import { storeQueries } from '#src/api/stores.ts'
import { pictureLabel } from '#src/catalogs/delivered-picture.ts'
import type { DeliveredPicture } from '#src/catalogs/delivered-picture.ts'
import type { Delivery } from '#src/contract/deliveries.ts'
import { paths } from '#src/paths.ts'
import { SceneThumbnail } from '#src/scenes/scene-thumbnail.tsx'
import { List } from '#src/ui/data/list.tsx'
import { notify } from '#src/ui/status/notice-store.ts'
import { DeliveryRow } from './delivery-row.tsx'

type DeliveryListProps = {
  deliveries: readonly Delivery[]
  /** Those that are delivered; leave out where the screen is about one picture. */
  pictures?: ReadonlyMap<string, DeliveredPicture>
  /** Id of the picture pointed at, on the map or here. */
  hoveredId?: string | null
  onHoverChange?: (catalogId: string | null) => void
}

/** Deliveries as rows. A row leads to its picture, or to its store where the picture is what the screen is about. */
export function DeliveryList({ deliveries, pictures, hoveredId, onHoverChange }: DeliveryListProps) {
  const stores = useQuery(storeQueries.list()).data?.stores
  const again = useMutation(deliveryMutations.create())
  const sendAgain = ({ catalog_id: catalogId, cloud_delivery: target }: Delivery) => {
    if (!catalogId || !target?.config) return
    again.mutate(
      [
        {
          catalog_ids: [catalogId],
          cloud_info: { config: target.config, ...(target.path && { path: target.path }) },
        },
      ],
      {
        onError: (error) => {
          const { title, whatToDo } = wordsFor(error)
          notify({ tone: 'fail', title, body: whatToDo })
        },
      },
    )
  }
  return (
    <List label="Deliveries">
      {deliveries.map((delivery) => {
        const { delivery_id: id, catalog_id: catalogId, cloud_delivery: target } = delivery
        const store = stores ? stores.find((each) => each.id === target?.config) : null
        const picture = pictures?.get(catalogId ?? '')
        const href = pictures ? catalogId && paths.catalog(catalogId) : store && paths.stores({ store: store.id })
        return (
          <DeliveryRow
            key={id}
            delivery={delivery}
            store={store}
            picture={
              pictures && {
                label: picture ? pictureLabel(picture) : `Picture ${catalogId?.slice(0, 8) ?? ''}`,
                lead: <SceneThumbnail url={picture?.scene?.thumbnailUrl} />,
              }
            }
            href={href || undefined}
            isHovered={hoveredId != null && hoveredId === catalogId}
            onHoverChange={onHoverChange && ((isOver) => onHoverChange(isOver ? (catalogId ?? null) : null))}
            onSendAgain={store ? () => sendAgain(delivery) : undefined}
            isSendingAgain={again.isPending && again.variables[0]?.catalog_ids?.[0] === catalogId}
          />
        )
      })}
    </List>
  )
}
