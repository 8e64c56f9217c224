import { useEffect, useEffectEvent, useState } from 'react'
import { classAreas } from '#src/imagery/class-areas.ts'
import type { ClassAreas, ValueRange } from '#src/imagery/class-areas.ts'
import { openShared } from './open-shared.ts'

/** Areas of classes over the rasters of one day, counted pixel by pixel here; undefined until they are. */
export function useClassAreas(urls: readonly string[], classes: readonly ValueRange[]): ClassAreas | undefined {
  // Signatures change with each listing; the files do not.
  const key = JSON.stringify([
    urls.map((url) => url.split('?')[0]),
    classes.map(({ min, max }) => [String(min), String(max)]),
  ])
  const [counted, setCounted] = useState<{ key: string; areas: ClassAreas }>()
  const count = useEffectEvent(async (signal: AbortSignal) => {
    if (urls.length === 0 || classes.length === 0) return undefined
    const each = await Promise.all(urls.map(async (url) => classAreas(await openShared(url), classes, { signal })))
    return each.reduce(sum)
  })
  useEffect(() => {
    const controller = new AbortController()
    const { signal } = controller
    count(signal)
      .then((areas) => {
        if (areas && !signal.aborted) setCounted({ key, areas })
      })
      // The layer of the same file says what is wrong with it.
      .catch(() => undefined)
    return () => controller.abort()
  }, [key])
  return counted?.key === key ? counted.areas : undefined
}

function sum(a: ClassAreas, b: ClassAreas): ClassAreas {
  return { areasM2: a.areasM2.map((area, i) => area + (b.areasM2[i] ?? 0)), totalM2: a.totalM2 + b.totalM2 }
}
