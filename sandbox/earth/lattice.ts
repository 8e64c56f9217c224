/** Computes the fields of one node into `out`, starting at `offset`. */
export type FillNode = (x: number, y: number, out: Float64Array, offset: number) => void

/**
 * Smooth fields computed on nodes at multiples of a step and interpolated between them. The nodes do not depend on who
 * asks, so two windows that share a pixel get the same bits for it.
 */
export class LatticePatch {
  readonly #stepM: number
  readonly #fields: number
  readonly column0: number
  readonly row0: number
  readonly columns: number
  readonly rows: number
  readonly values: Float64Array

  /** Covers a rectangle (metres of the plane) with `margin` nodes beyond what interpolation needs. */
  constructor(stepM: number, fields: number, bounds: [number, number, number, number], margin: number, fill: FillNode) {
    const [minX, minY, maxX, maxY] = bounds
    this.#stepM = stepM
    this.#fields = fields
    this.column0 = Math.floor(minX / stepM) - margin
    this.row0 = Math.floor(minY / stepM) - margin
    this.columns = Math.floor(maxX / stepM) + 2 + margin - this.column0
    this.rows = Math.floor(maxY / stepM) + 2 + margin - this.row0
    this.values = new Float64Array(this.columns * this.rows * fields)
    for (let r = 0; r < this.rows; r++) {
      for (let c = 0; c < this.columns; c++) {
        fill((this.column0 + c) * stepM, (this.row0 + r) * stepM, this.values, (r * this.columns + c) * fields)
      }
    }
  }

  /** Bilinear values of all fields at a point inside the covered rectangle. */
  at(x: number, y: number, out: Float64Array): void {
    const fx = x / this.#stepM - this.column0
    const fy = y / this.#stepM - this.row0
    const column = Math.floor(fx)
    const row = Math.floor(fy)
    const u = fx - column
    const v = fy - row
    const fields = this.#fields
    const lower = (row * this.columns + column) * fields
    const upper = lower + this.columns * fields
    const w11 = u * v
    const w10 = v - w11
    const w01 = u - w11
    const w00 = 1 - u - w10
    const values = this.values
    for (let f = 0; f < fields; f++) {
      out[f] =
        w00 * values[lower + f]! +
        w01 * values[lower + fields + f]! +
        w10 * values[upper + f]! +
        w11 * values[upper + fields + f]!
    }
  }
}
