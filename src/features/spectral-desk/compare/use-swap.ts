import { useSearchParams } from 'react-router'
import { useDesk } from '../desk-context.ts'
import { fileOf } from '#src/rasters/open-shared.ts'
import type { ViewOfDesk } from '../use-view.ts'
import { pictureOfB } from './compare-search-params.ts'

/** A becomes B and B becomes A, rasters and all. */
export function useSwap({ change }: ViewOfDesk, assetOfB: string | undefined): () => void {
  const { scene } = useDesk()
  const [, setParams] = useSearchParams()
  return () => {
    const assetOfA = scene.dates?.find(({ url }) => fileOf(url) === scene.key)?.id
    change(({ picture, compare }) => ({
      picture: pictureOfB(compare.picture, picture),
      compare: { ...compare, picture, ...(assetOfA && { 'b-asset': assetOfA }) },
    }))
    if (!assetOfA || !assetOfB || assetOfA === assetOfB) return
    setParams(
      (now) => {
        const next = new URLSearchParams(now)
        next.set('asset', assetOfB)
        next.delete('date')
        return next
      },
      // What else is written into the address builds on it.
      { replace: true, flushSync: true },
    )
  }
}
