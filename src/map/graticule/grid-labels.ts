import { longitudeStep, wrapLongitude } from '#src/geo/antimeridian.ts'
import { gridLabel, type GridStep } from './grid-step.ts'
import { multiples } from './grid-lines.ts'

export type Pixel = { x: number; y: number }
export type Rect = { left: number; top: number; right: number; bottom: number }
export type GridLabel = Pixel & { text: string; axis: 'lng' | 'lat' }

type View = {
  /** What of the map is free of panels. */
  box: Rect
  /** Where the map looks at. */
  middle: Pixel
  /** What else lies over it. */
  covers: readonly Rect[]
  /** The place under a pixel; null where there is no ground, beside the globe or above the horizon. */
  placeAt: (pixel: Pixel) => { lng: number; lat: number } | null
}

/** From one look at the ground to the next. */
const LOOK_EVERY_PX = 24
/** From an edge to the middle of a label. */
const INSET_PX = { x: 34, y: 12 }
/** Labels need so much room along a row, or along a column. */
const ROOM_PX = { row: 76, column: 18 }

/**
 * Where the lines of the graticule meet the upper and the left edge of the map, with their degrees. Where an edge lies beside the
 * globe it is the middle of the view instead.
 */
export function gridLabels(view: View, step: GridStep): GridLabel[] {
  const { box, middle } = view
  const skyline = row(box).map((x) => ({ x, y: under(view, x, box.top + INSET_PX.y) }))
  const edge = column(box).map((y) => ({ x: box.left + INSET_PX.x, y }))
  const isGround = (pixels: Pixel[]) => pixels.every((pixel) => view.placeAt(pixel) !== null)
  const [across, down] = isGround([...skyline, ...edge])
    ? [skyline, edge]
    : [row(box).map((x) => ({ x, y: middle.y })), column(box).map((y) => ({ x: middle.x, y }))]
  const labels: GridLabel[] = []
  for (const label of [...crossings(view, across, step), ...crossings(view, down, step)]) {
    const isFree = labels.every(
      ({ x, y }) => Math.abs(x - label.x) >= ROOM_PX.row || Math.abs(y - label.y) >= ROOM_PX.column,
    )
    // Along a line that an edge runs along it would be said again and again.
    const isNew = labels.every(({ text, axis }) => text !== label.text || axis !== label.axis)
    if (isFree && isNew) labels.push(label)
  }
  return labels
}

/** Where a way over the screen crosses meridians and parallels. */
function crossings({ placeAt }: View, way: Pixel[], step: GridStep): GridLabel[] {
  return way.flatMap((to, i) => {
    const last = way[i - 1]
    if (!last) return []
    // Where the way goes down a step, under what lies there, labels stand below it.
    const isStep = last.x !== to.x && last.y !== to.y
    const from = isStep ? { ...last, y: Math.max(last.y, to.y) } : last
    const end = isStep ? { ...to, y: from.y } : to
    const [before, after] = [placeAt(from), placeAt(end)]
    if (!before || !after) return []
    const turn = longitudeStep(before.lng, after.lng)
    const at = (share: number) => ({ x: from.x + (end.x - from.x) * share, y: from.y + (end.y - from.y) * share })
    return [
      ...between(before.lng, before.lng + turn, step).map(([lng, share]): GridLabel => ({
        ...at(share),
        axis: 'lng',
        text: gridLabel(wrapLongitude(lng), 'lng', step),
      })),
      ...between(before.lat, after.lat, step).map(([lat, share]): GridLabel => ({
        ...at(share),
        axis: 'lat',
        text: gridLabel(lat, 'lat', step),
      })),
    ]
  })
}

/** The multiples of the step between two numbers, each with how far along it lies. */
function between(from: number, to: number, { degrees }: GridStep): [value: number, share: number][] {
  const found = multiples(Math.min(from, to), Math.max(from, to), degrees)
  return found.map((value) => [value, (value - from) / (to - from)])
}

/** The row of the labels: it goes under what lies at the top of the map. */
function under({ covers, box }: View, x: number, y: number): number {
  const over = covers.filter(
    ({ left, right, top, bottom }) =>
      left < x + INSET_PX.x && right > x - INSET_PX.x && top < y + INSET_PX.y && bottom < (box.top + box.bottom) / 2,
  )
  return Math.max(y, ...over.map(({ bottom }) => bottom + INSET_PX.y))
}

const row = ({ left, right }: Rect) => looks(left + INSET_PX.x, right - INSET_PX.x)
const column = ({ top, bottom }: Rect) => looks(top + 2 * INSET_PX.y, bottom - INSET_PX.y)

function looks(from: number, to: number): number[] {
  const count = Math.max(1, Math.ceil((to - from) / LOOK_EVERY_PX))
  return Array.from({ length: count + 1 }, (_, i) => from + ((to - from) * i) / count)
}
