import type { Index } from '#src/contract/indices.ts'
import type { VisualizationListItem } from '#src/contract/visualizations.ts'
import { stateOrPercent } from '#src/states/state-words.ts'
import { List } from '#src/ui/data/list.tsx'
import { ListRow } from '#src/ui/data/list-row.tsx'
import { StatusBadge } from '#src/ui/status/status-badge.tsx'

type VisualizationListProps = {
  visualizations: readonly VisualizationListItem[]
  indices: ReadonlyMap<string, Index>
  shownId: string | undefined
  onShow: (id: string) => void
}

/** The indices computed for an AOI; the one on the map is marked. */
export function VisualizationList({ visualizations, indices, shownId, onShow }: VisualizationListProps) {
  return (
    <List label="Indices">
      {visualizations.map(({ id, index_id, status, progress }) => {
        const index = index_id ? indices.get(index_id) : undefined
        const state = stateOrPercent(status, progress)
        return (
          <ListRow
            key={id}
            title={index?.name ?? 'Index'}
            value={state.tone === 'ok' ? undefined : <StatusBadge {...state} />}
            isSelected={id === shownId}
            onPress={() => onShow(id)}
          />
        )
      })}
    </List>
  )
}
