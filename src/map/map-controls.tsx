import { Compass, Globe, Map as FlatMap, Minus, Plus } from 'lucide-react'
import { useRef, useState, type ReactNode } from 'react'
import type { BasemapOptions } from './basemaps.ts'
import styles from './map-controls.module.css'
import { prefersReducedMotion } from './reduced-motion.ts'
import { useMap, useMapEvent } from './use-map.ts'

type MapControlsProps = {
  projection: BasemapOptions['projection']
  onProjectionChange: (projection: BasemapOptions['projection']) => void
  /** More buttons for the same stack. */
  children?: ReactNode
}

/** Zoom, compass and globe in one stack of buttons; whoever mounts it places it. */
export function MapControls({ projection, onProjectionChange, children }: MapControlsProps) {
  const map = useMap()
  const needle = useRef<SVGSVGElement>(null)
  const [isTurned, setIsTurned] = useState(false)
  const isGlobe = projection === 'globe'
  const animate = !prefersReducedMotion()

  useMapEvent('rotate', ({ target }) => {
    if (needle.current) needle.current.style.transform = `rotate(${-target.getBearing() - 45}deg)`
  })
  useMapEvent('moveend', ({ target }) => setIsTurned(target.getBearing() !== 0 || target.getPitch() !== 0))

  return (
    <div className={styles.stack} role="group" aria-label="Map view">
      <MapButton label="Zoom in" onPress={() => map?.zoomIn({ animate })}>
        <Plus />
      </MapButton>
      <MapButton label="Zoom out" onPress={() => map?.zoomOut({ animate })}>
        <Minus />
      </MapButton>
      <MapButton
        label="Turn north up"
        isQuiet={!isTurned}
        onPress={() => map?.easeTo({ bearing: 0, pitch: 0, animate })}
      >
        {/* The icon's needle points north-east. */}
        <Compass ref={needle} className={styles.needle} />
      </MapButton>
      <MapButton
        label={isGlobe ? 'Show as a flat map' : 'Show as a globe'}
        onPress={() => onProjectionChange(isGlobe ? 'mercator' : 'globe')}
      >
        {isGlobe ? <FlatMap /> : <Globe />}
      </MapButton>
      {children}
    </div>
  )
}

type MapButtonProps = {
  label: string
  isQuiet?: boolean
  isDisabled?: boolean
  /** Of a button that keeps something on. */
  isPressed?: boolean
  onPress: () => void
  children: ReactNode
}

/** A square button with an icon, in the stack of the map's controls. */
export function MapButton({
  label,
  isQuiet = false,
  isDisabled = false,
  isPressed,
  onPress,
  children,
}: MapButtonProps) {
  return (
    <button
      type="button"
      className={styles.button}
      data-quiet={isQuiet || undefined}
      aria-label={label}
      aria-pressed={isPressed}
      title={label}
      disabled={isDisabled}
      onClick={onPress}
    >
      {children}
    </button>
  )
}
