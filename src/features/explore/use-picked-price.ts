import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import { fieldProblems } from '#src/api/errors.ts'
import { orderQueries } from '#src/api/orders.ts'
import { useChosenProject } from '#src/api/project-choice.ts'
import { projectQueries } from '#src/api/projects.ts'
import { useCases } from '#src/cart/use-cases.ts'
import type { Surface } from '#src/contract/geojson.ts'
import { fixPolygon } from '#src/geo/fix-polygon.ts'
import { orderLimits, polygonErrors } from '#src/geo/polygon-problems.ts'
import type { Area } from '#src/geo/rings.ts'
import type { Scene } from '#src/scenes/scene.ts'

/** While the area is being drawn a price is asked for at most so often, and never before the last one has come. */
const everyMs = 700

export type PickedPrice = {
  tokens: number | undefined
  /** It is the price of just these scenes over just this area. */
  isCurrent: boolean
  /** Why these scenes can not be ordered over this area, in the service's words. */
  refusal: string | undefined
}

/** What the picked scenes cost over an area, by a dry run. While a newer area is being priced the last price stays. */
export function usePickedPrice(picked: readonly Scene[], area: Area | null): PickedPrice {
  const { data: projects } = useQuery(projectQueries.list())
  // A price depends on neither, but there is none without them.
  const projectId = useChosenProject() ?? projects?.projects[0]?.id
  const question = useMemo(
    () => (projectId && picked.length > 0 && area ? { picked, area, projectId } : null),
    [picked, area, projectId],
  )
  const [asked, setAsked] = useState(question)
  const items = useMemo(() => (asked ? itemsOf(asked) : []), [asked])
  const { data, error, isFetching, isPlaceholderData } = useQuery({
    ...orderQueries.quote(items),
    enabled: items.length > 0,
    retry: false,
  })

  const lastAskedMs = useRef(0)
  useEffect(() => {
    if (question === asked || isFetching) return
    const timer = setTimeout(
      () => {
        lastAskedMs.current = performance.now()
        setAsked(question)
      },
      Math.max(0, lastAskedMs.current + everyMs - performance.now()),
    )
    return () => clearTimeout(timer)
  }, [question, asked, isFetching])

  const isOfThese = question === asked && items.length > 0
  return {
    tokens: question && !error ? (data?.total_amount ?? undefined) : undefined,
    isCurrent: isOfThese && !isFetching && !isPlaceholderData && !error,
    refusal: isOfThese && error ? Object.values(fieldProblems(error))[0] : undefined,
  }
}

/** One order item for all of them, as the cart makes it; none while the area can not be ordered. */
function itemsOf({ picked, area, projectId }: { picked: readonly Scene[]; area: Area; projectId: string }) {
  const { area: geometry } = fixPolygon(area)
  if (polygonErrors(geometry, orderLimits).length > 0) return []
  return [
    {
      project_id: projectId,
      usecase: useCases[0].id,
      geometry: {
        type: 'FeatureCollection' as const,
        features: [{ type: 'Feature' as const, properties: {}, geometry: geometry as Surface }],
      },
      item_ids: picked.map(({ id }) => id),
    },
  ]
}
