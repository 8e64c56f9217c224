import { useEffect, useState } from 'react'
import { useLocation, useNavigationType } from 'react-router'
import type { Area } from '#src/geo/rings.ts'
import { useFitBounds } from '#src/map/fit-bounds.ts'

/** Shows an area that came with the address, unless the address says where to look, too. `isOwn`: it was drawn here. */
export function useFitAreaFromElsewhere(area: Area | null, isOwn: boolean): void {
  const fit = useFitBounds()
  const { hash } = useLocation()
  const isReload = useNavigationType() === 'POP'
  const [hasCamera] = useState(isReload && hash.includes('map='))
  useEffect(() => {
    if (!area || isOwn || hasCamera) return
    // The panel is measured by then, so that the area comes to lie beside it.
    const frame = requestAnimationFrame(() => fit(area))
    return () => cancelAnimationFrame(frame)
  }, [area, isOwn, hasCamera, fit])
}
