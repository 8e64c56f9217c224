import type { MapLibreMap } from 'maplibre-gl'
import { useCallback, useEffect, useEffectEvent, useMemo, useRef, useSyncExternalStore } from 'react'
import { BASEMAP_PALETTE } from '../basemap-palette.ts'
import { useNotation, type Notation } from '../coordinate-notation.ts'
import { GeoJsonLayer, type LayerPart } from '../geojson-layer.tsx'
import { useMap, useMapEvent, useMapTheme } from '../use-map.ts'
import { useViewBox, viewBoxOf } from '../view-inset.ts'
import { gridLabels, type GridLabel, type Pixel, type Rect } from './grid-labels.ts'
import { everywhere, gridLines, spanAround, type Span } from './grid-lines.ts'
import { gridStep, type GridStep } from './grid-step.ts'
import styles from './graticule.module.css'

/** Meridians and parallels at a round step, with their degrees along the edges of the map; beside the other things over the map. */
export function Graticule() {
  const map = useMap()
  const theme = useMapTheme()
  const notation = useNotation()
  const { step, span } = useShownGrid(map, notation)
  const labels = useRef<HTMLDivElement>(null)

  const show = () => {
    if (!map || !labels.current) return
    const placeAt = (pixel: Pixel) => groundAt(map, pixel)
    write(
      labels.current,
      gridLabels({ ...freeBox(map, labels.current), middle: map.project(map.getCenter()), placeAt }, step),
    )
  }
  useMapEvent('move', show)
  useMapEvent('projectiontransition', show)
  const refresh = useEffectEvent(show)
  const box = useViewBox()
  useEffect(() => refresh(), [map, step, box])

  const data = useMemo(() => gridLines(span, step.degrees), [span, step])
  const parts = useMemo((): LayerPart[] => {
    const paint = { 'line-color': BASEMAP_PALETTE[theme].graticule, 'line-width': 1 }
    return [{ part: 'lines', type: 'line', paint }]
  }, [theme])
  return (
    <>
      {/* Over imagery, under borders and names. */}
      <GeoJsonLayer name="graticule" slot="reference" order={-1} data={data} parts={parts} />
      {/* The coordinates beside the map say the same to a screen reader, and better. */}
      <div ref={labels} className={styles.labels} data-testid="graticule-labels" aria-hidden />
    </>
  )
}

/** The step and the span of the lines: another one now and then, while the map moves. */
function useShownGrid(map: MapLibreMap | null, notation: Notation): { step: GridStep; span: Span } {
  const subscribe = useCallback(
    (listener: () => void) => {
      map?.on('move', listener)
      return () => map?.off('move', listener)
    },
    [map],
  )
  // A text, since a snapshot has to be the same as long as nothing changes.
  const text = useSyncExternalStore(subscribe, () => {
    const step = gridStep((512 * 2 ** (map?.getZoom() ?? 0)) / 360, notation)
    return JSON.stringify({ step, span: map ? spanAround(boundsOf(map), step.degrees) : everywhere })
  })
  return useMemo(() => JSON.parse(text) as { step: GridStep; span: Span }, [text])
}

function boundsOf(map: MapLibreMap): Span {
  const bounds = map.getBounds()
  return { west: bounds.getWest(), south: bounds.getSouth(), east: bounds.getEast(), north: bounds.getNorth() }
}

/** The place under a pixel; null where there is none: MapLibre then gives the nearest on the horizon. */
function groundAt(map: MapLibreMap, { x, y }: Pixel): { lng: number; lat: number } | null {
  const place = map.unproject([x, y])
  const back = map.project(place)
  return Math.hypot(back.x - x, back.y - y) < 2 ? place : null
}

/** The part of the map that panels leave free, and what lies over the map beside the labels. */
function freeBox(map: MapLibreMap, labels: HTMLElement): { box: Rect; covers: Rect[] } {
  const { left, top, width, height } = viewBoxOf(map)
  const frame = labels.getBoundingClientRect()
  const others = [...(labels.parentElement?.children ?? [])].filter(
    (other) => other !== labels && !other.contains(map.getContainer()),
  )
  const covers = others.map((other) => {
    const rect = other.getBoundingClientRect()
    return {
      left: rect.left - frame.left,
      right: rect.right - frame.left,
      top: rect.top - frame.top,
      bottom: rect.bottom - frame.top,
    }
  })
  return { box: { left, top, right: left + width, bottom: top + height }, covers }
}

/** Past React: labels follow the hand. */
function write(parent: HTMLElement, labels: GridLabel[]): void {
  while (parent.children.length > labels.length) parent.lastElementChild?.remove()
  while (parent.children.length < labels.length) parent.append(document.createElement('span'))
  for (const [i, { x, y, text }] of labels.entries()) {
    const label = parent.children[i]
    if (!(label instanceof HTMLElement)) continue
    label.textContent = text
    label.style.transform = `translate(${x}px, ${y}px) translate(-50%, -50%)`
  }
}
