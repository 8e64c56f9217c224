import { Crosshair, X } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import type { Cog } from '#src/imagery/open-cog.ts'
import { useMapClick } from '#src/map/feature-hits.ts'
import { formatLngLat } from '#src/map/format-lng-lat.ts'
import { Marker } from '#src/map/marker.tsx'
import { useMap } from '#src/map/use-map.ts'
import { useValuesAt } from '#src/rasters/use-values-at.ts'
import { IconButton } from '#src/ui/button/icon-button.tsx'
import { SkeletonText } from '#src/ui/status/skeleton.tsx'
import styles from './results.module.css'

type PointReadoutProps = {
  cog: Cog
  /** What the values of all bands at a place mean; NaN is no data. */
  children: (values: readonly number[]) => ReactNode
}

/** Four digits are a few metres. */
const zoomOfDigits = 12

/** What a raster holds where the map was clicked. */
export function PointReadout({ cog, children }: PointReadoutProps) {
  const [place, setPlace] = useState<[lng: number, lat: number] | null>(null)
  const map = useMap()
  useMapClick(({ lngLat }) => setPlace([lngLat.lng, lngLat.lat]))
  const readMiddle = () => {
    const middle = map?.getCenter()
    if (middle) setPlace([middle.lng, middle.lat])
  }
  if (!place) {
    return (
      <div className={styles.readout}>
        <p className={styles.note}>Click the map to read a value there.</p>
        <IconButton icon={Crosshair} size="s" label="Read at the middle of the map" onPress={readMiddle} />
      </div>
    )
  }
  const [lng, lat] = place
  return (
    <div role="group" aria-label="At this place" aria-live="polite">
      <Marker position={place}>
        <span className={styles.pin} />
      </Marker>
      <div className={styles.readout}>
        <p className={styles.note} data-figures>
          {formatLngLat({ lng, lat }, zoomOfDigits)}
        </p>
        <IconButton icon={X} size="s" label="Read no more" onPress={() => setPlace(null)} />
      </div>
      <Values cog={cog} place={place}>
        {children}
      </Values>
    </div>
  )
}

function Values({ cog, place, children }: PointReadoutProps & { place: [number, number] }) {
  const state = useValuesAt(cog, place)
  switch (state.kind) {
    case 'outside':
      return <p>Outside of the result</p>
    case 'reading':
      return <SkeletonText width="60%" />
    case 'failed':
      return <p>{state.error.message}</p>
    case 'read':
      return children(state.values)
  }
}
