import { expect, test } from 'vitest'
import { classProblems, rebinned } from './legend-draft.ts'

const entry = (min: number, max: number, colour = '#000000') => ({ min, max, colour, label: 'x' })

test('another number of steps covers the same values in the same colours', () => {
  const more = rebinned([entry(0, 1, '#000000'), entry(1, 2, '#ffffff')], 4)
  expect(more.map(({ min, max }) => [min, max])).toEqual([
    [0, 0.5],
    [0.5, 1],
    [1, 1.5],
    [1.5, 2],
  ])
  expect(more.map(({ colour }) => colour)).toEqual(['#000000', '#555555', '#aaaaaa', '#ffffff'])
  expect(rebinned(more, 1)).toEqual([{ min: 0, max: 2, colour: '#808080', label: '0 to 2' }])
  expect(rebinned(more, Number.NaN)).toEqual(more)
})

test('says which class is wrong', () => {
  expect(classProblems([entry(0, 1), entry(1, 2)])).toEqual([])
  expect(classProblems([entry(0, 1), entry(0.5, 2), entry(3, 2), entry(Number.NaN, 9)])).toEqual([
    'Class 2 begins before class 1 ends.',
    'Class 3 ends before it begins.',
    'Class 4 needs both bounds.',
  ])
})
