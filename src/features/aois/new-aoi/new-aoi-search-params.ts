import * as z from 'zod'
import { areaFromUrl } from '#src/geo/area-in-url.ts'
import type { Area } from '#src/geo/rings.ts'

export type NewAoiSearchParams = { area: Area | null; sceneIds: readonly string[] }

const idsSchema = z
  .string()
  .transform((text) => [
    ...new Set(
      text
        .split(',')
        .map((id) => id.trim())
        .filter(Boolean),
    ),
  ])
  .catch([])

/** The area and the scenes that were chosen elsewhere. */
export function readNewAoiSearchParams(params: URLSearchParams): NewAoiSearchParams {
  return { area: areaFromUrl(params.get('area')), sceneIds: idsSchema.parse(params.get('scenes')) }
}
