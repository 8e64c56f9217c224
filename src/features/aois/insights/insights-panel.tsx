import { useQuery } from '@tanstack/react-query'
import { Blocks, Plus } from 'lucide-react'
import { useNavigate } from 'react-router'
import { NoAnswer } from '#src/answers/no-answer.tsx'
import { blockQueries } from '#src/api/blocks.ts'
import { insightQueries } from '#src/api/insights.ts'
import type { Aoi } from '#src/contract/aois.ts'
import { paths } from '#src/paths.ts'
import { LinkButton } from '#src/ui/button/button.tsx'
import { List } from '#src/ui/data/list.tsx'
import { Panel } from '#src/ui/panel/panel.tsx'
import { EmptyState } from '#src/ui/status/empty-state.tsx'
import { AoiOutlineLayer } from '../aoi-outline.layer.tsx'
import { NewestPicture } from './newest-picture.tsx'
import { InsightRow } from './insight-row.tsx'

/** The insights of an AOI, the newest first. */
export function InsightsPanel({ aoi }: { aoi: Aoi }) {
  const { aoi_id: id, name, geometry } = aoi
  const navigate = useNavigate()
  const insights = useQuery(insightQueries.ofAoi(id))
  const blocks = useQuery(blockQueries.list())
  const titles = new Map(blocks.data?.map(({ spec }) => [spec.name, spec.title ?? spec.name]))
  const start = (
    <LinkButton tone="primary" icon={Plus} href={paths.newInsight(id)}>
      New insight
    </LinkButton>
  )
  return (
    <Panel
      title="Insights"
      subtitle={name}
      onBack={() => void navigate(paths.aoi(id))}
      isFlush
      footer={insights.data && insights.data.length > 0 ? start : undefined}
    >
      <title>{`Insights of ${name} – Swath`}</title>
      {geometry && <AoiOutlineLayer id={id} geometry={geometry} />}
      <NewestPicture aoi={aoi} />
      <NoAnswer query={insights} loading="Loading insights" look="tall" />
      {insights.data?.length === 0 && (
        <EmptyState icon={Blocks} action={start}>
          An insight is what a model finds in the pictures of this AOI: land cover, water quality, change. Choose one,
          see what it costs, run it.
        </EmptyState>
      )}
      <List label="Insights">
        {insights.data?.map((insight) => (
          <InsightRow key={insight.id} aoiId={id} insight={insight} titles={titles} />
        ))}
      </List>
    </Panel>
  )
}
