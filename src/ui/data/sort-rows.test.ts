import { expect, test } from 'vitest'
import { sortRows } from './sort-rows.ts'

test('sorts numbers and band names by their number', () => {
  expect(sortRows([3, 10, 2], (row) => row, 'ascending')).toEqual([2, 3, 10])
  expect(sortRows(['B10', 'b9', 'B1'], (row) => row, 'ascending')).toEqual(['B1', 'b9', 'B10'])
})

test('keeps rows without a value last in both directions', () => {
  const rows = [{ cloud: 5 }, {}, { cloud: 80 }] as { cloud?: number }[]
  expect(sortRows(rows, (row) => row.cloud, 'ascending').map((row) => row.cloud)).toEqual([5, 80, undefined])
  expect(sortRows(rows, (row) => row.cloud, 'descending').map((row) => row.cloud)).toEqual([80, 5, undefined])
})

test('leaves the given rows alone', () => {
  const rows = [2, 1]
  sortRows(rows, (row) => row, 'ascending')
  expect(rows).toEqual([2, 1])
})
