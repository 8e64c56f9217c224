import type { Position } from 'geojson'
import { useEffect, useState } from 'react'
import type { Cog } from '#src/imagery/open-cog.ts'
import { pixelAt, readSpectrum } from '#src/imagery/read-spectrum.ts'

/** `values`: one for each band, NaN for no data. */
export type ValuesAt =
  | { kind: 'outside' }
  | { kind: 'reading' }
  | { kind: 'read'; values: readonly number[] }
  | { kind: 'failed'; error: Error }

/** What a raster holds in all its bands at a place. */
export function useValuesAt(cog: Cog, place: Position): ValuesAt {
  const pixel = pixelAt(cog, place)
  const [column, row] = [pixel?.x ?? -1, pixel?.y ?? -1]
  const key = `${column} ${row}`
  const [found, setFound] = useState<{ cog: Cog; key: string; state: ValuesAt }>()
  useEffect(() => {
    if (column < 0) return
    const controller = new AbortController()
    const { signal } = controller
    const keep = (state: ValuesAt) => {
      if (!signal.aborted) setFound({ cog, key: `${column} ${row}`, state })
    }
    readSpectrum(cog, { x: column, y: row }, { signal }).then(
      (values) => keep({ kind: 'read', values: [...values] }),
      (error: Error) => keep({ kind: 'failed', error }),
    )
    return () => controller.abort()
  }, [cog, column, row])
  if (!pixel) return { kind: 'outside' }
  return found?.cog === cog && found.key === key ? found.state : { kind: 'reading' }
}
