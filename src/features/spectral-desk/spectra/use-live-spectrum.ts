import { useEffect, useRef, useState } from 'react'
import type { Cog } from '#src/imagery/open-cog.ts'
import { useMapEvent } from '#src/map/use-map.ts'
import { createLiveReader, type LiveReader, type LiveSpectrum } from './live-reader.ts'
import { pixelToLngLat } from '#src/imagery/raster-grid.ts'
import { pixelAt, type Pixel } from '#src/imagery/read-spectrum.ts'
import { readPixel } from './read-sample.ts'

/** The spectrum under the pointer while it is over the picture, or under the crosshair while there is one. */
export function useLiveSpectrum(cog: Cog, isOn: boolean, crosshair: Pixel | undefined): LiveSpectrum | undefined {
  const [live, setLive] = useState<LiveSpectrum>()
  const reader = useRef<LiveReader>(undefined)
  useEffect(() => {
    if (!isOn) return
    const made = createLiveReader((pixel, signal) => readPixel(cog, pixel, signal), setLive)
    reader.current = made
    return () => {
      reader.current = undefined
      made.leave()
    }
  }, [cog, isOn])
  useEffect(() => {
    if (crosshair) reader.current?.moveTo(crosshair, pixelToLngLat(cog.info.grid, crosshair.x + 0.5, crosshair.y + 0.5))
    else reader.current?.leave()
  }, [cog, isOn, crosshair])
  useMapEvent('mousemove', ({ lngLat }) => {
    const [lng = 0, lat = 0] = lngLat.wrap().toArray()
    const pixel = pixelAt(cog, [lng, lat])
    if (pixel) reader.current?.moveTo(pixel, [lng, lat])
    else if (!crosshair) reader.current?.leave()
  })
  useMapEvent('mouseout', () => {
    if (!crosshair) reader.current?.leave()
  })
  return live
}
