import type { Aoi } from '#src/contract/aois.ts'
import type { Asset } from '#src/contract/assets.ts'
import { ErrorNotice } from '#src/ui/status/error-notice.tsx'
import { ProgressBar } from '#src/ui/status/progress-bar.tsx'
import { PanelPart } from '#src/ui/panel/panel.tsx'
import { isAoiSettled } from '#src/api/aois.ts'

/** How the preparation of an AOI goes, in scenes; nothing when all of it worked. */
export function AoiProgress({ aoi, mosaics }: { aoi: Aoi; mosaics: readonly Asset[] }) {
  const scenes = Math.max(Object.keys(aoi.images ?? {}).length, mosaics.length)
  const failed = mosaics.filter(({ status }) => status === 'failed')
  const reasons = [...new Set(failed.flatMap(({ description }) => description ?? []))].join('\n')
  if (!isAoiSettled(aoi)) {
    const ready = mosaics.filter(({ status }) => status === 'success').length
    const amount = `${ready} of ${scenes} ${scenes === 1 ? 'scene' : 'scenes'}${aoi.progress ? `, ${Math.round(aoi.progress)} %` : ''}`
    return (
      <PanelPart>
        <ProgressBar label="Cutting scenes to the area" done={aoi.progress ?? 0} amount={amount} />
      </PanelPart>
    )
  }
  if (aoi.status === 'failed') {
    return (
      <PanelPart>
        <ErrorNotice
          what="None of the scenes could be prepared"
          advice="Create the AOI again with other scenes."
          {...(reasons && { details: reasons })}
        />
      </PanelPart>
    )
  }
  if (failed.length === 0) return null
  return (
    <PanelPart>
      <ErrorNotice
        tone="warn"
        what={`${failed.length} of ${scenes} scenes could not be prepared`}
        kept="The others are ready."
        {...(reasons && { details: reasons })}
      />
    </PanelPart>
  )
}
