import { useAreaUrl, type AreaUrl } from '#src/areas/use-area-url.ts'
import { readExploreParams, writeExploreParams, type ExploreParams } from './explore-search-params.ts'

const form = { read: readExploreParams, write: writeExploreParams }

/** What is looked for, where and how. */
export const useExploreUrl = (): AreaUrl<ExploreParams> => useAreaUrl(form)
