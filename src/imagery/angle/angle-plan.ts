import { sampleBytes, type RasterInfo } from '../raster-info.ts'
import { CHUNK_BANDS } from './angle-shaders.ts'

/** One pixel of the sums takes 32 bytes on the GPU: two of four floats each. */
const MAX_PIXELS = 2 << 20
/** What the bands may take on the GPU to be there for the next reference. */
const RESIDENT_BYTES = 192 << 20

/** How the angle of a picture is computed: at which level, in which order, and what stays on the GPU. */
export type AnglePlan = {
  level: number
  /** Bands of the file; each chunk runs through the whole spectrum, so that what is there early is near the result. */
  chunks: readonly (readonly number[])[]
  /** Whether all chunks stay, so that another reference is there with the next frames. */
  isResident: boolean
}

type PlannedCog = { info: Pick<RasterInfo, 'sampleType'>; levels: readonly { width: number; height: number }[] }

/** @param reference a value for each band of the file, NaN where it is not to be compared */
export function anglePlan(cog: PlannedCog, reference: readonly number[]): AnglePlan {
  const bands = [...reference.keys()].filter((band) => Number.isFinite(reference[band]))
  const finest = cog.levels.findIndex(({ width, height }) => width * height <= MAX_PIXELS)
  const level = finest < 0 ? cog.levels.length - 1 : finest
  const { width, height } = cog.levels[level]!
  const count = Math.ceil(bands.length / CHUNK_BANDS)
  const chunks = Array.from({ length: count }, (_, chunk) => bands.filter((__, i) => i % count === chunk))
  const bytes = width * height * bands.length * sampleBytes(cog.info.sampleType)
  return { level, chunks, isResident: bytes <= RESIDENT_BYTES }
}
