// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { dismissNotice, notify, noticeStore } from './notice-store.ts'
import { Notices } from './notices.tsx'

beforeEach(() => vi.useFakeTimers())
afterEach(() => {
  cleanup()
  for (const { id } of noticeStore.read()) dismissNotice(id)
  vi.useRealTimers()
})

const show = (...args: Parameters<typeof notify>) => act(() => notify(...args))
const wait = (ms: number) => act(() => vi.advanceTimersByTime(ms))

test('a notice appears in a live list and leaves by itself', () => {
  render(<Notices />)
  show({ tone: 'ok', title: 'Saved' })
  expect(screen.getByText('Saved').closest('[aria-live]')?.getAttribute('aria-live')).toBe('polite')
  wait(6000)
  expect(screen.queryByText('Saved')).toBeNull()
})

test('a failure, and what asks for an action, stay until dismissed', () => {
  render(<Notices />)
  show({ tone: 'fail', title: 'Delivery failed' })
  show({ tone: 'ok', title: 'Deleted', action: { label: 'Undo', onPress: () => undefined } })
  wait(60_000)
  expect(screen.getByText('Deleted')).toBeTruthy()
  fireEvent.click(screen.getAllByRole('button', { name: 'Dismiss' })[0]!)
  expect(screen.queryByText('Delivery failed')).toBeNull()
})

test('the same id replaces', () => {
  render(<Notices />)
  show({ id: 'quote', tone: 'warn', title: '1,240 tokens' })
  show({ id: 'quote', tone: 'warn', title: '1,310 tokens' })
  expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual(['1,310 tokens'])
})

test('an action acts once and takes its notice away', () => {
  const undo = vi.fn()
  render(<Notices />)
  show({ tone: 'ok', title: 'Deleted', action: { label: 'Undo', onPress: undo } })
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }))
  expect(undo).toHaveBeenCalledOnce()
  expect(screen.queryByText('Deleted')).toBeNull()
})

test('nothing leaves while the pointer is over the notices', () => {
  render(<Notices />)
  show({ tone: 'info', title: 'Reading this' })
  const region = screen.getByRole('region', { name: 'Notices' })
  fireEvent.pointerMove(region)
  wait(20_000)
  expect(screen.getByText('Reading this')).toBeTruthy()
  fireEvent.pointerLeave(region)
  wait(6000)
  expect(screen.queryByText('Reading this')).toBeNull()
})

test('dismissing one under the pointer does not hold the others for ever', () => {
  render(<Notices />)
  show({ tone: 'fail', title: 'First' })
  show({ tone: 'ok', title: 'Second' })
  fireEvent.pointerMove(screen.getByRole('region', { name: 'Notices' }))
  fireEvent.click(screen.getAllByRole('button', { name: 'Dismiss' })[0]!)
  wait(6000)
  expect(screen.queryByText('Second')).toBeNull()
})
