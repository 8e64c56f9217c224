// @vitest-environment jsdom
import type { Position } from 'geojson'
import { beforeEach, expect, test, vi } from 'vitest'
import { polygonsOf, type Area } from '#src/geo/rings.ts'
import { box } from '#src/geo/shapes.ts'
import { startDrawSession, type DrawMode } from './draw-session.ts'
import { FlatMap } from '../flat-map.ts'
import { words } from './words.ts'

/** jsdom knows no media queries: a mouse it is. */
beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: false }))
})

/** terra-draw itself on a fake map, with what the session tells of. */
function startOn(value: Area | null, mode: DrawMode) {
  const map = new FlatMap()
  const told = { area: value, live: value, finished: 0, said: '', snap: null as Position | null, cancelled: 0 }
  const session = startDrawSession(map.asMap(), 'dark', value, {
    onChange: (area) => (told.area = area),
    onFinish: () => told.finished++,
    onCancel: () => told.cancelled++,
    onLive: (area) => (told.live = area),
    onHistory: () => undefined,
    onVertex: () => undefined,
    onSnap: (place) => (told.snap = place),
    onSay: (text) => (told.said = text),
  })
  session.setMode(mode)
  const rings = () => (told.area ? polygonsOf(told.area) : [])
  return { map, session, told, rings }
}

const square = box(12, 52, 13, 53)

/** terra-draw must be out of the way before a combined area is shown. */
const settled = () => Promise.resolve()

test('a rectangle snaps: begun beside a corner it begins on it, ended beside a side it ends there', async () => {
  const { map, session, told, rings } = startOn(square, 'rectangle')
  session.setCombine('add')
  map.press([13, 53], [6, -5])
  expect(told.snap).toEqual([13, 53])
  map.press([14, 54])
  expect(told.snap).toBeNull()
  await settled()
  expect(rings()).toHaveLength(2)
  expect(rings().flat(2)).toContainEqual([13, 53])

  session.setCombine('cut')
  map.drag([12.2, 52.2], [12, 52.6], [7, 0])
  await settled()
  // A bite out of the western side: nothing of it is left between the two cuts.
  const west = rings()
    .flat(2)
    .filter(([lng]) => lng === 12)
  expect(west.map(([, lat]) => lat).toSorted()).toEqual([52, 52, 52.2, 52.6, 53])
})

test('a circle snaps with its middle and its edge, and to what else there is', async () => {
  const { map, session, told, rings } = startOn(null, 'circle')
  session.setSnapTargets([square])
  map.press([12, 52], [-7, 7])
  expect(told.snap).toEqual([12, 52])
  map.press([12.5, 52], [0, 8])
  const lngs = rings()[0]?.[0]?.map(([lng = 0]) => lng) ?? []
  expect((Math.min(...lngs) + Math.max(...lngs)) / 2).toBeCloseTo(12, 6)
  expect(Math.max(...lngs)).toBeCloseTo(12.5, 6)
})

test('nothing snaps once it is switched off', () => {
  const { map, session, told, rings } = startOn(square, 'rectangle')
  session.setSnapTargets(null)
  map.press([13, 53], [6, -5])
  map.press([14, 54])
  expect(told.snap).toBeNull()
  expect(rings()[0]?.[0]?.[0]).toEqual([13.06, 53.05])
})

test('a box stays one while a corner is pulled, and the corner snaps; moved as a whole nothing does', async () => {
  const neighbour = box(13.5, 52.5, 14, 54)
  const { map, session, told, rings } = startOn(square, 'edit')
  session.setSnapTargets([neighbour])
  map.drag([13, 53], [13.5, 52.5], [5, 6])
  expect(rings()[0]?.[0]).toEqual(box(12, 52, 13.5, 52.5).coordinates[0])
  expect(told.snap).toBeNull()
  session.undo()
  map.drag([12.4, 52.6], [13.45, 52.5])
  const [corner] = rings()[0]?.[0] ?? []
  expect(corner?.[0]).toBeCloseTo(13.05, 6)
})

test('a corner of any other outline snaps while it is pulled, and so does a new one out of the middle of a side', () => {
  const triangle: Area = { type: 'Polygon', coordinates: [hole.toReversed()] }
  const { map, session, rings } = startOn(triangle, 'edit')
  session.setSnapTargets([box(13, 52, 14, 53)])
  map.drag([12.8, 52.2], [13, 52], [-6, -6])
  expect(rings()[0]?.[0]).toContainEqual([13, 52])
  map.drag([12.2, 52.5], [11.5, 52.5])
  expect(rings()[0]?.[0]).toHaveLength(5)
  expect(rings()[0]?.[0]).toContainEqual([11.5, 52.5])
})

test('a hole is cut, the whole moves with it, a split runs through it, and each step is undone and done again', async () => {
  const { map, session, told, rings } = startOn(square, 'polygon')
  session.setCombine('cut')
  for (const corner of [
    [12.3, 52.3],
    [12.7, 52.3],
    [12.5, 52.7],
  ] as const)
    map.press([...corner])
  session.finish()
  await settled()
  expect(rings().map((part) => part.length)).toEqual([2])
  expect(told.finished).toBe(1)

  session.setMode('edit')
  map.drag([12.2, 52.8], [12.4, 53])
  const [outline = [], hole = []] = rings()[0] ?? []
  expect(Math.min(...outline.map(([lng = 0]) => lng))).toBeCloseTo(12.2, 6)
  expect(Math.min(...hole.map(([lng = 0]) => lng))).toBeCloseTo(12.5, 6)

  session.setMode('split')
  map.press([12.7, 51.5])
  map.press([12.7, 54])
  session.finish()
  await settled()
  expect(told.said).toBe(words.splitInto(2))
  expect(rings().map((part) => part.length)).toEqual([1, 1])

  for (let i = 0; i < 3; i++) session.undo()
  expect(told.area).toEqual(square)
  session.redo()
  expect(rings().map((part) => part.length)).toEqual([2])
})

test('a line that ends inside splits nothing, and says so', async () => {
  const { map, session, told } = startOn(square, 'split')
  map.press([12.5, 51.5])
  map.press([12.5, 52.5])
  session.finish()
  await settled()
  expect(told).toMatchObject({ area: square, said: words.notSplit, finished: 0 })
})

test('the right button removes a corner at once', () => {
  const { map, session, told, rings } = startOn(square, 'edit')
  map.press([13, 53], [3, 3], { button: 2 })
  expect(rings()[0]?.[0]).toEqual([
    [12, 52],
    [13, 52],
    [12, 53],
    [12, 52],
  ])
  session.undo()
  expect(told.area).toEqual(square)
})

test('a pressed corner is removed, not the last three; without one the hole or the shape goes', () => {
  const holed: Area = { type: 'Polygon', coordinates: [...square.coordinates, hole] }
  const { map, session, told, rings } = startOn(holed, 'edit')
  map.press([13, 53])
  session.remove()
  expect(rings()[0]?.[0]).toHaveLength(4)
  session.remove()
  expect(told.said).toBe(words.threeCorners)
  session.cancel()
  expect(told.cancelled).toBe(0)
  map.press([12.3, 52.35])
  session.remove()
  expect(told.said).toBe(words.ringRemoved(true))
  expect(rings()[0]).toHaveLength(1)
  map.press([12.3, 52.3])
  session.remove()
  expect(told.area).toBeNull()
  session.cancel()
  expect(told.cancelled).toBe(1)
})

const hole = [
  [12.2, 52.2],
  [12.2, 52.8],
  [12.8, 52.2],
  [12.2, 52.2],
]

test('while drawing, undo and Backspace take corners back, Escape drops the shape and keeps the area', () => {
  const { map, session, told } = startOn(square, 'polygon')
  for (const lng of [14, 15, 16]) map.press([lng, 54 - (lng % 2)])
  session.undo()
  expect(told.said).toBe(words.cornerTakenBack)
  session.remove()
  session.cancel()
  expect(told).toMatchObject({ area: square, said: words.shapeDropped, cancelled: 0 })
  session.cancel()
  expect(told.cancelled).toBe(1)
})

test('what the hand does is told as it does it, combined with what is there', () => {
  // The next frame is now.
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => {
    run()
    return 0
  })
  const { map, session, told } = startOn(square, 'rectangle')
  session.setCombine('add')
  map.press([14, 52])
  map.point('pointermove', [15, 53])
  expect(told.live && polygonsOf(told.live)).toHaveLength(2)
  expect(told.area).toBe(square)
  session.cancel()
  expect(told.live).toBe(square)

  session.setMode('edit')
  map.point('pointerdown', [13, 53])
  // A box comes after the pointer step by step.
  for (const by of [0.2, 0.4, 0.5, 0.5]) map.point('pointermove', [13 + by, 53 + by])
  expect(told.area).toBe(square)
  const lngs = told.live
    ? polygonsOf(told.live)
        .flat(2)
        .map(([lng = 0]) => lng)
    : []
  expect(Math.max(...lngs)).toBeCloseTo(13.5, 2)
})

test('what was done is not told once more as if the hand still moved', () => {
  const frames: (() => void)[] = []
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => frames.push(run))
  vi.stubGlobal('cancelAnimationFrame', (id: number) => (frames[id - 1] = () => undefined))
  const { map, session, told } = startOn(square, 'edit')
  Object.defineProperties(map.getContainer(), { clientWidth: { value: 800 }, clientHeight: { value: 600 } })
  session.takeKeyboard()
  session.onKey(new KeyboardEvent('keydown', { key: 'ArrowRight', shiftKey: true }))
  for (const run of frames) run()
  expect(told.area).not.toBe(square)
  expect(told.live).toBe(told.area)
})

test('freehand: dragged around and let go', () => {
  const { map, session, rings } = startOn(null, 'freehand')
  session.setSnapTargets([square])
  const at = (turn: number): [number, number] => [12 + 2 * Math.cos(turn), 52 + 2 * Math.sin(turn)]
  map.point('pointermove', at(0))
  map.point('pointerdown', at(0))
  for (let turn = 0; turn < 6; turn += 0.1) map.point('pointermove', at(turn))
  map.point('pointerup', at(6))
  expect(rings()[0]?.[0]?.length).toBeGreaterThan(40)
})

test('by keyboard: the crosshair draws, a corner is chosen, moved, added and removed, the whole moved', () => {
  const drawn = [
    [14, 52],
    [14, 51],
    [15, 51],
    [15, 52],
    [14, 52],
  ]
  const { map, session, told, rings } = startOn(null, 'polygon')
  Object.defineProperties(map.getContainer(), { clientWidth: { value: 800 }, clientHeight: { value: 600 } })
  const press = (key: string, shiftKey = false) => session.onKey(new KeyboardEvent('keydown', { key, shiftKey }))
  session.takeKeyboard()
  for (const way of ['ArrowRight', 'ArrowDown', 'ArrowLeft']) {
    press('Enter')
    for (let i = 0; i < 2; i++) press(way, true)
  }
  expect(told.said).toBe(words.crosshairAt('51.00° N, 14.00° E'))
  press('Enter')
  session.finish()
  expect(rings()[0]?.[0]).toEqual(drawn)

  session.setMode('edit')
  session.takeKeyboard()
  expect(told.said).toBe(words.corner(1, 4, '', '52.00° N, 14.00° E'))
  press('ArrowLeft', true)
  press('ArrowLeft', true)
  expect(rings()[0]?.[0]?.[0]).toEqual([13, 52])
  session.insertVertex()
  expect(rings()[0]?.[0]).toHaveLength(6)
  session.remove()
  expect(rings()[0]?.[0]).toHaveLength(5)
  session.chooseAll()
  press('ArrowUp')
  expect(rings()[0]?.[0]?.[0]?.[1]).toBeCloseTo(52.1, 6)
  // Two presses of an arrow are one step.
  for (let i = 0; i < 4; i++) session.undo()
  expect(rings()[0]?.[0]).toEqual(drawn)
})
