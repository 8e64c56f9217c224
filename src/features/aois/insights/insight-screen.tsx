import { useQuery } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { NoAnswer } from '#src/answers/no-answer.tsx'
import { blockQueries } from '#src/api/blocks.ts'
import { insightQueries, isInsightSettled } from '#src/api/insights.ts'
import type { Aoi } from '#src/contract/aois.ts'
import { paths } from '#src/paths.ts'
import { stateWords } from '#src/states/state-words.ts'
import { LinkButton } from '#src/ui/button/button.tsx'
import { Panel, PanelPart } from '#src/ui/panel/panel.tsx'
import { EmptyState } from '#src/ui/status/empty-state.tsx'
import { ErrorNotice } from '#src/ui/status/error-notice.tsx'
import { ProgressBar } from '#src/ui/status/progress-bar.tsx'
import { StatusBadge } from '#src/ui/status/status-badge.tsx'
import { UtcTime } from '#src/ui/data/utc-time.tsx'
import { AoiOutlineLayer } from '../aoi-outline.layer.tsx'
import { ChosenPicture } from './chosen-picture.tsx'
import { InsightAbout } from './insight-about.tsx'
import { InsightActions } from './insight-actions.tsx'
import { blockOf } from './insight-block.ts'
import { InsightResults } from './insight-results.tsx'
import { secondsLeft } from './insight-words.ts'
import { useGivenPicture } from './use-given-picture.ts'

/** One insight. While it runs: how far it is; then what came out, on the map and as tables. */
export function InsightScreen({ aoi, insightId }: { aoi: Aoi; insightId: string }) {
  const { aoi_id: aoiId, geometry } = aoi
  const navigate = useNavigate()
  const query = useQuery(insightQueries.detail(aoiId, insightId))
  const blocks = useQuery(blockQueries.list())
  const insight = query.data
  const place = insight && blockOf(insight)
  const title = blocks.data?.find(({ spec }) => spec.name === place?.name)?.spec.title ?? undefined
  const name = insight?.name || title || 'Insight'
  const given = useGivenPicture(aoi, insight)
  const state = stateWords(insight?.status)
  const { tone } = state
  const isThere = insight && !insight.deleted_at
  return (
    <Panel
      title={name}
      subtitle={title && title !== name ? `${title}, ${place?.version}` : aoi.name}
      badge={isThere && tone !== 'ok' && <StatusBadge look="pill" {...state} />}
      onBack={() => void navigate(paths.insights(aoiId))}
      isFlush
      footer={isThere && <InsightActions aoi={aoi} insight={insight} name={name} />}
    >
      <title>{`${name} – Swath`}</title>
      {geometry && <AoiOutlineLayer id={aoiId} geometry={geometry} />}
      <NoAnswer query={query} loading="Loading the insight" rows={6} />
      {query.isSuccess && !isThere && (
        <EmptyState
          action={
            <LinkButton size="s" href={paths.insights(aoiId)}>
              All insights
            </LinkButton>
          }
        >
          {insight?.deleted_at ? (
            <>
              This insight was deleted, <UtcTime value={insight.deleted_at} />.
            </>
          ) : (
            'This AOI has no insight of this address.'
          )}
        </EmptyState>
      )}
      {isThere && (
        <>
          {!isInsightSettled(insight) && (
            <PanelPart>
              <ProgressBar
                label="Computing"
                done={insight.progress ?? 0}
                {...leftOf(insight.estimated_time_in_min, insight.progress)}
              />
            </PanelPart>
          )}
          {tone === 'fail' && (
            <PanelPart>
              <ErrorNotice
                what="It could not be computed"
                advice={sentence(insight.err_msg) ?? 'The service gives no reason.'}
              />
            </PanelPart>
          )}
          {tone !== 'ok' && given && <ChosenPicture choice={given} />}
          {tone === 'ok' && (
            <InsightResults aoiId={aoiId} insight={insight} given={given} onRefresh={() => query.refetch()} />
          )}
          <InsightAbout aoi={aoi} insight={insight} blockTitle={title} isOpen={tone !== 'ok'} />
        </>
      )}
    </Panel>
  )
}

function leftOf(expectedMinutes: number | null | undefined, percent: number | null | undefined) {
  const left = secondsLeft(expectedMinutes, percent ?? 0)
  return left === undefined ? {} : { secondsLeft: left }
}

/** A reason as the service writes it, with a capital and a full stop. */
function sentence(reason: string | null | undefined): string | undefined {
  const text = reason?.trim()
  if (!text) return undefined
  return text[0]!.toUpperCase() + text.slice(1) + (/[.!?]$/.test(text) ? '' : '.')
}
