import { useMutation } from '@tanstack/react-query'
import { RotateCw, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { insightMutations, isInsightSettled } from '#src/api/insights.ts'
import type { Aoi } from '#src/contract/aois.ts'
import type { Insight } from '#src/contract/insights.ts'
import { DownloadButton } from '#src/downloads/download-button.tsx'
import { paths } from '#src/paths.ts'
import { stateWords } from '#src/states/state-words.ts'
import { LinkButton } from '#src/ui/button/button.tsx'
import { IconButton } from '#src/ui/button/icon-button.tsx'
import { ConfirmDialog } from '#src/ui/overlay/confirm-dialog.tsx'
import { notify } from '#src/ui/status/notice-store.ts'
import { blockOf } from './insight-block.ts'

type InsightActionsProps = { aoi: Aoi; insight: Insight; name: string }

/** What can be done with an insight: all its files, once more, away with it. */
export function InsightActions({ aoi, insight, name }: InsightActionsProps) {
  const { aoi_id: aoiId, project_id: projectId } = aoi
  const navigate = useNavigate()
  const [isAsking, setIsAsking] = useState(false)
  const remove = useMutation(insightMutations.delete(aoiId))
  const block = blockOf(insight)
  const { tone } = stateWords(insight.status)
  return (
    <>
      <IconButton icon={Trash2} label="Delete this insight" isDisabled={!projectId} onPress={() => setIsAsking(true)} />
      {block && isInsightSettled(insight) && (
        <LinkButton
          tone={tone === 'fail' ? 'primary' : 'neutral'}
          icon={RotateCw}
          href={paths.newInsight(aoiId, { block: block.name, version: block.version, like: insight.id })}
        >
          Run again
        </LinkButton>
      )}
      {tone === 'ok' && (
        <DownloadButton
          source={{ kind: 'insight', aoiId, insightId: insight.id }}
          label={name}
          words="Download all"
          tone="primary"
        />
      )}
      <ConfirmDialog
        title="Delete this insight?"
        confirmLabel="Delete insight"
        isOpen={isAsking}
        onOpenChange={setIsAsking}
        isPending={remove.isPending}
        onConfirm={() =>
          projectId &&
          remove.mutate(
            { insightId: insight.id, projectId },
            {
              onSuccess: () => {
                notify({ tone: 'ok', title: `${name} was deleted` })
                void navigate(paths.insights(aoiId), { replace: true })
              },
              onSettled: () => setIsAsking(false),
            },
          )
        }
      >
        {name} and its files go, and can not be brought back. Tokens that it cost are not returned.
      </ConfirmDialog>
    </>
  )
}
