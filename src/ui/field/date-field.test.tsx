// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, expect, test } from 'vitest'
import { DateField } from './date-field.tsx'
import { DateRange } from './date-range.tsx'

afterEach(cleanup)

function Host({ start, min }: { start?: string; min?: string }) {
  const [day, setDay] = useState(start)
  return (
    <>
      <DateField label="From" value={day} onChange={setDay} min={min} />
      <output>{day ?? 'none'}</output>
    </>
  )
}

const field = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'From, UTC' })
const chosen = () => screen.getByRole('status').textContent
const described = (element: HTMLElement) =>
  (element.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent)
    .join('')

test('takes a day as it is typed and writes it out on leaving', () => {
  render(<Host />)
  act(() => field().focus())
  fireEvent.change(field(), { target: { value: '2026-3-5' } })
  expect(chosen()).toBe('2026-03-05')
  expect(field().value).toBe('2026-3-5')
  act(() => field().blur())
  expect(field().value).toBe('2026-03-05')
})

test('arrow keys step by days, with Shift by weeks', () => {
  render(<Host start="2026-02-28" />)
  fireEvent.keyDown(field(), { key: 'ArrowUp' })
  expect(chosen()).toBe('2026-03-01')
  fireEvent.keyDown(field(), { key: 'ArrowDown', shiftKey: true })
  expect(chosen()).toBe('2026-02-22')
})

test('clearing it chooses none', () => {
  render(<Host start="2026-02-28" />)
  fireEvent.change(field(), { target: { value: '' } })
  expect(chosen()).toBe('none')
})

test('says what is wrong only after leaving, keeps what was typed and the last good day', () => {
  render(<Host start="2026-02-28" />)
  act(() => field().focus())
  fireEvent.change(field(), { target: { value: 'soon' } })
  expect(field().getAttribute('aria-invalid')).toBeNull()
  act(() => field().blur())
  expect(field().getAttribute('aria-invalid')).toBe('true')
  expect(described(field())).toContain('2026-03-31')
  expect([field().value, chosen()]).toEqual(['soon', '2026-02-28'])
})

test('says which days are allowed', () => {
  render(<Host start="2025-12-24" min="2026-01-01" />)
  expect(described(field())).toBe('Not before 2026-01-01')
})

test('a range the wrong way round says so', () => {
  render(<DateRange label="Acquired" value={{ from: '2026-09-30', to: '2026-03-01' }} onChange={() => undefined} />)
  expect(described(screen.getByRole('group', { name: 'Acquired UTC' }))).toBe('The first date is after the last')
  for (const end of screen.getAllByRole('textbox')) expect(end.getAttribute('aria-invalid')).toBe('true')
})
