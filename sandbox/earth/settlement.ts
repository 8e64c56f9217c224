import { gradientNoise, hash2 } from './noise.ts'

/** What stands at a point of a town. */
export const townPart = { street: 0, roof: 1, yard: 2, garden: 3, park: 4, hall: 5 } as const
export type TownSpot = {
  part: number
  hash: number
  /** metres to the kerb when on a block, negative on the street */
  streetM: number
}

const quarterM = 1500
const quarterX = new Float64Array(9)
const quarterY = new Float64Array(9)
const quarterHash = new Uint32Array(9)
let nearColumn = NaN
let nearRow = NaN

function loadQuarters(column: number, row: number): void {
  let i = 0
  for (let c = column - 1; c <= column + 1; c++) {
    for (let r = row - 1; r <= row + 1; r++) {
      const hash = hash2(c, r, 301)
      quarterX[i] = (c + 0.1 + 0.8 * ((hash & 0xffff) / 65536)) * quarterM
      quarterY[i] = (r + 0.1 + 0.8 * ((hash >>> 16) / 65536)) * quarterM
      quarterHash[i] = hash
      i++
    }
  }
  nearColumn = column
  nearRow = row
}

/**
 * Street plan of a town: quarters (Voronoi, 1.5 km) each with its own grid direction; streets between blocks; plots on
 * the blocks. `density` 0.4 (outskirts: houses in gardens) .. 1 (centre: closed blocks).
 */
export function townSpotAt(x: number, y: number, scale: number, density: number, out: TownSpot): void {
  const column = Math.floor(x / quarterM)
  const row = Math.floor(y / quarterM)
  if (column !== nearColumn || row !== nearRow) loadQuarters(column, row)
  let best = 0
  let nearest = Infinity
  let second = Infinity
  for (let i = 0; i < 9; i++) {
    const dx = x - quarterX[i]!
    const dy = y - quarterY[i]!
    const squared = dx * dx + dy * dy
    if (squared < nearest) {
      second = nearest
      nearest = squared
      best = i
    } else if (squared < second) second = squared
  }
  const quarter = quarterHash[best]!
  // Distance to the border of two quarters, along which a wide avenue runs.
  const avenueM = (Math.sqrt(second) - Math.sqrt(nearest)) / 2 / scale
  const angle = ((quarter & 1023) / 1024) * Math.PI
  const dx = (x - quarterX[best]!) / scale
  const dy = (y - quarterY[best]!) / scale
  const u = dx * Math.cos(angle) + dy * Math.sin(angle)
  const v = dy * Math.cos(angle) - dx * Math.sin(angle)
  const industrial = (quarter >>> 12) % 7 === 0
  const blockU = industrial ? 260 : 150
  const blockV = industrial ? 180 : 76
  const cu = Math.floor(u / blockU)
  const cv = Math.floor(v / blockV)
  const lu = u - cu * blockU
  const lv = v - cv * blockV
  const block = hash2(cu, cv, quarter)
  const kerbU = Math.min(lu, blockU - lu) - 4.5
  const kerbV = Math.min(lv, blockV - lv) - 4
  out.streetM = Math.min(kerbU, kerbV, avenueM - 10)
  out.hash = block
  if (out.streetM < 0) {
    out.part = townPart.street
    return
  }
  if (gradientNoise(x / 700, y / 700, 311) > 0.62 || block % 23 === 0) {
    out.part = townPart.park
    return
  }
  if (industrial) {
    // One to three halls on a block, with yards between them.
    const halls = 1 + (block % 3)
    const bay = (lu / blockU) * halls
    const fromGap = Math.abs(bay - Math.floor(bay) - 0.5) * (blockU / halls)
    const hall = kerbV > 14 + (block % 25) && kerbU > 10 && fromGap < (0.5 * blockU) / halls - 9 && block % 5 !== 0
    out.hash = hash2(Math.floor(bay), 1, block)
    out.part = hall ? townPart.hall : block % 2 === 0 ? townPart.yard : townPart.street
    return
  }
  const plotU = 21 - 6 * density
  const pu = Math.floor(lu / plotU)
  const half = lv < blockV / 2 ? 0 : 1
  const plot = hash2(pu, half, block)
  out.hash = plot
  const fromFront = kerbV
  const fromSide = Math.abs(lu - (pu + 0.5) * plotU) / plotU
  const depth = 9 + 17 * density
  const setback = 7 * (1 - density)
  const house = fromFront > setback && fromFront < setback + depth && fromSide < 0.22 + 0.3 * density
  out.part = house ? townPart.roof : plot % 100 < 34 + 60 * (1 - density) ? townPart.garden : townPart.yard
}
