// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { ErrorNotice } from './error-notice.tsx'

afterEach(cleanup)

test('is announced with what happened, what was kept and what to do', () => {
  render(<ErrorNotice what="No answer." kept="Your area is still here." advice="Try again." />)
  expect(screen.getByRole('alert').textContent).toBe('No answer.Your area is still here.Try again.')
})

test('tries again once, also when pressed twice while it does', () => {
  const retry = vi.fn()
  const { rerender } = render(<ErrorNotice what="No answer." onRetry={retry} />)
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
  rerender(<ErrorNotice what="No answer." onRetry={retry} isRetrying />)
  fireEvent.click(screen.getByRole('button', { name: /Try again/ }))
  expect(retry).toHaveBeenCalledOnce()
})

test("keeps the server's words folded until they are asked for", () => {
  render(<ErrorNotice what="No answer." details='{"code":"unavailable"}' />)
  const details = screen.getByText('{"code":"unavailable"}').closest('details')
  expect(details?.open).toBe(false)
})
