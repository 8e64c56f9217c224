import { areaKm2 } from '#src/geo/area-km2.ts'
import { dissolve } from '#src/geo/dissolve.ts'
import { fixPolygon } from '#src/geo/fix-polygon.ts'
import type { Area } from '#src/geo/rings.ts'
import { simplifier, type Simplifier } from '#src/geo/simplify-area.ts'
import { vertexCount } from '#src/geo/vertex-count.ts'
import { areasInFile, type FileArea } from '#src/vectors/areas-in-file.ts'
import { Refusal, vectorLimits } from '#src/vectors/limits.ts'
import { readVectorFiles } from '#src/vectors/read-vector-file.ts'

/** One feature of a file, as the list and the map show it. */
export type OpenedFeature = {
  index: number
  name: string
  layer?: string
  areaKm2: number
  corners: number
  /** Coarse, for the map. */
  outline: Area
}

export type OpenedFile = { kind: string; notes: string[]; features: OpenedFeature[] }

/** What was chosen, as one area; `full…` before it was made coarser. */
export type TakenArea = { area: Area; areaKm2: number; corners: number; fullAreaKm2: number; fullCorners: number }

export type AreaFileDesk = {
  open: (files: readonly { name: string; blob: Blob }[]) => Promise<OpenedFile>
  /** The chosen features as one area of at most so many corners. */
  take: (indices: readonly number[], mostCorners: number) => TakenArea
}

/** Corners drawn of all outlines together, and of one. */
const outlineBudget = { all: 60_000, least: 8, most: 600 }

/** Keeps what was read of a file while a person chooses from it. Runs in a worker; every failure is a `Refusal`. */
export function createAreaFileDesk(): AreaFileDesk {
  let areas: FileArea[] = []
  let taken: { of: string; area: Area; fullAreaKm2: number; simplify: Simplifier } | undefined

  const whole = (indices: readonly number[]) => {
    const of = indices.join()
    if (taken?.of === of) return taken
    const joined = dissolve(indices.flatMap((index) => areas[index]?.area ?? []))
    if (!joined) {
      throw new Refusal(
        'These outlines cross themselves and can not be joined: choose one of them, or mend the file first.',
      )
    }
    const { area } = fixPolygon(joined)
    taken = { of, area, fullAreaKm2: areaKm2(area), simplify: simplifier(area) }
    return taken
  }

  return {
    async open(files) {
      const size = files.reduce((sum, { blob }) => sum + blob.size, 0)
      if (size > vectorLimits.fileBytes) {
        const most = Math.round(vectorLimits.fileBytes / 1e6)
        throw new Refusal(
          `The file has ${Math.round(size / 1e6)} MB, more than ${most}: export only the layer you need.`,
        )
      }
      const read = files.map(async ({ name, blob }) => ({ name, bytes: new Uint8Array(await blob.arrayBuffer()) }))
      const file = areasInFile(await readVectorFiles(await Promise.all(read)))
      areas = file.areas
      taken = undefined
      const { all, least, most } = outlineBudget
      const corners = Math.round(Math.min(most, Math.max(least, all / areas.length)))
      return {
        kind: file.kind,
        notes: file.notes,
        features: areas.map(({ name, layer, area }, index) => ({
          index,
          name,
          ...(layer !== undefined && { layer }),
          areaKm2: areaKm2(area),
          corners: vertexCount(area),
          outline: simplifier(area).withAtMost(corners),
        })),
      }
    },
    take(indices, mostCorners) {
      const { fullAreaKm2, simplify } = whole(indices)
      const area = simplify.withAtMost(mostCorners)
      return { area, areaKm2: areaKm2(area), corners: vertexCount(area), fullAreaKm2, fullCorners: simplify.corners }
    },
  }
}
