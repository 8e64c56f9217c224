import { useEffect, useRef } from 'react'

/**
 * For what grows while something else is worked on (rasters of an AOI, pictures of an order): it is asked for once more when
 * that has ended, since it may have grown after the last look.
 */
export function useLastLook(isGrowing: boolean, refetch: () => unknown): void {
  const wasGrowing = useRef(isGrowing)
  useEffect(() => {
    if (wasGrowing.current && !isGrowing) void refetch()
    wasGrowing.current = isGrowing
  }, [isGrowing, refetch])
}
