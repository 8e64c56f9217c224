import { useParams } from 'react-router'
import { WithAoi } from '../with-aoi.tsx'
import { InsightScreen } from './insight-screen.tsx'

/** One insight of an AOI: how far it is, and what came out of it. */
export function Component() {
  const { insight = '' } = useParams()
  return <WithAoi title="Insight">{(aoi) => <InsightScreen key={insight} aoi={aoi} insightId={insight} />}</WithAoi>
}
