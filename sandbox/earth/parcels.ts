import { latitudeOf, longitudeOf, scaleAt } from './mercator.ts'
import { hash2, unitOf } from './noise.ts'

/** How a countryside is divided. Lengths are true metres; one district shares one direction, as land reforms leave it. */
type District = {
  x: number
  y: number
  scale: number
  cos: number
  sin: number
  blockWidthM: number
  blockHeightM: number
  splits: number
  pivots: boolean
  aligned: boolean
  hash: number
}

/** The parcel under a point. `edgeM` and `trackM`: metres to its boundary and to that of its block (tracks, roads). */
export type Parcel = {
  hash: number
  edgeM: number
  trackM: number
  /** metres across the direction of tillage */
  acrossM: number
  /** model-plane position that stands for the whole parcel */
  centreX: number
  centreY: number
  /** inside a centre-pivot circle */
  pivot: boolean
}

const districtM = 9000
const districts = new Map<number, District>()

function describe(column: number, row: number): District {
  const hash = hash2(column, row, 201)
  const x = (column + 0.15 + 0.7 * unitOf(hash, 1)) * districtM
  const y = (row + 0.15 + 0.7 * unitOf(hash, 2)) * districtM
  const lng = longitudeOf(x)
  const lat = latitudeOf(y)
  const surveyed = (lng < -85 && lat > 28 && lat < 58) || (lng > 70 && lng < 77 && lat > 28 && lat < 33)
  const large = lng < -30 ? true : lng > 112 && lat < -25 ? true : lng > 30 && lng < 90 && lat > 46
  const small = (lng > 67 && lat < 42 && lat > -12) || (lng > -18 && lng < 45 && lat < 20 && lat > -20)
  const dryPivots = (lng > 24 && lng < 56 && lat > 16 && lat < 31) || (lng < -97 && lng > -108 && lat > 31 && lat < 43)
  const [blockWidthM, blockHeightM, splits] = surveyed
    ? lng > 0
      ? [400, 400, 3]
      : [805, 805, 2]
    : large
      ? [1100, 800, 3]
      : small
        ? [260, 190, 4]
        : [720 - 240 * unitOf(hash, 5), 520 - 160 * unitOf(hash, 6), 3]
  const angle = surveyed ? 0.02 * (unitOf(hash, 3) - 0.5) : Math.PI * unitOf(hash, 3)
  return {
    x,
    y,
    scale: scaleAt(y),
    cos: Math.cos(angle),
    sin: Math.sin(angle),
    blockWidthM,
    blockHeightM,
    splits,
    pivots: dryPivots && unitOf(hash, 4) < (lng > 0 ? 0.5 : 0.7),
    aligned: surveyed,
    hash,
  }
}

let nearColumn = NaN
let nearRow = NaN
let near: District[] = []

/** Jittered-grid Voronoi: the district whose centre is nearest. Neighbours are kept between calls, pixels come in order. */
function districtAt(x: number, y: number): District {
  const column = Math.floor(x / districtM)
  const row = Math.floor(y / districtM)
  if (column !== nearColumn || row !== nearRow) {
    if (districts.size > 20_000) districts.clear()
    near = []
    for (let c = column - 1; c <= column + 1; c++) {
      for (let r = row - 1; r <= row + 1; r++) {
        const key = c * 8192 + r
        let district = districts.get(key)
        if (!district) districts.set(key, (district = describe(c, r)))
        near.push(district)
      }
    }
    nearColumn = column
    nearRow = row
  }
  let best = near[0]!
  let bestSquared = Infinity
  for (let i = 0; i < 9; i++) {
    const district = near[i]!
    const dx = x - district.x
    const dy = y - district.y
    const squared = dx * dx + dy * dy
    if (squared < bestSquared) {
      bestSquared = squared
      best = district
    }
  }
  return best
}

/** Writes the parcel at a point of the model's plane into `out` (reused: this runs for every pixel). */
export function parcelAt(x: number, y: number, out: Parcel): void {
  const d = districtAt(x, y)
  const dx = (x - d.x) / d.scale
  const dy = (y - d.y) / d.scale
  const u = dx * d.cos + dy * d.sin
  const v = dy * d.cos - dx * d.sin
  const row = Math.floor(v / d.blockHeightM)
  const shift = d.aligned ? 0 : (hash2(row, 5, d.hash) / 4294967296) * d.blockWidthM
  const column = Math.floor((u + shift) / d.blockWidthM)
  const originU = column * d.blockWidthM - shift
  const originV = row * d.blockHeightM
  const lu = u - originU
  const lv = v - originV
  let hash = hash2(column, row, d.hash)
  let left = 0
  let right = d.blockWidthM
  let bottom = 0
  let top = d.blockHeightM
  out.trackM = Math.min(lu, right - lu, lv, top - lv)
  out.pivot = false
  if (d.pivots && hash % 10 < 7) {
    const radius = 0.485 * d.blockWidthM
    const fromRim = radius - Math.hypot(lu - 0.5 * right, lv - 0.5 * top)
    out.pivot = fromRim > 0
    out.edgeM = Math.abs(fromRim)
    out.acrossM = fromRim
    out.hash = out.pivot && hash % 3 === 0 && lu > 0.5 * right ? hash2(hash, 1, 3) : hash
    centre(d, originU + right / 2, originV + top / 2, out)
    return
  }
  for (let level = 0; level < d.splits; level++) {
    const width = right - left
    const height = top - bottom
    const fraction = 0.3 + 0.4 * ((hash >>> 8) / 16777216)
    if (level > 0 && hash % 7 === 0) break
    if (width > height * 0.9) {
      const cut = left + fraction * width
      if (lu < cut) right = cut
      else left = cut
      hash = hash2(hash, lu < cut ? 1 : 2, level)
    } else {
      const cut = bottom + fraction * height
      if (lv < cut) top = cut
      else bottom = cut
      hash = hash2(hash, lv < cut ? 3 : 4, level)
    }
  }
  out.edgeM = Math.min(lu - left, right - lu, lv - bottom, top - lv)
  out.acrossM = right - left > top - bottom ? lv : lu
  out.hash = hash
  centre(d, originU + (left + right) / 2, originV + (bottom + top) / 2, out)
}

function centre(d: District, u: number, v: number, out: Parcel): void {
  out.centreX = d.x + (u * d.cos - v * d.sin) * d.scale
  out.centreY = d.y + (u * d.sin + v * d.cos) * d.scale
}
