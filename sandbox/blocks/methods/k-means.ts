export type Clusters = { centroids: Float64Array[]; counts: number[]; iterations: number }

/**
 * Lloyd's algorithm (S. Lloyd, IEEE Trans. Information Theory 28, 1982) from the seeds of k-means++ (D. Arthur and
 * S. Vassilvitskii, SODA 2007). `points` holds `dimensions` values for each point. The same points and seed always give
 * the same clusters. Fewer than `k` come back when there are fewer different points.
 */
export function kMeans(
  points: Float32Array,
  dimensions: number,
  k: number,
  seed: number,
  maxIterations = 60,
): Clusters {
  const count = points.length / dimensions
  const centroids = plusPlusSeeds(points, dimensions, k, seed)
  const assigned = new Int32Array(count).fill(-1)
  const counts = centroids.map(() => 0)
  let iterations = 0
  for (; iterations < maxIterations; iterations++) {
    let moved = 0
    const sums = centroids.map(() => new Float64Array(dimensions))
    counts.fill(0)
    for (let p = 0; p < count; p++) {
      const nearest = nearestCentroid(points, p * dimensions, centroids)
      if (nearest !== assigned[p]) moved++
      assigned[p] = nearest
      counts[nearest]!++
      const sum = sums[nearest]!
      for (let d = 0; d < dimensions; d++) sum[d]! += points[p * dimensions + d]!
    }
    if (moved === 0) break
    for (const [c, sum] of sums.entries()) {
      // A cluster that lost all its points stays where it is.
      if (counts[c]! > 0) centroids[c] = sum.map((value) => value / counts[c]!)
    }
  }
  return { centroids, counts, iterations }
}

/** Index of the centroid nearest to the point that starts at `at`. */
export function nearestCentroid(points: ArrayLike<number>, at: number, centroids: readonly Float64Array[]): number {
  let best = 0
  let bestDistance = Infinity
  for (let c = 0; c < centroids.length; c++) {
    const centroid = centroids[c]!
    let distance = 0
    for (let d = 0; d < centroid.length && distance < bestDistance; d++)
      distance += (points[at + d]! - centroid[d]!) ** 2
    if (distance < bestDistance) [best, bestDistance] = [c, distance]
  }
  return best
}

function plusPlusSeeds(points: Float32Array, dimensions: number, k: number, seed: number): Float64Array[] {
  const count = points.length / dimensions
  const random = mulberry(seed)
  const pick = (p: number) => Float64Array.from(points.subarray(p * dimensions, (p + 1) * dimensions))
  const centroids = [pick(Math.floor(random() * count))]
  const distances = new Float64Array(count).fill(Infinity)
  while (centroids.length < k) {
    const newest = centroids.at(-1)!
    let total = 0
    for (let p = 0; p < count; p++) {
      let distance = 0
      for (let d = 0; d < dimensions; d++) distance += (points[p * dimensions + d]! - newest[d]!) ** 2
      if (distance < distances[p]!) distances[p] = distance
      total += distances[p]!
    }
    if (total === 0) break
    let left = random() * total
    let chosen = 0
    for (; chosen < count - 1; chosen++) {
      left -= distances[chosen]!
      if (left < 0) break
    }
    centroids.push(pick(chosen))
  }
  return centroids
}

/** Uniform numbers in [0, 1) from a seed (T. Ettinger's mulberry32, public domain). */
function mulberry(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
