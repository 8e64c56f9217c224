import { materialIndex as M } from '#src/spectra/models/materials.ts'
import type { Cover } from './cover.ts'
import { add } from './mixture.ts'
import type { Mixture } from './mixture.ts'
import { smoothstep } from './noise.ts'
import type { Season } from './season.ts'
import { townPart } from './settlement.ts'

const roofs = [M.tileRoof, M.tileRoof, M.darkRoof, M.concrete, M.metalRoof, M.concrete, M.darkRoof, M.tileRoof] as const

/** What a pixel of a town is made of: its own part, or for coarse pixels the mean of all parts. */
export function town(cover: Cover, season: Season, out: Mixture): void {
  const trees = season.leaves > 0.5 ? M.broadleafCanopy : M.litter
  const large = cover.townPart === townPart.hall || cover.townPart === townPart.park
  const blended = cover.blended * (large ? 0.4 : 1)
  if (blended > 0) {
    const open = 0.14 + 0.6 * cover.closure
    const green = open * smoothstep(0.75, 0.45, cover.aridity)
    add(out, M.concrete, blended * (0.42 - 0.3 * open))
    add(out, M.asphalt, blended * (0.58 - 0.7 * open))
    add(out, trees, blended * green)
    add(out, M.paleSoil, blended * (open - green))
  }
  if (blended < 1) townSpot(cover, season, trees, 1 - blended, out)
}

function townSpot(cover: Cover, season: Season, trees: number, share: number, out: Mixture): void {
  const pick = (cover.hash >>> 4) & 7
  const yard = cover.aridity > 0.5 ? M.paleSoil : M.loam
  switch (cover.townPart) {
    case townPart.street:
      add(out, M.asphalt, 0.84 * share)
      add(out, M.concrete, 0.1 * share)
      add(out, trees, 0.06 * share)
      return
    case townPart.roof:
      add(out, cover.localTemperatureC > 18 && pick < 3 ? M.concrete : roofs[pick]!, 0.86 * share)
      add(out, trees, 0.14 * (0.4 + cover.closure) * share)
      add(out, M.asphalt, 0.14 * (0.6 - cover.closure) * share)
      return
    case townPart.hall:
      add(out, pick < 3 ? M.metalRoof : pick < 6 ? M.darkRoof : M.concrete, 0.72 * share)
      add(out, M.asphalt, 0.28 * share)
      return
    case townPart.park:
      add(out, trees, (0.5 + 0.4 * cover.drift) * share)
      add(out, M.grassCanopy, (0.5 - 0.4 * cover.drift) * (0.4 + 0.6 * season.grassGreen) * share)
      add(out, M.straw, (0.5 - 0.4 * cover.drift) * 0.6 * (1 - season.grassGreen) * share)
      return
    case townPart.garden:
      add(out, trees, 0.42 * share)
      add(out, M.grassCanopy, 0.33 * season.grassGreen * share)
      add(out, yard, (0.58 - 0.33 * season.grassGreen) * share)
      return
    default:
      add(out, M.concrete, 0.42 * share)
      add(out, M.asphalt, 0.38 * share)
      add(out, yard, 0.2 * share)
  }
}
