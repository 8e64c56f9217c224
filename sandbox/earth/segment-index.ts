const cellsPerDegree = 4
const columns = 360 * cellsPerDegree
const rows = 180 * cellsPerDegree
const bandsPerDegree = 20
const metresPerDegree = 111195

/** One line segment in degrees; `tag` is free for the owner (a river's width). */
export type Segment = { x1: number; y1: number; x2: number; y2: number; tag: number }

/** Segments by bucket in compressed form: bucket b holds `members[starts[b]] .. members[starts[b + 1] - 1]`. */
type Buckets = { starts: Uint32Array; members: Uint32Array }

function bucketed(
  count: number,
  segmentCount: number,
  visit: (segment: number, put: (b: number) => void) => void,
): Buckets {
  const starts = new Uint32Array(count + 1)
  for (let s = 0; s < segmentCount; s++) visit(s, (b) => void (starts[b + 1]! += 1))
  for (let b = 0; b < count; b++) starts[b + 1]! += starts[b]!
  const members = new Uint32Array(starts[count]!)
  const next = starts.slice(0, count)
  for (let s = 0; s < segmentCount; s++) visit(s, (b) => void (members[next[b]!++] = s))
  return { starts, members }
}

const clampTo = (value: number, top: number) => Math.min(top - 1, Math.max(0, value))
const columnOf = (lng: number) => clampTo(Math.floor((lng + 180) * cellsPerDegree), columns)
const rowOf = (lat: number) => clampTo(Math.floor((lat + 90) * cellsPerDegree), rows)
const bandOf = (lat: number) => clampTo(Math.floor((lat + 90) * bandsPerDegree), 180 * bandsPerDegree)

/** Line work of the world, indexed for two questions: how far is the nearest segment, and is a point inside the rings. */
export class SegmentIndex {
  readonly #x1: Float64Array
  readonly #y1: Float64Array
  readonly #x2: Float64Array
  readonly #y2: Float64Array
  readonly #tags: Float32Array
  readonly #cells: Buckets
  readonly #bands: Buckets

  constructor(segments: readonly Segment[]) {
    this.#x1 = Float64Array.from(segments, (s) => s.x1)
    this.#y1 = Float64Array.from(segments, (s) => s.y1)
    this.#x2 = Float64Array.from(segments, (s) => s.x2)
    this.#y2 = Float64Array.from(segments, (s) => s.y2)
    this.#tags = Float32Array.from(segments, (s) => s.tag)
    this.#cells = bucketed(columns * rows, segments.length, (index, put) => {
      const { x1, y1, x2, y2 } = segments[index]!
      for (let r = rowOf(Math.min(y1, y2)); r <= rowOf(Math.max(y1, y2)); r++)
        for (let c = columnOf(Math.min(x1, x2)); c <= columnOf(Math.max(x1, x2)); c++) put(r * columns + c)
    })
    this.#bands = bucketed(180 * bandsPerDegree, segments.length, (index, put) => {
      const { y1, y2 } = segments[index]!
      for (let b = bandOf(Math.min(y1, y2)); b <= bandOf(Math.max(y1, y2)); b++) put(b)
    })
  }

  /** Even-odd rule along a ray to the east. Meaningful only when the segments are closed rings. */
  isInside(lng: number, lat: number): boolean {
    const band = bandOf(lat)
    let inside = false
    for (let m = this.#bands.starts[band]!; m < this.#bands.starts[band + 1]!; m++) {
      const s = this.#bands.members[m]!
      const y1 = this.#y1[s]!
      const y2 = this.#y2[s]!
      if (y1 > lat === y2 > lat) continue
      const x1 = this.#x1[s]!
      if (lng < x1 + ((this.#x2[s]! - x1) * (lat - y1)) / (y2 - y1)) inside = !inside
    }
    return inside
  }

  /**
   * True metres to the nearest segment and that segment's tag. Segments further than a quarter of a degree may be
   * missed; the answer is then `reachM`, which shrinks with the meridians toward the poles.
   */
  nearest(lng: number, lat: number): { distanceM: number; tag: number } {
    const kx = metresPerDegree * Math.cos((lat * Math.PI) / 180)
    const reachM = Math.min(metresPerDegree, kx) / cellsPerDegree
    let best = reachM * reachM
    let tag = 0
    const row = rowOf(lat)
    const column = columnOf(lng)
    for (let r = Math.max(0, row - 1); r <= Math.min(rows - 1, row + 1); r++) {
      for (let c = column - 1; c <= column + 1; c++) {
        const cell = r * columns + ((c + columns) % columns)
        for (let m = this.#cells.starts[cell]!; m < this.#cells.starts[cell + 1]!; m++) {
          const s = this.#cells.members[m]!
          const ax = (this.#x1[s]! - lng) * kx
          const ay = (this.#y1[s]! - lat) * metresPerDegree
          const dx = (this.#x2[s]! - this.#x1[s]!) * kx
          const dy = (this.#y2[s]! - this.#y1[s]!) * metresPerDegree
          const along = Math.min(1, Math.max(0, -(ax * dx + ay * dy) / (dx * dx + dy * dy || 1)))
          const px = ax + along * dx
          const py = ay + along * dy
          const squared = px * px + py * py
          if (squared < best) {
            best = squared
            tag = this.#tags[s]!
          }
        }
      }
    }
    return { distanceM: Math.sqrt(best), tag }
  }
}
