import { withCog } from '#sandbox/raster/cog-reader.ts'
import type { CogReader } from '#sandbox/raster/cog-reader.ts'
import type { PixelTask, PixelTaskResult } from '#sandbox/work/pixel-tasks.ts'
import { pixelAreaSqM } from './pixel-area.ts'

type Task = Extract<PixelTask, { kind: 'class-counts' }>

/** How many pixels fall into each class; several sets of classes are counted in one pass. */
export const countClasses = ({ source, classes }: Task): Promise<PixelTaskResult<Task>> =>
  withCog(source, (cog) => countIn(cog, classes))

async function countIn(cog: CogReader, classes: Task['classes']): Promise<PixelTaskResult<Task>> {
  const { width, height } = cog.info.grid
  const counts = classes.map((set) => set.map(() => 0))
  let validPixels = 0
  const rowsAtOnce = 256
  for (let y = 0; y < height; y += rowsAtOnce) {
    const [values] = await cog.read({ x: 0, y, width, height: Math.min(rowsAtOnce, height - y) }, [0])
    for (const value of values!) {
      if (Number.isNaN(value)) continue
      validPixels++
      for (const [set, ranges] of classes.entries()) {
        const place = classOf(value, ranges)
        if (place >= 0) counts[set]![place]!++
      }
    }
  }
  return { counts, validPixels, pixelAreaSqM: pixelAreaSqM(cog.info.grid) }
}

/** The class whose range [min, max) holds the value; the last range holds its upper end too. -1 outside all. */
export function classOf(value: number, ranges: readonly { min: number; max: number }[]): number {
  for (let i = 0; i < ranges.length; i++) {
    const { min, max } = ranges[i]!
    if (value >= min && (value < max || (i === ranges.length - 1 && value === max))) return i
  }
  return -1
}
