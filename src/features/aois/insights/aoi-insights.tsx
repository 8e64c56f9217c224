import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { Failed } from '#src/answers/failed.tsx'
import { blockQueries } from '#src/api/blocks.ts'
import { insightQueries } from '#src/api/insights.ts'
import { paths } from '#src/paths.ts'
import { LinkButton } from '#src/ui/button/button.tsx'
import { List } from '#src/ui/data/list.tsx'
import { Section } from '#src/ui/panel/section.tsx'
import { InsightRow } from './insight-row.tsx'
import styles from './insights.module.css'

/** As many as fit without pushing the rest of the AOI away. */
const rowsAtMost = 3

/** The newest insights on the screen of their AOI, and the way to all of them. */
export function AoiInsights({ aoiId, hasReady }: { aoiId: string; hasReady: boolean }) {
  const insights = useQuery(insightQueries.ofAoi(aoiId))
  const all = insights.data ?? []
  const blocks = useQuery({ ...blockQueries.list(), enabled: all.length > 0 })
  const titles = new Map(blocks.data?.map(({ spec }) => [spec.name, spec.title ?? spec.name]))
  return (
    <Section
      title="Insights"
      summary={all.length || undefined}
      actions={
        <LinkButton size="s" tone="quiet" icon={Plus} isDisabled={!hasReady} href={paths.newInsight(aoiId)}>
          Run
        </LinkButton>
      }
    >
      <Failed query={insights} />
      {insights.isSuccess && all.length === 0 && (
        <p className={styles.note}>
          {hasReady
            ? 'Run a model over the pictures: land cover, water quality, change.'
            : 'Models can be run once a date is ready.'}
        </p>
      )}
      {all.length > 0 && (
        <div className={styles.bleed}>
          <List label="Newest insights">
            {all.slice(0, rowsAtMost).map((insight) => (
              <InsightRow key={insight.id} aoiId={aoiId} insight={insight} titles={titles} />
            ))}
          </List>
        </div>
      )}
      {all.length > 0 && (
        <div>
          <LinkButton size="s" tone="quiet" href={paths.insights(aoiId)}>
            {all.length > rowsAtMost ? `All ${all.length} insights` : 'All insights'}
          </LinkButton>
        </div>
      )}
    </Section>
  )
}
