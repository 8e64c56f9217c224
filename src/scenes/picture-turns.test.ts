import { expect, test } from 'vitest'
import { waitForTurn } from './picture-turns.ts'

test('three load at once, the next when one is done, those that left never', () => {
  const started: number[] = []
  const leave = [0, 1, 2, 3, 4, 5].map((i) => waitForTurn(() => started.push(i)))
  expect(started).toEqual([0, 1, 2])
  leave[3]!()
  leave[1]!()
  // Said twice it frees one place, not two.
  leave[1]!()
  expect(started).toEqual([0, 1, 2, 4])
  leave[0]!()
  expect(started).toEqual([0, 1, 2, 4, 5])
  for (const done of leave) done()
  const fresh: number[] = []
  const last = [6, 7, 8, 9].map((i) => waitForTurn(() => fresh.push(i)))
  expect(fresh).toEqual([6, 7, 8])
  for (const done of last.toReversed()) done()
})
