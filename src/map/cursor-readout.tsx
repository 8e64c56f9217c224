import { useRef } from 'react'
import { formatLngLat } from './format-lng-lat.ts'
import styles from './readouts.module.css'
import { useMapEvent } from './use-map.ts'

/** Latitude and longitude under the pointer; empty while the pointer is elsewhere. Writes past React: it follows the hand. */
export function CursorReadout() {
  const text = useRef<HTMLSpanElement>(null)
  const show = (words: string) => {
    if (text.current) text.current.textContent = words
  }
  useMapEvent('mousemove', ({ lngLat, target }) => show(formatLngLat(lngLat.wrap(), target.getZoom())))
  useMapEvent('mouseout', () => show(''))
  return <span ref={text} className={styles.cursor} data-testid="cursor-readout" />
}
