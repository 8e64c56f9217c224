import type { OutlineEdges } from './outline-edges.ts'

/** Four corners to an edge; each knows both ends, to know which way is across. */
const cornersOfEdge = 4
export const bytesOfCorner = 20

/**
 * Edges as corners for the GPU: the ends relative to `anchor` as float32, then the colour. Relative, since absolute ones
 * would be off by metres.
 */
export function outlineCorners({ ends, colours }: OutlineEdges, anchor: readonly [number, number]): ArrayBuffer {
  const edges = colours.length / 4
  const buffer = new ArrayBuffer(edges * cornersOfEdge * bytesOfCorner)
  const [floats, bytes] = [new Float32Array(buffer), new Uint8Array(buffer)]
  for (let edge = 0; edge < edges; edge++) {
    for (let corner = 0; corner < cornersOfEdge; corner++) {
      const at = (edge * cornersOfEdge + corner) * bytesOfCorner
      for (let i = 0; i < 4; i++) {
        floats[at / 4 + i] = ends[edge * 4 + i]! - anchor[i % 2]!
        bytes[at + 16 + i] = colours[edge * 4 + i]!
      }
    }
  }
  return buffer
}

/** Two triangles to an edge. */
export function outlineIndices(edges: number): Uint32Array<ArrayBuffer> {
  const indices = new Uint32Array(edges * 6)
  for (let edge = 0; edge < edges; edge++) {
    const first = edge * cornersOfEdge
    indices.set([first, first + 1, first + 2, first + 2, first + 1, first + 3], edge * 6)
  }
  return indices
}

/**
 * Whether float32 relative to this anchor would show: a quarter of a pixel around the middle of the screen. Close to the
 * ground another anchor is asked for some hundred kilometres away; moving about does not.
 */
export function isTooFar(anchor: readonly [number, number], middle: readonly [number, number], zoom: number): boolean {
  const apart = Math.max(Math.abs(anchor[0] - middle[0]), Math.abs(anchor[1] - middle[1]))
  const worldPx = 512 * 2 ** zoom
  return apart * 2 ** -24 * worldPx > 0.25
}

/** By how many worlds to shift what spans `span` so that it shows in the window, which is wider than a world when zoomed out. */
export function worldsInView(span: readonly [number, number], window: readonly [number, number]): number[] {
  const first = Math.ceil(window[0] - span[1])
  const last = Math.floor(window[1] - span[0])
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i)
}
