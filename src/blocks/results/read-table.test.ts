import { expect, test } from 'vitest'
import { readTable } from './read-table.ts'

test('numbers are numbers, units stand in the header, empty cells are nothing', () => {
  const table = readTable('class,label,area_ha,area_percent\r\n1,"Water, open",12.5,40\r\n2,Trees,,60\r\n')!
  expect(table.columns.map(({ label, unit, isNumeric }) => [label, unit, isNumeric])).toEqual([
    ['Class', undefined, true],
    ['Label', undefined, false],
    ['Area', 'ha', true],
    ['Area', '%', true],
  ])
  expect(table.rows).toEqual([
    [1, 'Water, open', 12.5, 40],
    [2, 'Trees', null, 60],
  ])
})

test('a short row, a header alone, and nothing at all', () => {
  expect(readTable('a,b\n1')!.rows).toEqual([[1, null]])
  expect(readTable('a,b\n')).toEqual({
    columns: [
      { name: 'a', label: 'A', isNumeric: false },
      { name: 'b', label: 'B', isNumeric: false },
    ],
    rows: [],
  })
  expect(readTable('')).toBeNull()
})
