import { expect, test } from 'vitest'
import { firstPossibleDay, readOrderDraft, windowOf, writeOrderDraft } from './order-draft.ts'

const read = (text: string) => readOrderDraft(new URLSearchParams(text))

test('comes back as it was written; the usual is not written', () => {
  const text =
    'recurrence=MONTHLY&from=2027-05-01&ends=day&to=2027-07-31&cloud=60&offNadir=10&bandset=b&name=Field+7&usecase=water&project=p&store=s&folder=new&entry=e'
  expect(new URLSearchParams(writeOrderDraft(read(text))).toString()).toBe(text)
  expect(writeOrderDraft(read(''))).toEqual({})
  expect(read('usecase=').usecase).toBe('')
  expect(writeOrderDraft(read('usecase='))).toEqual({ usecase: '' })
})

test('nonsense is read as if it were not there', () => {
  expect(read('recurrence=WEEKLY&from=soon&ends=never&count=0&cloud=300&offNadir=-1&to=2027-02-30')).toEqual(read(''))
})

test('the first possible day begins at least 24 hours from now', () => {
  expect(firstPossibleDay(Date.UTC(2027, 4, 3, 12))).toBe('2027-05-05')
  expect(firstPossibleDay(Date.UTC(2027, 4, 3))).toBe('2027-05-04')
  expect(firstPossibleDay(Date.UTC(2026, 11, 30, 0, 1))).toBe('2027-01-01')
})

test.each([
  ['', { from: '2027-05-05', to: '2027-06-03' }],
  ['from=2027-06-01', { from: '2027-06-01', to: '2027-06-30' }],
  ['from=2027-06-01&to=2027-06-01', { from: '2027-06-01', to: '2027-06-01' }],
  ['recurrence=MONTHLY&to=2027-06-01', { from: '2027-05-05', to: undefined }],
  ['recurrence=MONTHLY&ends=day&to=2027-06-01', { from: '2027-05-05', to: '2027-06-01' }],
  ['ends=count&to=2027-06-01', { from: '2027-05-05', to: '2027-06-01' }],
])('the window of "%s"', (text, window) => {
  expect(windowOf(read(text), '2027-05-05')).toEqual(window)
})
