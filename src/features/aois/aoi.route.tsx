import { AoiPanel } from './aoi-panel.tsx'
import { WithAoi } from './with-aoi.tsx'

/** One AOI: what is ready of it, on the map and as files. */
export function Component() {
  return <WithAoi title="AOI">{(aoi) => <AoiPanel key={aoi.aoi_id} aoi={aoi} />}</WithAoi>
}
