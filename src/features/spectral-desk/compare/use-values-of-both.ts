import { useEffect, useRef, useState } from 'react'
import { pixelToLngLat } from '#src/imagery/raster-grid.ts'
import { pixelAt, type Pixel } from '#src/imagery/read-spectrum.ts'
import { useMapEvent } from '#src/map/use-map.ts'
import { createLiveReader, type LiveReader } from '../spectra/live-reader.ts'
import { readBoth, type ShownSide } from './read-values.ts'

export type ValuesOfBoth = { a: readonly number[]; b: readonly number[] }

/** The values of two pictures at the pixel of A under the pointer, or under the crosshair while there is one. */
export function useValuesOfBoth(
  a: ShownSide | undefined,
  b: ShownSide | undefined,
  crosshair: Pixel | undefined,
): ValuesOfBoth | undefined {
  const [values, setValues] = useState<ValuesOfBoth>()
  const reader = useRef<LiveReader>(undefined)
  const [cogA, treesA, cogB, treesB] = [a?.cog, a?.trees, b?.cog, b?.trees]
  useEffect(() => {
    if (!cogA || !treesA || !cogB || !treesB) return
    const [sideA, sideB] = [
      { cog: cogA, trees: treesA },
      { cog: cogB, trees: treesB },
    ]
    const made = createLiveReader(
      async (pixel, signal) => ({ values: (await readBoth(sideA, sideB, pixel, signal)).flat() }),
      (found) => {
        const count = treesA.length
        setValues(found && { a: found.read.values.slice(0, count), b: found.read.values.slice(count) })
      },
    )
    reader.current = made
    return () => {
      reader.current = undefined
      made.leave()
    }
  }, [cogA, treesA, cogB, treesB])
  useEffect(() => {
    if (!cogA || !crosshair) return reader.current?.leave()
    reader.current?.moveTo(crosshair, pixelToLngLat(cogA.info.grid, crosshair.x + 0.5, crosshair.y + 0.5))
  }, [cogA, treesA, cogB, treesB, crosshair])
  useMapEvent('mousemove', ({ lngLat }) => {
    const [lng = 0, lat = 0] = lngLat.wrap().toArray()
    const pixel = cogA && pixelAt(cogA, [lng, lat])
    if (pixel) reader.current?.moveTo(pixel, [lng, lat])
    else if (!crosshair) reader.current?.leave()
  })
  useMapEvent('mouseout', () => {
    if (!crosshair) reader.current?.leave()
  })
  return values
}
