/** Up to four materials with weights that add to about one. Reused for every pixel. */
export type Mixture = { count: number; index: Uint8Array; weight: Float64Array }
export const mixtureSize = 4

export function newMixture(): Mixture {
  return { count: 0, index: new Uint8Array(mixtureSize), weight: new Float64Array(mixtureSize) }
}

export function add(out: Mixture, material: number, weight: number): void {
  if (weight <= 0.004) return
  for (let i = 0; i < out.count; i++) {
    if (out.index[i] === material) {
      out.weight[i]! += weight
      return
    }
  }
  if (out.count < mixtureSize) {
    out.index[out.count] = material
    out.weight[out.count++] = weight
    return
  }
  // A fifth material displaces the smallest when it is larger; the displaced share goes to the new one.
  let smallest = 0
  for (let i = 1; i < mixtureSize; i++) if (out.weight[i]! < out.weight[smallest]!) smallest = i
  if (weight > out.weight[smallest]!) out.index[smallest] = material
  out.weight[smallest]! += weight
}

export function scaleAll(out: Mixture, factor: number): void {
  for (let i = 0; i < out.count; i++) out.weight[i]! *= factor
}
