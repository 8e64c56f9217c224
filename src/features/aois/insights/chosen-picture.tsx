import { useMemo } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { assetQueries } from '#src/api/assets.ts'
import { presetComposites } from '#src/formula/presets/composites.ts'
import { AoiPicture } from '../aoi-picture.tsx'
import type { InputChoice } from './input-choices.ts'

/** The picture that is about to be given to a block, on the map in true colour. Computed files are not shown. */
export function ChosenPicture({ choice }: { choice: InputChoice }) {
  const { id, url, date, bands } = choice
  const queryClient = useQueryClient()
  const composite = useMemo(() => presetComposites(bands)[0], [bands])
  const files = useMemo(() => (url ? [{ id, url }] : []), [id, url])
  if (!date || !composite) return null
  return (
    // It is only to look at: how its loading goes would push the form about.
    <div hidden>
      <AoiPicture
        files={files}
        composite={composite}
        gamma={1}
        opacity={1}
        onRefresh={async () => {
          await queryClient.invalidateQueries({ queryKey: assetQueries.all() })
          return queryClient.getQueriesData({ queryKey: assetQueries.all() })
        }}
      />
    </div>
  )
}
