import { Copy } from 'lucide-react'
import { useEffect, useEffectEvent, useRef } from 'react'
import { VisuallyHidden } from 'react-aria-components'
import { wrapLongitude } from '#src/geo/antimeridian.ts'
import { formatCoordinate } from '#src/geo/format-coordinate.ts'
import { chooseNotation, notations, useNotation } from '#src/map/coordinate-notation.ts'
import { formatLngLat } from '#src/map/format-lng-lat.ts'
import { useMap, useMapEvent } from '#src/map/use-map.ts'
import { IconButton } from '#src/ui/button/icon-button.tsx'
import { notify } from '#src/ui/status/notice-store.ts'
import { useShortcuts } from '#src/ui/shortcuts/use-shortcuts.ts'
import styles from './coordinate-readout.module.css'
import { words } from './words.ts'

type LngLat = { lng: number; lat: number }

/**
 * The coordinates under the pointer, or of the middle of the map while the pointer is elsewhere: in degrees, UTM or MGRS, changed
 * by a press. The key L copies them. Writes past React: it follows the hand.
 */
export function CoordinateReadout() {
  const map = useMap()
  const text = useRef<HTMLSpanElement>(null)
  const pointed = useRef<LngLat>(null)
  const notation = useNotation()

  const inWords = (at: LngLat, zoom: number) => {
    const { lng, lat } = { lng: wrapLongitude(at.lng), lat: at.lat }
    return notation === 'decimal' ? formatLngLat({ lng, lat }, zoom) : formatCoordinate([lng, lat], notation)
  }
  const show = () => {
    if (!map) return
    const words = inWords(pointed.current ?? map.getCenter(), map.getZoom())
    if (text.current) text.current.textContent = words
  }
  useMapEvent('mousemove', ({ lngLat }) => {
    pointed.current = lngLat
    show()
  })
  useMapEvent('mouseout', () => {
    pointed.current = null
    show()
  })
  useMapEvent('move', show)
  const refresh = useEffectEvent(show)
  useEffect(() => refresh(), [map, notation])

  const copy = (at: LngLat | undefined) => {
    if (!map || !at) return
    const said = inWords(at, map.getZoom())
    void navigator.clipboard.writeText(said).then(
      () => notify({ id: 'coordinates', tone: 'ok', title: words.copied(said) }),
      () => notify({ id: 'coordinates', tone: 'warn', title: words.copyRefused }),
    )
  }
  useShortcuts([{ keys: 'L', does: words.copyKey, run: () => copy(pointed.current ?? map?.getCenter()) }])

  const next = notations[(notations.indexOf(notation) + 1) % notations.length] ?? 'decimal'
  return (
    <div className={styles.readout}>
      <button
        type="button"
        className={styles.text}
        title={words.notation(words.notations[notation], words.notations[next])}
        onClick={() => chooseNotation(next)}
      >
        <VisuallyHidden>{words.coordinates}</VisuallyHidden> <span ref={text} data-testid="cursor-readout" />
      </button>
      {/* Of the middle: on the way to the button the pointer has left every other place. */}
      <IconButton size="s" icon={Copy} label={words.copyMiddle} onPress={() => copy(map?.getCenter())} />
    </div>
  )
}
