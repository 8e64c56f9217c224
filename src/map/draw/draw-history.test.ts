import type { Polygon } from 'geojson'
import { expect, test } from 'vitest'
import { record, redo, replaceNow, startHistory, undo } from './draw-history.ts'

const area = (size: number): Polygon => ({
  type: 'Polygon',
  coordinates: [
    [
      [0, 0],
      [size, 0],
      [0, size],
      [0, 0],
    ],
  ],
})
const [a, b, c] = [area(1), area(2), area(3)]

test('goes back to where it began, also to nothing, and forward again', () => {
  const drawn = record(record(startHistory(null), a), b)
  expect(undo(drawn).now).toBe(a)
  expect(undo(undo(drawn)).now).toBeNull()
  expect(undo(undo(undo(drawn))).now).toBeNull()
  expect(redo(redo(redo(undo(undo(drawn))))).now).toBe(b)
})

test('a new step forgets what was undone', () => {
  const changed = record(undo(record(record(startHistory(null), a), b)), c)
  expect(redo(changed)).toBe(changed)
  expect(undo(changed).now).toBe(a)
})

test('a step that goes on is one step to undo', () => {
  const moved = replaceNow(record(record(startHistory(null), a), b), c)
  expect(moved.now).toBe(c)
  expect(undo(moved).now).toBe(a)
})

test('remembers the last hundred steps', () => {
  let history = startHistory(null)
  for (let i = 0; i < 150; i++) history = record(history, area(i))
  expect(history.past).toHaveLength(100)
})
