import { unroll } from '#src/geo/antimeridian.ts'
import { polygonsOf, type Area } from '#src/geo/rings.ts'
import { worldSquareOf } from '#src/geo/world-square.ts'

/** What is drawn around an area. */
export type Outline = {
  area: Area
  /** As `#rrggbb`. */
  colour: string
  /** 0 to 1 */
  opacity: number
}

/** The straight edges of outlines on the square of Web Mercator, in the order given. */
export type OutlineEdges = {
  /** x and y of one end, then of the other; past 0 or 1 for what crosses the antimeridian. */
  ends: Float64Array
  /** Red, green, blue and opacity of each edge as bytes, the colour multiplied by the opacity. */
  colours: Uint8Array
  /** The least and the greatest x. */
  span: readonly [west: number, east: number]
}

/**
 * What is straight on the flat map is bent on the globe: there edges are cut into pieces of at most a third of a degree of
 * longitude, of which the middle is 15 m off, about a pixel where MapLibre's globe turns flat.
 */
export const longestOnGlobe = 1 / 1024

/** @param longest longer edges are cut into pieces, on the square of Web Mercator */
export function outlineEdges(outlines: readonly Outline[], longest = Infinity): OutlineEdges {
  const ends: number[] = []
  const colours: number[] = []
  let [west, east] = [Infinity, -Infinity]
  for (const { area, colour, opacity } of outlines) {
    const bytes = premultiplied(colour, opacity)
    for (const ring of polygonsOf(area).flat()) {
      let before: readonly [number, number] | undefined
      for (const [lng = 0, lat = 0] of unroll(ring)) {
        const corner = worldSquareOf(lng, lat)
        if (before) addEdge(before, corner)
        before = corner
        west = Math.min(west, corner[0])
        east = Math.max(east, corner[0])
      }
    }

    function addEdge([x1, y1]: readonly [number, number], [x2, y2]: readonly [number, number]): void {
      const [dx, dy] = [x2 - x1, y2 - y1]
      const length = Math.hypot(dx, dy)
      if (length === 0) return
      const pieces = Math.max(1, Math.ceil(length / longest))
      for (let i = 0; i < pieces; i++) {
        const [from, to] = [i / pieces, (i + 1) / pieces]
        ends.push(x1 + from * dx, y1 + from * dy, x1 + to * dx, y1 + to * dy)
        colours.push(...bytes)
      }
    }
  }
  return { ends: Float64Array.from(ends), colours: Uint8Array.from(colours), span: [west, east] }
}

function premultiplied(colour: string, opacity: number): [number, number, number, number] {
  const rgb = Number.parseInt(colour.slice(1), 16)
  const part = (shift: number) => Math.round(((rgb >> shift) & 255) * opacity)
  return [part(16), part(8), part(0), Math.round(255 * opacity)]
}
