import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearchParams } from 'react-router'
import { Failed } from '#src/answers/failed.tsx'
import { useLastLook } from '#src/answers/use-last-look.ts'
import { isAoiSettled } from '#src/api/aois.ts'
import { assetQueries } from '#src/api/assets.ts'
import { blockQueries } from '#src/api/blocks.ts'
import { insightQueries } from '#src/api/insights.ts'
import { satelliteQueries } from '#src/api/satellites.ts'
import { readBlock } from '#src/blocks/block-spec.ts'
import type { Aoi } from '#src/contract/aois.ts'
import { paths } from '#src/paths.ts'
import { bandTable } from '#src/scenes/satellite-bands.ts'
import { LinkButton } from '#src/ui/button/button.tsx'
import { Panel } from '#src/ui/panel/panel.tsx'
import { SkeletonRows } from '#src/ui/status/skeleton.tsx'
import { AoiOutlineLayer } from '../aoi-outline.layer.tsx'
import { BlockChooser } from './block-chooser.tsx'
import { InsightForm } from './insight-form.tsx'
import { NewestPicture } from './newest-picture.tsx'
import { inputChoices } from './input-choices.ts'

/** First which block, then with what. Which block, and whose inputs are taken over, is in the URL. */
export function NewInsight({ aoi }: { aoi: Aoi }) {
  const { aoi_id: id, name, geometry } = aoi
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const [blockName, version, like] = ['block', 'version', 'like'].map((key) => params.get(key) ?? '')
  const satellites = useQuery(satelliteQueries.list())
  const isGrowing = !isAoiSettled(aoi)
  const assets = useQuery(assetQueries.ofAoi(id, isGrowing))
  useLastLook(isGrowing, assets.refetch)
  const insights = useQuery(insightQueries.ofAoi(id))
  const block = useQuery({
    ...blockQueries.version(blockName ?? '', version ?? ''),
    enabled: Boolean(blockName && version),
    select: readBlock,
  })
  const satellite = satellites.data?.satellites.find((one) => one.id === aoi.satellite_id)
  const outline = geometry && <AoiOutlineLayer id={id} geometry={geometry} />
  const bands = bandTable(satellite)

  if (!blockName || !version) {
    return (
      <>
        {outline}
        <NewestPicture aoi={aoi} />
        <BlockChooser aoiId={id} aoiName={name} satelliteName={satellite?.name} bands={bands} />
      </>
    )
  }
  const waiting = [satellites, assets, insights, block].find((query) => !query.data)
  if (!waiting && block.data && assets.data && insights.data) {
    return (
      <>
        {outline}
        <InsightForm
          key={`${blockName} ${version} ${like}`}
          aoi={aoi}
          block={block.data}
          satelliteName={satellite?.name ?? 'This satellite'}
          bands={bands}
          choices={inputChoices(assets.data, insights.data, bands)}
          insights={insights.data}
          like={insights.data.find((insight) => insight.id === like)}
        />
      </>
    )
  }
  return (
    <Panel title="New insight" subtitle={name} onBack={() => void navigate(paths.newInsight(id))}>
      {outline}
      <title>New insight – Swath</title>
      {waiting?.error ? (
        <Failed
          query={waiting}
          actions={
            <LinkButton size="s" tone="quiet" href={paths.newInsight(id)}>
              Choose another block
            </LinkButton>
          }
        />
      ) : (
        <SkeletonRows label="Loading the block" rows={6} />
      )}
    </Panel>
  )
}
