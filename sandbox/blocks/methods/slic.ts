export type Segments = { labels: Int32Array; count: number }

/**
 * Superpixels by simple linear iterative clustering: R. Achanta et al., "SLIC superpixels compared to state-of-the-art
 * superpixel methods", IEEE TPAMI 34, 2012. `layers` are the colour space, each of comparable spread; a pixel that is NaN
 * in the first is left out (label -1). `size` is the wanted edge of a segment in pixels, `compactness` how much nearness
 * counts against likeness. Every segment comes out connected (by edges).
 */
export function slic(
  layers: readonly Float32Array[],
  width: number,
  height: number,
  { size, compactness, iterations = 10 }: { size: number; compactness: number; iterations?: number },
  progress?: (fraction: number) => void,
): Segments {
  const centres = gridCentres(layers, width, height, size)
  const pixels = width * height
  const labels = new Int32Array(pixels)
  const distances = new Float32Array(pixels)
  const n = layers.length
  const weight = (compactness / size) ** 2
  for (let iteration = 0; iteration < iterations; iteration++) {
    labels.fill(-1)
    distances.fill(Infinity)
    for (const [label, centre] of centres.entries()) {
      const [x0, x1] = [Math.max(0, Math.floor(centre.x - size)), Math.min(width - 1, Math.ceil(centre.x + size))]
      const [y0, y1] = [Math.max(0, Math.floor(centre.y - size)), Math.min(height - 1, Math.ceil(centre.y + size))]
      for (let y = y0; y <= y1; y++) {
        for (let x = x0; x <= x1; x++) {
          const i = y * width + x
          let distance = weight * ((x - centre.x) ** 2 + (y - centre.y) ** 2)
          for (let k = 0; k < n; k++) distance += (layers[k]![i]! - centre.colour[k]!) ** 2
          if (distance < distances[i]!) {
            distances[i] = distance
            labels[i] = label
          }
        }
      }
    }
    moveCentres(centres, labels, layers, width)
    progress?.((iteration + 1) / iterations)
  }
  return connected(labels, layers[0]!, width, height, (size * size) / 4)
}

type Centre = { x: number; y: number; colour: Float64Array }

/** On a lattice, each moved to the flattest of its nine pixels, so that none starts on an edge. */
function gridCentres(layers: readonly Float32Array[], width: number, height: number, size: number): Centre[] {
  const centres: Centre[] = []
  const gradient = (x: number, y: number) => {
    if (x < 1 || y < 1 || x >= width - 1 || y >= height - 1) return Infinity
    let sum = 0
    for (const layer of layers) {
      const i = y * width + x
      sum += (layer[i + 1]! - layer[i - 1]!) ** 2 + (layer[i + width]! - layer[i - width]!) ** 2
    }
    return Number.isNaN(sum) ? Infinity : sum
  }
  const half = Math.floor(size / 2)
  for (let cy = Math.min(half, height - 1); cy < height; cy += size) {
    for (let cx = Math.min(half, width - 1); cx < width; cx += size) {
      if (Number.isNaN(layers[0]![cy * width + cx]!)) continue
      let [x, y, least] = [cx, cy, gradient(cx, cy)]
      for (let dy = -1; dy <= 1; dy++) {
        for (let dx = -1; dx <= 1; dx++) {
          const g = gradient(cx + dx, cy + dy)
          if (g < least) [x, y, least] = [cx + dx, cy + dy, g]
        }
      }
      centres.push({ x, y, colour: Float64Array.from(layers, (layer) => layer[y * width + x]!) })
    }
  }
  return centres
}

function moveCentres(centres: Centre[], labels: Int32Array, layers: readonly Float32Array[], width: number) {
  const sums = centres.map(() => ({ count: 0, x: 0, y: 0, colour: new Float64Array(layers.length) }))
  for (let i = 0; i < labels.length; i++) {
    if (labels[i]! < 0) continue
    const sum = sums[labels[i]!]!
    sum.count++
    sum.x += i % width
    sum.y += Math.floor(i / width)
    for (let k = 0; k < layers.length; k++) sum.colour[k]! += layers[k]![i]!
  }
  for (const [c, { count, x, y, colour }] of sums.entries()) {
    if (count > 0) centres[c] = { x: x / count, y: y / count, colour: colour.map((value) => value / count) }
  }
}

/** Gives every connected patch its own label; patches below `least` pixels join the neighbour met just before them. */
function connected(labels: Int32Array, valid: Float32Array, width: number, height: number, least: number): Segments {
  const out = new Int32Array(labels.length).fill(-1)
  const queue = new Int32Array(labels.length)
  let count = 0
  for (let start = 0; start < labels.length; start++) {
    if (out[start]! >= 0 || Number.isNaN(valid[start]!)) continue
    const label = labels[start]
    let beside = -1
    let length = 1
    queue[0] = start
    out[start] = count
    for (let head = 0; head < length; head++) {
      const i = queue[head]!
      const x = i % width
      const y = (i - x) / width
      const around = [
        x > 0 ? i - 1 : -1,
        x < width - 1 ? i + 1 : -1,
        y > 0 ? i - width : -1,
        y < height - 1 ? i + width : -1,
      ]
      for (const j of around) {
        if (j < 0 || Number.isNaN(valid[j]!)) continue
        if (out[j]! >= 0) {
          if (out[j] !== count) beside = out[j]!
        } else if (labels[j] === label) {
          out[j] = count
          queue[length++] = j
        }
      }
    }
    if (length < least && beside >= 0) for (let k = 0; k < length; k++) out[queue[k]!] = beside
    else count++
  }
  return { labels: out, count }
}
