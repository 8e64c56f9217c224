import type { Position } from 'geojson'

/**
 * How much each corner of a ring matters, as the area of the triangle that it makes with its neighbours when its turn comes
 * to go, the least first (Visvalingam and Whyatt 1993); never less than of those that went before it. The last three weigh
 * as much as they span. `ring` is open, in a plane.
 */
export function cornerWeights(ring: readonly Position[]): Float64Array {
  const count = ring.length
  const weights = new Float64Array(count)
  const before = Int32Array.from(ring.keys(), (i) => (i + count - 1) % count)
  const after = Int32Array.from(ring.keys(), (i) => (i + 1) % count)
  const triangle = (i: number) => {
    const [[ax = 0, ay = 0] = [], [bx = 0, by = 0] = [], [cx = 0, cy = 0] = []] = [
      ring[before[i]!],
      ring[i],
      ring[after[i]!],
    ]
    return Math.abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2
  }
  const sizes = Float64Array.from(ring.keys(), triangle)
  const heap = minHeap(sizes)
  let least = 0
  for (let left = count; left > 3; left--) {
    const i = heap.pop()
    least = Math.max(least, sizes[i]!)
    weights[i] = least
    const [a, b] = [before[i]!, after[i]!]
    after[a] = b
    before[b] = a
    for (const neighbour of [a, b]) {
      sizes[neighbour] = triangle(neighbour)
      heap.moved(neighbour)
    }
  }
  for (let left = Math.min(3, count); left > 0; left--) {
    const i = heap.pop()
    least = Math.max(least, sizes[i]!)
    weights[i] = least
  }
  return weights
}

/** Indices in the order of their values; `moved` after a value has changed. */
function minHeap(values: Float64Array): { pop: () => number; moved: (index: number) => void } {
  const heap = Int32Array.from(values.keys())
  const place = Int32Array.from(values.keys())
  let size = values.length
  const put = (index: number, at: number) => {
    heap[at] = index
    place[index] = at
  }
  const up = (start: number) => {
    let at = start
    const index = heap[at]!
    for (let parent = (at - 1) >> 1; at > 0 && values[heap[parent]!]! > values[index]!; parent = (at - 1) >> 1) {
      put(heap[parent]!, at)
      at = parent
    }
    put(index, at)
    return at
  }
  const down = (start: number) => {
    let at = start
    const index = heap[at]!
    for (;;) {
      let child = 2 * at + 1
      if (child >= size) break
      if (child + 1 < size && values[heap[child + 1]!]! < values[heap[child]!]!) child++
      if (values[heap[child]!]! >= values[index]!) break
      put(heap[child]!, at)
      at = child
    }
    put(index, at)
  }
  for (let at = (size >> 1) - 1; at >= 0; at--) down(at)
  return {
    pop: () => {
      const top = heap[0]!
      const last = heap[--size]!
      if (size > 0) {
        put(last, 0)
        down(0)
      }
      return top
    },
    moved: (index) => down(up(place[index]!)),
  }
}
