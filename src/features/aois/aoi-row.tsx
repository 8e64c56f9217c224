import type { Aoi } from '#src/contract/aois.ts'
import { formatAreaKm2 } from '#src/geo/format-area.ts'
import { stateOrPercent } from '#src/states/state-words.ts'
import { paths } from '#src/paths.ts'
import { ListRow } from '#src/ui/data/list-row.tsx'
import { StatusBadge } from '#src/ui/status/status-badge.tsx'

type AoiRowProps = {
  aoi: Aoi
  satelliteName: string | undefined
  isHovered: boolean
  onHoverChange: (isHovered: boolean) => void
}

export function AoiRow({ aoi, satelliteName, isHovered, onHoverChange }: AoiRowProps) {
  const { aoi_id: id, name, status, progress, images, area_in_sq_m: areaM2 } = aoi
  const scenes = Object.keys(images ?? {}).length
  const facts = [
    satelliteName,
    areaM2 == null ? '' : formatAreaKm2(areaM2 / 1e6),
    scenes > 0 ? `${scenes} ${scenes === 1 ? 'scene' : 'scenes'}` : '',
  ]
  return (
    <ListRow
      href={paths.aoi(id)}
      title={name}
      meta={facts.filter(Boolean).join(' · ')}
      value={<StatusBadge {...stateOrPercent(status, progress)} />}
      isSelected={isHovered}
      onHoverChange={onHoverChange}
    />
  )
}
