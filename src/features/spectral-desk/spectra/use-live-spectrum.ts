import { useEffect, useRef, useState } from 'react'
import type { Cog } from '#src/imagery/open-cog.ts'
import { useMapEvent } from '#src/map/use-map.ts'
import { createLiveReader, type LiveReader, type LiveSpectrum } from './live-reader.ts'
import { pixelAt } from '#src/imagery/read-spectrum.ts'
import { readPixel } from './read-sample.ts'

/** The spectrum under the pointer while it is over the picture. */
export function useLiveSpectrum(cog: Cog, isOn: boolean): LiveSpectrum | undefined {
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
  useMapEvent('mousemove', ({ lngLat }) => {
    const [lng = 0, lat = 0] = lngLat.wrap().toArray()
    const pixel = pixelAt(cog, [lng, lat])
    if (pixel) reader.current?.moveTo(pixel, [lng, lat])
    else reader.current?.leave()
  })
  useMapEvent('mouseout', () => reader.current?.leave())
  return live
}
