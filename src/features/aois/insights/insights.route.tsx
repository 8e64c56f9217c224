import { WithAoi } from '../with-aoi.tsx'
import { InsightsPanel } from './insights-panel.tsx'

/** What was run over an AOI. */
export function Component() {
  return <WithAoi title="Insights">{(aoi) => <InsightsPanel key={aoi.aoi_id} aoi={aoi} />}</WithAoi>
}
