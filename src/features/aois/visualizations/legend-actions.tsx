import { useMutation } from '@tanstack/react-query'
import { Ellipsis, FileCode2, Image, Pencil, Undo2 } from 'lucide-react'
import { visualizationMutations } from '#src/api/visualizations.ts'
import type { VisualizationPlace } from '#src/api/visualizations.ts'
import type { Index } from '#src/contract/indices.ts'
import type { VisualizationMode } from '#src/contract/legend.ts'
import { saveBlob } from '#src/downloads/save-file.ts'
import { IconButton } from '#src/ui/button/icon-button.tsx'
import { Menu } from '#src/ui/overlay/menu.tsx'
import { notify } from '#src/ui/status/notice-store.ts'

type LegendActionsProps = {
  place: VisualizationPlace
  index: Index | undefined
  date: string
  mode: VisualizationMode
  aoiName: string
  /** The legend as a style, once it is there. */
  sld: string | null
  isEditing: boolean
  onEdit: () => void
}

/** What can be done with the legend of one day: a picture, a style for a GIS, other classes. */
export function LegendActions({ place, index, date, mode, aoiName, sld, isEditing, onEdit }: LegendActionsProps) {
  const png = useMutation(visualizationMutations.png(place))
  const rollBack = useMutation(visualizationMutations.rollBackLegend(place))
  const indexName = index?.name ?? 'Index'
  const fileName = `${aoiName} ${indexName} ${date}`.replaceAll(/[^\p{L}\p{N}._ -]+/gu, '_')
  const indexId = index?.id
  return (
    <Menu
      label={`Actions for ${indexName}`}
      trigger={
        <IconButton icon={Ellipsis} label="More for this legend" isPending={png.isPending || rollBack.isPending} />
      }
      groups={[
        {
          title: 'Save',
          entries: [
            {
              id: 'png',
              label: 'Picture with legend (PNG)',
              icon: Image,
              isDisabled: !indexId || png.isPending,
              onAction: () =>
                indexId &&
                png.mutate({ indexId, date, mode }, { onSuccess: (picture) => saveBlob(picture, `${fileName}.png`) }),
            },
            {
              id: 'sld',
              label: 'Style for a GIS (SLD)',
              icon: FileCode2,
              isDisabled: !sld,
              onAction: () =>
                sld && saveBlob(new Blob([sld], { type: 'application/vnd.ogc.sld+xml' }), `${fileName}.sld`),
            },
          ],
        },
        {
          title: 'Classes',
          entries: [
            { id: 'edit', label: 'Edit classes', icon: Pencil, isDisabled: isEditing || !sld, onAction: onEdit },
            {
              id: 'roll-back',
              label: 'Back to the computed classes',
              icon: Undo2,
              isDisabled: isEditing || !indexId || rollBack.isPending,
              onAction: () =>
                indexId &&
                rollBack.mutate(
                  { indexId, date, mode },
                  { onSuccess: () => notify({ tone: 'ok', title: `${indexName} has its computed classes again` }) },
                ),
            },
          ],
        },
      ]}
    />
  )
}
