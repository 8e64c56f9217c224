import type { Aoi } from '#src/contract/aois.ts'
import { formatAreaKm2 } from '#src/geo/format-area.ts'
import { paths } from '#src/paths.ts'
import { ListRow } from '#src/ui/data/list-row.tsx'
import { StatusBadge } from '#src/ui/status/status-badge.tsx'
import { stateWord } from './aoi-words.ts'

type AoiRowProps = {
  aoi: Aoi
  satelliteName: string | undefined
  isHovered: boolean
  onHoverChange: (isHovered: boolean) => void
}

export function AoiRow({ aoi, satelliteName, isHovered, onHoverChange }: AoiRowProps) {
  const { aoi_id: id, name, status, progress, images, area_in_sq_m: areaM2 } = aoi
  const { tone, word } = stateWord(status)
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
      value={
        <StatusBadge tone={tone} word={tone === 'busy' && progress ? `${Math.round(progress)} %` : word} raw={status} />
      }
      isSelected={isHovered}
      onHoverChange={onHoverChange}
    />
  )
}
