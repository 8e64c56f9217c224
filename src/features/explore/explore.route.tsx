import { Spline } from 'lucide-react'
import { memo, useCallback, useEffect, useMemo, useState } from 'react'
import { useLocation } from 'react-router'
import { AreaSection } from '#src/areas/area-section.tsx'
import type { AreaTool } from '#src/areas/area-tools.tsx'
import { checkArea } from '#src/areas/checked-area.ts'
import { createLiveArea } from '#src/areas/live-area.ts'
import { useFitAreaFromElsewhere } from '#src/areas/use-fit-area.ts'
import { areaToUrl } from '#src/geo/area-in-url.ts'
import { useMapClick } from '#src/map/feature-hits.ts'
import { paths } from '#src/paths.ts'
import { useMapTheme } from '#src/map/use-map.ts'
import { footprintColours } from '#src/scenes/footprint-colours.ts'
import type { Scene } from '#src/scenes/scene.ts'
import { Button } from '#src/ui/button/button.tsx'
import { toDay } from '#src/ui/field/iso-day.ts'
import { Panel } from '#src/ui/panel/panel.tsx'
import { EmptyState } from '#src/ui/status/empty-state.tsx'
import { useBestCover } from './coverage/use-best-cover.ts'
import { useCoverage } from './coverage/use-coverage.ts'
import { anyCloud, daysOf, noFilters, periodOf, searchToKeep, toCriteria } from './explore-search-params.ts'
import { FacetList } from './facets/facet-list.tsx'
import { countFacets, fitsFacets } from './facets/facets.ts'
import { fitsFilters } from './fits-filters.ts'
import { MapLook } from './map-look.tsx'
import { PickedBar } from './picked-bar.tsx'
import { ResultsOnMap } from './results-on-map.tsx'
import { Results } from './results.tsx'
import { SavedToBegin } from './saved/saved-list.tsx'
import { SavedMenu } from './saved/saved-menu.tsx'
import { SearchForm } from './search-form.tsx'
import { sceneComparison } from './sort-scenes.ts'
import type { Days } from './timeline/day-scale.ts'
import { Timeline } from './timeline/timeline.tsx'
import { useAddToCart } from './use-add-to-cart.ts'
import { useExploreUrl } from './use-explore-url.ts'
import { useInHand } from './use-in-hand.ts'
import { useFoundScenes } from './use-found-scenes.ts'
import { useSameItems } from './use-same-items.ts'
import { usePickedScenes, useReadAhead, useSceneResults } from './use-scene-results.ts'
import { withWhatFindsIt } from './use-whole-scene.ts'
import { words } from './words.ts'

// What the pointer passes over draws this screen anew, many times a second: its heavier parts only when they change.
const SteadyArea = memo(AreaSection)
const SteadyForm = memo(SearchForm)
const SteadyTimeline = memo(Timeline)

export function Component() {
  const { params, area, isAreaOwn, isAreaUnread, change, setArea } = useExploreUrl()
  const [today] = useState(() => toDay(new Date()))
  const [tool, setTool] = useState<AreaTool>(null)
  const [live] = useState(createLiveArea)
  const [hoveredKey, setHoveredKey] = useState<string | null>(null)
  const [widthPx, setWidthPx] = useState(380)
  const [isFolded, setFolded] = useState(false)
  const { search: here } = useLocation()
  const putIntoCart = useAddToCart()

  const checked = useMemo(() => (area ? checkArea(area) : null), [area])
  const usable = checked?.usable ?? null
  const criteria = useMemo(() => (usable ? toCriteria(params, usable, today) : null), [params, usable, today])
  const found = useFoundScenes(criteria)
  // The timeline keeps showing what lies outside of the stretch that was brushed over it.
  const wide = useMemo(
    () => (usable ? toCriteria({ ...params, during: '' }, usable, today) : null),
    [params, usable, today],
  )
  const overview = useFoundScenes(wide)
  useReadAhead(overview, mostOnTimeline)
  const coverage = useCoverage(usable, found.scenes)
  const fits = useCallback((scene: Scene) => fitsFilters(scene, params) && fitsFacets(scene, params.only), [params])
  const compare = useMemo(() => sceneComparison(params.sort, coverage.settled), [params.sort, coverage.settled])
  const results = useSceneResults(found, { fits, compare })
  const rows = useSameItems(results.rows)
  const facetCounts = useMemo(
    () =>
      countFacets(
        found.scenes.filter((scene) => fitsFilters(scene, params)),
        params.only,
      ),
    [found.scenes, params],
  )
  const onTimeline = useMemo(
    () => withoutRepeats([...found.scenes, ...overview.scenes]).filter(fits),
    [found.scenes, overview.scenes, fits],
  )
  const { pickBest, isPicking } = useBestCover(usable, found.question, (keys) => change({ picked: keys }))
  const picked = usePickedScenes(params.picked, found.scenes)
  const ticked = useMemo(() => new Set(params.picked), [params.picked])
  const footprints = useMemo(() => found.scenes.flatMap(({ footprint }) => footprint ?? []), [found.scenes])
  const focusedKey = params.scene || null
  const focused = [...found.scenes, ...picked].find(({ key }) => key === focusedKey)

  const period = useMemo(() => periodOf(params, today), [params, today])
  const brushed = useMemo(() => daysOf(params, today), [params, today])
  const brush = useCallback((days: Days | null) => change({ during: days ? `${days.from}_${days.to}` : '' }), [change])

  const theme = useMapTheme()
  const colours = useMemo(() => footprintColours(params.colour, rows, theme), [params.colour, rows, theme])
  const opacity = useInHand(params.opacity, (percent) => change({ opacity: percent }))
  const isComparing = params.compare && picked.length === 2
  const [hiddenKey, setHiddenKey] = useState<string | null>(null)

  useFitAreaFromElsewhere(area, isAreaOwn)
  useMapClick(() => focusedKey !== null && change({ scene: '' }))
  useEscape(tool === null && focusedKey !== null, () => change({ scene: '' }))

  const focus = useCallback((key: string, isOn: boolean) => change({ scene: isOn ? key : '' }), [change])
  const tick = useCallback(
    (key: string, isOn: boolean) =>
      change(({ picked: now }) => ({ picked: isOn ? [...now, key] : now.filter((other) => other !== key) })),
    [change],
  )
  const hover = useCallback(
    (key: string, isOn: boolean) => setHoveredKey((now) => (isOn ? key : now === key ? null : now)),
    [],
  )
  const detailsHref = (scene: Scene) => paths.scene(scene.collectionId, scene.id) + withWhatFindsIt(here, scene)

  const isOneCollection = new Set(picked.map(({ collectionId }) => collectionId)).size === 1
  const newAoiHref =
    usable && checked?.isAoi && isOneCollection
      ? paths.newAoi({ area: areaToUrl(usable), scenes: picked.map(({ id }) => id) })
      : null

  return (
    <>
      <title>{words.pageTitle}</title>
      <Panel
        title={words.title}
        actions={<SavedMenu search={searchToKeep(params)} />}
        isFlush
        widthPx={widthPx}
        onWidthChange={setWidthPx}
        isFolded={isFolded}
        onFoldedChange={setFolded}
        footer={
          params.picked.length > 0 && (
            <PickedBar
              picked={picked}
              pickedCount={params.picked.length}
              area={usable}
              live={live}
              newAoiHref={newAoiHref}
              newAoiReason={isOneCollection || picked.length === 0 ? undefined : words.oneSatellite}
              coverage={coverage.percents}
              isComparing={isComparing}
              onCompare={(compare) => change({ compare })}
              onHide={setHiddenKey}
              onClear={() => change({ picked: [] })}
              onAddToCart={(scenes) => usable && putIntoCart(scenes, usable)}
            />
          )
        }
      >
        <SteadyArea
          {...{ area, checked, tool }}
          onToolChange={setTool}
          onChange={setArea}
          isAddressUnread={isAreaUnread}
          onLive={live.set}
          snapTargets={footprints}
        />
        <SteadyForm
          params={params}
          today={today}
          onChange={change}
          onSearchAgain={criteria ? results.searchAgain : undefined}
        />
        {criteria && (
          <SteadyTimeline
            scenes={onTimeline}
            period={period}
            brushed={brushed}
            onBrush={brush}
            countedAmong={overview.isComplete ? undefined : overview.scenes.length}
          />
        )}
        {criteria && !results.isPending && (
          <FacetList
            counts={facetCounts}
            chosen={params.only}
            onChange={(only) => change({ only })}
            counted={results.readCount}
            isComplete={results.isComplete}
            onCountAll={results.readAll}
            isCounting={results.isReadingAll}
          />
        )}
        {criteria && rows.length > 0 && (
          <MapLook
            count={rows.length}
            colour={params.colour}
            colours={colours}
            onColourChange={(colour) => change({ colour })}
            isDraped={picked.length > 0 || focused !== undefined}
            opacity={opacity.value}
            onOpacityChange={opacity.move}
            onOpacityChangeEnd={opacity.settle}
          />
        )}
        {criteria ? (
          <Results
            results={results}
            sort={params.sort}
            isUntoldLeftOut={params.sort === 'clearest' && params.cloud === anyCloud}
            onSortChange={(sort) => change({ sort })}
            coverage={coverage}
            focusedKey={focusedKey}
            hoveredKey={hoveredKey}
            tickedKeys={ticked}
            onFocusChange={focus}
            onTickChange={tick}
            onHoverChange={hover}
            detailsHref={detailsHref}
            newOrderHref={paths.newOrder({ area: params.area })}
            onPickBest={() => void pickBest(rows)}
            isPickingBest={isPicking}
            onResetFilters={() => change(noFilters)}
          />
        ) : (
          <>
            <EmptyState
              icon={Spline}
              action={
                !area && tool === null && <Button onPress={() => setTool('rectangle')}>{words.drawRectangle}</Button>
              }
            >
              {usable ? words.datesUnusable : area ? words.areaUnusable : words.noArea}
            </EmptyState>
            {!area && <SavedToBegin />}
          </>
        )}
      </Panel>
      <ResultsOnMap
        scenes={rows}
        picked={picked}
        focused={isComparing ? undefined : focused}
        hoveredKey={hoveredKey}
        colours={colours}
        opacity={opacity.value}
        hiddenKey={hiddenKey}
        onHoverChange={setHoveredKey}
        onFocusChange={(key) => change({ scene: key })}
      />
    </>
  )
}

function withoutRepeats(scenes: readonly Scene[]): Scene[] {
  return [...new Map(scenes.map((scene) => [scene.key, scene])).values()]
}

/** Scenes read for the timeline, beyond those for the list. */
const mostOnTimeline = 300

/** Escape, unless something nearer took it. */
function useEscape(isWanted: boolean, act: () => void) {
  useEffect(() => {
    if (!isWanted) return
    const listen = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) act()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  })
}
