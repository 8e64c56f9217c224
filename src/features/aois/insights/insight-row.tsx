import type { Insight } from '#src/contract/insights.ts'
import { paths } from '#src/paths.ts'
import { stateOrPercent } from '#src/states/state-words.ts'
import { ListRow } from '#src/ui/data/list-row.tsx'
import { UtcTime } from '#src/ui/data/utc-time.tsx'
import { StatusBadge } from '#src/ui/status/status-badge.tsx'
import { blockOf } from './insight-block.ts'

type InsightRowProps = {
  aoiId: string
  insight: Insight
  /** Titles of blocks by their names. */
  titles: ReadonlyMap<string, string>
}

/** One insight of a list: what ran, when, and how it stands. */
export function InsightRow({ aoiId, insight, titles }: InsightRowProps) {
  const { id, name, status, progress, created_at: createdAt, err_msg: reason } = insight
  const state = stateOrPercent(status, progress)
  const title = titles.get(blockOf(insight)?.name ?? '')
  return (
    <ListRow
      href={paths.insight(aoiId, id)}
      title={name || title || 'Insight'}
      meta={
        state.tone === 'fail' && reason ? (
          reason
        ) : (
          <>
            {title && !name?.startsWith(title) && `${title} · `}
            <UtcTime value={createdAt ?? undefined} />
          </>
        )
      }
      value={<StatusBadge {...state} />}
    />
  )
}
