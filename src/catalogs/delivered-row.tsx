import { deliveryWords } from '#src/deliveries/delivery-words.ts'
import { DownloadButton } from '#src/downloads/download-button.tsx'
import { formatAreaKm2 } from '#src/geo/format-area.ts'
import { paths } from '#src/paths.ts'
import { SceneThumbnail } from '#src/scenes/scene-thumbnail.tsx'
import { ListRow } from '#src/ui/data/list-row.tsx'
import { UtcTime } from '#src/ui/data/utc-time.tsx'
import { Checkbox } from '#src/ui/field/checkbox.tsx'
import { StatusBadge } from '#src/ui/status/status-badge.tsx'
import { pictureLabel } from './delivered-picture.ts'
import type { DeliveredPicture } from './delivered-picture.ts'

type DeliveredRowProps = {
  picture: DeliveredPicture
  isHovered: boolean
  onHoverChange: (id: string | null) => void
  isPicked?: boolean
  /** Makes the row one that can be ticked. */
  onPick?: (id: string, isPicked: boolean) => void
}

/** A delivered picture in a list: what it shows, how large it is, and its download. */
export function DeliveredRow({ picture, isHovered, onHoverChange, isPicked = false, onPick }: DeliveredRowProps) {
  const { id, scene, areaKm2, catalog } = picture
  const delivery = catalog.delivery_status && catalog.delivery_status !== 'UNSPECIFIED' ? catalog.delivery_status : null
  const facts = [
    scene?.satellite,
    areaKm2 === undefined ? undefined : formatAreaKm2(areaKm2),
    scene?.cloudCoverPercent === undefined ? undefined : `${Math.round(scene.cloudCoverPercent)} % cloud`,
  ]
  return (
    <ListRow
      href={paths.catalog(id)}
      check={
        onPick && (
          <Checkbox
            aria-label={`Pick ${pictureLabel(picture)}`}
            isSelected={isPicked}
            onChange={(next) => onPick(id, next)}
          />
        )
      }
      lead={<SceneThumbnail url={scene?.thumbnailUrl} />}
      title={scene ? <UtcTime value={scene.datetime} /> : pictureLabel(picture)}
      meta={facts.filter(Boolean).join(', ')}
      value={delivery ? <StatusBadge {...deliveryWords(delivery)} /> : undefined}
      isPointed={isHovered}
      onHoverChange={(isOver) => onHoverChange(isOver ? id : null)}
      actions={
        <DownloadButton isIconOnly source={{ kind: 'catalog', catalogIds: [id] }} label={pictureLabel(picture)} />
      }
    />
  )
}
