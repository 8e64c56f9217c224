import { Maximize } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import { useLocation, useNavigate, useParams, useSearchParams } from 'react-router'
import { noticeForQuery } from '#src/api/errors.ts'
import { AreaLayer } from '#src/areas/area.layer.tsx'
import { checkArea } from '#src/areas/checked-area.ts'
import type { Area } from '#src/geo/rings.ts'
import { useFitBounds } from '#src/map/fit-bounds.ts'
import { paths } from '#src/paths.ts'
import { FootprintsLayer } from '#src/scenes/footprints.layer.tsx'
import { QuicklookLayer } from '#src/scenes/quicklook.layer.tsx'
import { sceneKey, type Scene } from '#src/scenes/scene.ts'
import { IconButton } from '#src/ui/button/icon-button.tsx'
import { Panel, PanelPart } from '#src/ui/panel/panel.tsx'
import { UtcTime } from '#src/ui/data/utc-time.tsx'
import { ErrorNotice } from '#src/ui/status/error-notice.tsx'
import { SkeletonRows } from '#src/ui/status/skeleton.tsx'
import { writeExploreParams } from './explore-search-params.ts'
import { SceneActions } from './scene-actions.tsx'
import { SceneDetails } from './scene-details.tsx'
import { useExploreUrl } from './use-explore-url.ts'
import { useWholeScene } from './use-whole-scene.ts'
import { words } from './words.ts'

export function Component() {
  const { collection = '', id = '' } = useParams()
  const { params, area } = useExploreUrl()
  const [search] = useSearchParams()
  const usable = useMemo(() => (area ? checkArea(area).usable : null), [area])
  const { scene, isGone, error, refetch, isFetching } = useWholeScene({
    collectionId: collection,
    id,
    taken: search.get('taken'),
    area: usable,
  })
  const [opacity, setOpacity] = useState(1)
  const [widthPx, setWidthPx] = useState(380)
  const navigate = useNavigate()
  const fit = useFitBounds()
  useFitOnce(scene?.footprint ?? null)

  const back = paths.explore(writeExploreParams({ ...params, scene: sceneKey(collection, id) }))
  return (
    <>
      <title>{words.scenePageTitle(scene?.title ?? words.scene)}</title>
      <Panel
        title={scene?.title ?? words.scene}
        subtitle={scene && <SceneSubtitle scene={scene} />}
        onBack={() => void navigate(back)}
        isFlush
        widthPx={widthPx}
        onWidthChange={setWidthPx}
        actions={
          scene?.footprint && (
            <IconButton
              icon={Maximize}
              label={words.zoomToScene}
              onPress={() => scene.footprint && fit(scene.footprint)}
            />
          )
        }
        footer={scene && <SceneActions scene={scene} area={usable} />}
      >
        {scene && <SceneDetails scene={scene} area={usable} opacity={opacity} onOpacityChange={setOpacity} />}
        {isGone && (
          <PanelPart>
            <ErrorNotice what={words.sceneGone} advice={words.sceneGoneAdvice} />
          </PanelPart>
        )}
        {!scene && !isGone && !error && <SkeletonRows label={words.sceneLoading} rows={12} />}
        {!scene && error && (
          <PanelPart>
            <ErrorNotice {...noticeForQuery({ error, refetch, isFetching })} />
          </PanelPart>
        )}
      </Panel>
      {scene && <FootprintsLayer scenes={[scene]} selectedKeys={[scene.key]} hoveredKey={null} />}
      {scene && <QuicklookLayer key={scene.key} scene={scene} opacity={opacity} />}
      {usable && <AreaLayer area={usable} />}
    </>
  )
}

function SceneSubtitle({ scene: { satellite, datetime } }: { scene: Scene }) {
  return (
    <>
      {satellite} · <UtcTime value={datetime} />
    </>
  )
}

/** Brings the scene into view when it comes, unless the address says where to look. */
function useFitOnce(footprint: Area | null) {
  const fit = useFitBounds()
  const { hash } = useLocation()
  const [hasCamera] = useState(hash.includes('map='))
  useEffect(() => {
    if (!footprint || hasCamera) return
    // The panel is measured by then, so that the scene comes to lie beside it.
    const frame = requestAnimationFrame(() => fit(footprint))
    return () => cancelAnimationFrame(frame)
  }, [footprint, hasCamera, fit])
}
