// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Checkbox } from './checkbox.tsx'
import { NumberField } from './number-field.tsx'
import { RadioGroup } from './radio-group.tsx'
import { Select } from './select.tsx'
import { Slider } from './slider.tsx'
import { TextField } from './text-field.tsx'

// jsdom has none; React Aria asks it for selectors.
beforeEach(() => vi.stubGlobal('CSS', { escape: (text: string) => text }))
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const described = (element: HTMLElement) =>
  (element.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent)
    .join('')

test('an error replaces the description, marks the input and describes it', () => {
  const { rerender } = render(<TextField label="Bucket" description="Without s3://" />)
  const input = screen.getByRole('textbox', { name: 'Bucket' })
  expect(described(input)).toBe('Without s3://')
  rerender(<TextField label="Bucket" description="Without s3://" error="No such bucket" />)
  expect(input.getAttribute('aria-invalid')).toBe('true')
  expect(described(input)).toBe('No such bucket')
})

test('a hidden label still names the input', () => {
  render(<TextField label="Filter" labelPlacement="hidden" />)
  expect(screen.getByRole('textbox', { name: 'Filter' })).toBeTruthy()
})

test('a number is read with its unit and stays within its limits', () => {
  const change = vi.fn()
  render(<NumberField label="Cloud" unit="%" defaultValue={20} maxValue={100} onChange={change} />)
  const input = screen.getByRole('textbox', { name: 'Cloud, %' })
  fireEvent.change(input, { target: { value: '250' } })
  fireEvent.blur(input)
  expect(change).toHaveBeenLastCalledWith(100)
})

test('with an arrow step any number may be typed, and the arrows go by the step', () => {
  const change = vi.fn()
  render(<NumberField label="From" defaultValue={-1} arrowStep={0.1} onChange={change} />)
  const input = screen.getByRole('textbox', { name: 'From' })
  fireEvent.change(input, { target: { value: '0.25' } })
  fireEvent.blur(input)
  expect(change).toHaveBeenLastCalledWith(0.25)
  expect(input.getAttribute('aria-invalid')).not.toBe('true')
  fireEvent.keyDown(input, { key: 'ArrowUp' })
  expect(change).toHaveBeenLastCalledWith(0.3)
})

test('an error may stand elsewhere', () => {
  render(
    <>
      <NumberField label="From" labelPlacement="hidden" value={1} errorId="why" />
      <p id="why">Too high</p>
    </>,
  )
  const input = screen.getByRole('textbox', { name: 'From' })
  expect(input.getAttribute('aria-invalid')).toBe('true')
  expect(described(input)).toBe('Too high')
})

test('a slider gives a number for one thumb and a pair for two', () => {
  const one = vi.fn()
  const two = vi.fn()
  render(
    <>
      <Slider label="Gamma" value={1} onChange={one} min={0} max={3} step={0.5} />
      <Slider label="Range" value={[450, 900]} onChange={two} min={400} max={1000} step={10} unit="nm" />
    </>,
  )
  const [gamma, , high] = screen.getAllByRole('slider')
  fireEvent.change(gamma!, { target: { value: '1.5' } })
  expect(one).toHaveBeenLastCalledWith(1.5)
  fireEvent.change(high!, { target: { value: '910' } })
  expect(two).toHaveBeenLastCalledWith([450, 910])
})

test('a radio group gives the id of the option', () => {
  const change = vi.fn()
  const options = [
    { id: 'once', label: 'Once' },
    { id: 'recurring', label: 'Recurring' },
  ] as const
  render(<RadioGroup label="Tasking" options={options} value="once" onChange={change} />)
  fireEvent.click(screen.getByRole('radio', { name: 'Recurring' }))
  expect(change).toHaveBeenCalledWith('recurring')
})

test('a select shows the chosen label and gives the id of another', () => {
  const change = vi.fn()
  const options = [
    { id: 'a', label: 'Firefly' },
    { id: 'b', label: 'EnMAP' },
  ] as const
  render(<Select label="Sensor" options={options} value="a" onChange={change} />)
  fireEvent.click(screen.getByRole('button', { name: /Firefly Sensor/ }))
  fireEvent.click(screen.getByRole('option', { name: 'EnMAP' }))
  expect(change).toHaveBeenCalledWith('b')
})

test('a checkbox can be mixed, and says why it is not accepted', () => {
  render(
    <>
      <Checkbox isIndeterminate>All</Checkbox>
      <Checkbox error="Accept first">Accept</Checkbox>
    </>,
  )
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'All' }).indeterminate).toBe(true)
  expect(described(screen.getByRole('checkbox', { name: 'Accept' }))).toBe('Accept first')
})
