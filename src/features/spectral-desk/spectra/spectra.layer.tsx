import type { FeatureCollection } from 'geojson'
import { useMemo } from 'react'
import { polygonsOf } from '#src/geo/rings.ts'
import { pixelToLngLat } from '#src/imagery/raster-grid.ts'
import { DrawArea } from '#src/map/draw-area.tsx'
import { GeoJsonLayer, type LayerPart } from '#src/map/geojson-layer.tsx'
import { Marker } from '#src/map/marker.tsx'
import { tokenColour, useShownTheme } from '#src/ui/theme.ts'
import { useDesk } from '../desk-context.ts'
import { sampleColour, type PointSample, type RegionSample, type Sample } from './samples.ts'
import { SampleBadge } from './sample-badge.tsx'
import { useSpectra } from './spectra-context.ts'
import styles from './spectra.module.css'

/** The samples on the map, and what the hand draws there. */
export function SpectraLayer() {
  const { state, tool, setTool, addRegion, update } = useSpectra()
  const regions = state.samples.filter(isRegion)
  const edited = tool?.kind === 'edit' ? regions.find(({ number }) => number === tool.number) : undefined
  return (
    <>
      <SpectraMarks />
      <DrawArea
        // What was drawn has become a region, which is drawn here: the next outline begins on an empty map.
        key={regions.length}
        mode={tool?.kind === 'draw' ? 'polygon' : edited ? 'edit' : null}
        value={edited?.area ?? null}
        onChange={(area) => edited && area && update(edited.number, { area })}
        onFinish={(area) => {
          if (edited) return
          setTool(null)
          addRegion(area)
        }}
        onCancel={() => setTool(null)}
      />
    </>
  )
}

const isRegion = (sample: Sample): sample is RegionSample => sample.kind === 'region'

/** Where the samples lie, and the crosshair. */
export function SpectraMarks() {
  const { state, tool } = useSpectra()
  const { grid } = useDesk().scene.cog.info
  const points = state.samples.filter((sample): sample is PointSample => sample.kind === 'point')
  const regions = state.samples.filter(isRegion)
  return (
    <>
      <RegionOutlines regions={regions.filter(({ number }) => tool?.kind !== 'edit' || number !== tool.number)} />
      {regions.map((region) => (
        <RegionBadge key={region.number} region={region} />
      ))}
      {points.map((point) => (
        <Pin key={point.number} point={point} />
      ))}
      {tool?.kind === 'crosshair' && (
        <Marker position={pixelToLngLat(grid, tool.at.x + 0.5, tool.at.y + 0.5)}>
          <span className={styles.crosshair} aria-hidden />
        </Marker>
      )}
    </>
  )
}

function Pin({ point }: { point: PointSample }) {
  const { pointedAt, pointAt, update } = useSpectra()
  const { number, place, isShown } = point
  return (
    <Marker position={[...place]} onMove={([lng = 0, lat = 0]) => update(number, { place: [lng, lat] })}>
      <span
        className={styles.pin}
        data-pointed={pointedAt === number || undefined}
        data-hidden={!isShown || undefined}
        onPointerEnter={() => pointAt(number)}
        onPointerLeave={() => pointAt(null)}
      >
        <SampleBadge number={number} />
      </span>
    </Marker>
  )
}

/** On the northernmost corner. */
function RegionBadge({ region }: { region: RegionSample }) {
  const { pointedAt, pointAt } = useSpectra()
  const { number, area } = region
  const top = polygonsOf(area)
    .flat(2)
    .reduce((north, corner) => (corner[1]! > north[1]! ? corner : north))
  return (
    <Marker position={top}>
      <span
        className={styles.pin}
        data-region
        data-pointed={pointedAt === number || undefined}
        onPointerEnter={() => pointAt(number)}
        onPointerLeave={() => pointAt(null)}
      >
        <SampleBadge number={number} isRegion />
      </span>
    </Marker>
  )
}

function RegionOutlines({ regions }: { regions: readonly RegionSample[] }) {
  const { pointedAt, pointAt } = useSpectra()
  const theme = useShownTheme()
  const data = useMemo((): FeatureCollection => {
    const features = regions.map(({ number, area, isShown }) => ({
      type: 'Feature' as const,
      properties: { number, isShown, colour: tokenColour(sampleColour(number)) },
      geometry: area,
    }))
    return { type: 'FeatureCollection', features }
    // Colours are read from the tokens, so they follow the theme.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [regions, theme])
  if (regions.length === 0) return null
  return (
    <GeoJsonLayer
      name="spectra-regions"
      slot="selection"
      data={data}
      parts={outlineParts}
      idProperty="number"
      hoveredId={pointedAt}
      onFeatureHover={(hit) => pointAt(hit ? Number(hit.id) : null)}
    />
  )
}

const isHovered = ['boolean', ['feature-state', 'hover'], false] as const
const outlineParts: readonly LayerPart[] = [
  {
    part: 'fill',
    type: 'fill',
    paint: { 'fill-color': ['get', 'colour'], 'fill-opacity': ['case', isHovered, 0.22, 0.06] as never },
  },
  {
    part: 'edge',
    type: 'line',
    paint: { 'line-color': 'rgba(0, 0, 0, 0.55)', 'line-width': 4 },
  },
  {
    part: 'line',
    type: 'line',
    paint: {
      'line-color': ['get', 'colour'],
      'line-width': ['case', isHovered, 3, 2] as never,
      'line-opacity': ['case', ['get', 'isShown'], 1, 0.5] as never,
    },
  },
]
