import type { MapLibreMap } from 'maplibre-gl'
import { useRef } from 'react'
import { useMap, useMapEvent } from './use-map.ts'
import { groundDistance, roundScale } from './ground-distance.ts'
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
    const scale = roundScale(metresAcross(shown, MAX_WIDTH_PX))
    bar.current.style.width = `${MAX_WIDTH_PX * scale.share}px`
    text.current.textContent = scale.label
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

function metresAcross(map: MapLibreMap, widthPx: number): number {
  const { clientWidth, clientHeight } = map.getContainer()
  const [x, y] = [clientWidth / 2, clientHeight / 2]
  const [west, east] = [map.unproject([x - widthPx / 2, y]), map.unproject([x + widthPx / 2, y])]
  return groundDistance([west.lng, west.lat], [east.lng, east.lat])
}
