import { useQuery } from '@tanstack/react-query'
import { aoiQueries } from '#src/api/aois.ts'
import type { Run } from '#src/api/job-answers.ts'
import { AreaLayer } from '#src/areas/area.layer.tsx'
import { useFitOnce } from '#src/map/fit-once.ts'
import { paths } from '#src/paths.ts'
import { TextLink } from './text-link.tsx'

/** The AOI a run works on. A run may make it as its first step, so it is there once any step has ended. */
function useRunAoi({ aoiId, tasks }: Pick<Run, 'aoiId' | 'tasks'>) {
  const isThere = tasks.some(({ status }) => status === 'completed')
  return useQuery({ ...aoiQueries.detail(aoiId ?? ''), enabled: aoiId !== null && isThere }).data
}

/** Its name, which leads to it. */
export function AoiLink({ run }: { run: Run }) {
  const aoi = useRunAoi(run)
  if (run.aoiId === null) return null
  return aoi ? <TextLink href={paths.aoi(run.aoiId)}>{aoi.name}</TextLink> : <>Being made</>
}

/** Its outline on the map, brought into view once. */
export function RunAreaLayer({ run }: { run: Run }) {
  const geometry = useRunAoi(run)?.geometry
  useFitOnce(`run ${run.id}`, geometry ? [geometry] : [])
  return geometry ? <AreaLayer area={geometry} /> : null
}
