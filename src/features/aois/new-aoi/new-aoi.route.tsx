import { Frame, Search } from 'lucide-react'
import { useNavigate, useSearchParams } from 'react-router'
import { wordsFor } from '#src/api/errors.ts'
import { paths } from '#src/paths.ts'
import { LinkButton } from '#src/ui/button/button.tsx'
import { Panel } from '#src/ui/panel/panel.tsx'
import { EmptyState } from '#src/ui/status/empty-state.tsx'
import { ErrorNotice } from '#src/ui/status/error-notice.tsx'
import { SkeletonRows } from '#src/ui/status/skeleton.tsx'
import { NewAoiForm } from './new-aoi-form.tsx'
import { readNewAoiSearchParams } from './new-aoi-search-params.ts'
import { useChosenScenes } from './use-chosen-scenes.ts'

function emptyWords(hasArea: boolean, asked: number): string {
  if (!hasArea) return 'Draw an area and pick scenes over it first.'
  if (asked === 0) return 'Pick the scenes to look into: an AOI is an area with its scenes.'
  const what = asked === 1 ? 'The chosen scene is' : `The ${asked} chosen scenes are`
  return `${what} not known to the service: removed, or the address is not complete. Pick others.`
}

/** Makes an AOI of the area and the scenes chosen in Explore. */
export function Component() {
  const [params] = useSearchParams()
  const navigate = useNavigate()
  const { area, sceneIds } = readNewAoiSearchParams(params)
  const { scenes, satellites, isLoading, error, retry } = useChosenScenes(sceneIds, area)
  const explore = paths.explore({ area: params.get('area'), picked: scenes.map(({ key }) => key) })
  const back = () => void navigate(explore)
  if (area && scenes.length > 0 && !isLoading)
    return <NewAoiForm {...{ area, scenes, satellites }} missing={sceneIds.length - scenes.length} onBack={back} />
  return (
    <Panel title="New AOI" onBack={back}>
      <title>New AOI – Swath</title>
      {error ? (
        <ErrorNotice what={wordsFor(error).title} advice={wordsFor(error).whatToDo} onRetry={retry} />
      ) : isLoading ? (
        <SkeletonRows label="Loading the chosen scenes" look="tall" rows={3} />
      ) : (
        <EmptyState
          icon={Frame}
          action={
            <LinkButton tone="primary" icon={Search} href={explore}>
              Choose in Explore
            </LinkButton>
          }
        >
          {emptyWords(area !== null, sceneIds.length)}
        </EmptyState>
      )}
    </Panel>
  )
}
