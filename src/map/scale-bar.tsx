import type { MapLibreMap } from 'maplibre-gl'
import { useRef } from 'react'
import { useMap, useMapEvent } from './use-map.ts'
import { mapScale } from './map-scale.ts'
import styles from './readouts.module.css'

/** The widest the bar gets. */
const MAX_WIDTH_PX = 96

/** A bar of a round length on the ground, true in the middle of the view. Follows the map without rendering React. */
export function ScaleBar() {
  const map = useMap()
  const bar = useRef<HTMLSpanElement>(null)
  const text = useRef<HTMLSpanElement>(null)

  const draw = (shown: MapLibreMap) => {
    if (!bar.current || !text.current) return
    const { label, widthPx } = mapScale(shown, MAX_WIDTH_PX)
    bar.current.style.width = `${widthPx}px`
    text.current.textContent = label
  }
  useMapEvent('move', ({ target }) => draw(target))
  useMapEvent('resize', ({ target }) => draw(target))

  return (
    <div
      className={styles.scale}
      ref={() => {
        if (map) draw(map)
      }}
    >
      <span ref={text} />
      <span className={styles.bar} ref={bar} aria-hidden />
    </div>
  )
}
