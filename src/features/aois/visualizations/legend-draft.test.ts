import { expect, test } from 'vitest'
import { classProblems, readRefusal, rebinned } from './legend-draft.ts'

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

test('says which class is wrong, and which bound', () => {
  expect(classProblems([entry(0, 1), entry(1, 2)])).toEqual([])
  const classes = [entry(0, 1), entry(0.5, 2), entry(3, 2), entry(Number.NaN, 9), entry(9, Number.NaN)]
  expect(classProblems(classes).map(({ at, field }) => [at, field])).toEqual([
    [1, 'min'],
    [2, 'max'],
    [3, 'min'],
    [4, 'max'],
  ])
  expect(classProblems(classes)[0]!.message).toBe('The class begins before that above ends, at 1.')
})

test('what the service refuses goes to the class and the bound it speaks of', () => {
  expect(
    readRefusal({
      'legend.2026_05_06[2].min': 'Too low.',
      'legend.2026_05_06[0].color': 'Not a colour.',
      dynamic_bins: 'At most 15.',
      'legend.2026_05_06': 'There is no such day.',
      'legend.2026_05_06[1].area': 'Not to be given.',
    }),
  ).toEqual({
    classes: [
      { at: 2, field: 'min', message: 'Too low.' },
      { at: 0, field: 'colour', message: 'Not a colour.' },
    ],
    bins: 'At most 15.',
    others: ['There is no such day.', 'Not to be given.'],
  })
})
