import type { Path } from './mercator.ts'

/**
 * Ramer–Douglas–Peucker (Douglas & Peucker 1973), iterative so that Eurasia's outline does not overflow the stack.
 * `tolerance` is in the path's own units.
 */
export function simplify(path: Path, tolerance: number): Path {
  const count = path.length / 2
  if (count < 3) return path
  const keep = new Uint8Array(count)
  keep[0] = keep[count - 1] = 1
  const spans = [[0, count - 1]]
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [first = 0, last = 0] = span
    let farthest = 0
    let worst = tolerance * tolerance
    for (let i = first + 1; i < last; i++) {
      const distance = squaredDistanceToSegment(path, i, first, last)
      if (distance > worst) {
        worst = distance
        farthest = i
      }
    }
    if (farthest > 0) {
      keep[farthest] = 1
      spans.push([first, farthest], [farthest, last])
    }
  }
  return path.filter((_, i) => keep[i >> 1])
}

function squaredDistanceToSegment(path: Path, point: number, from: number, to: number): number {
  const px = path[point * 2] ?? 0
  const py = path[point * 2 + 1] ?? 0
  let x = path[from * 2] ?? 0
  let y = path[from * 2 + 1] ?? 0
  const dx = (path[to * 2] ?? 0) - x
  const dy = (path[to * 2 + 1] ?? 0) - y
  if (dx !== 0 || dy !== 0) {
    const t = Math.max(0, Math.min(1, ((px - x) * dx + (py - y) * dy) / (dx * dx + dy * dy)))
    x += dx * t
    y += dy * t
  }
  return (px - x) ** 2 + (py - y) ** 2
}

/**
 * Chaikin's corner cutting (1974). The lakes and rivers come on a grid of 4 km, whose stairs would draw the eye;
 * rounding them keeps every point within one grid step.
 */
export function roundCorners(path: Path, closed: boolean): Path {
  const count = path.length / 2
  if (count < 3) return path
  const rounded: Path = closed ? [] : [path[0] ?? 0, path[1] ?? 0]
  for (let i = 0; i < count - 1; i++) {
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = path.slice(i * 2, i * 2 + 4)
    rounded.push(x0 * 0.75 + x1 * 0.25, y0 * 0.75 + y1 * 0.25, x0 * 0.25 + x1 * 0.75, y0 * 0.25 + y1 * 0.75)
  }
  if (closed) rounded.push(rounded[0] ?? 0, rounded[1] ?? 0)
  else rounded.push(path.at(-2) ?? 0, path.at(-1) ?? 0)
  return rounded
}
