import { WithAoi } from '../with-aoi.tsx'
import { NewInsight } from './new-insight.tsx'

/** Chooses a block and runs it over an AOI. */
export function Component() {
  return <WithAoi title="New insight">{(aoi) => <NewInsight key={aoi.aoi_id} aoi={aoi} />}</WithAoi>
}
