// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ConfirmDialog } from './confirm-dialog.tsx'

// jsdom has none; React Aria asks it for selectors.
beforeEach(() => vi.stubGlobal('CSS', { escape: (text: string) => text }))
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

function show(isPending = false) {
  const confirm = vi.fn()
  const change = vi.fn()
  render(
    <ConfirmDialog
      title="Delete this AOI?"
      confirmLabel="Delete AOI"
      isOpen
      onOpenChange={change}
      onConfirm={confirm}
      isPending={isPending}
    >
      It can not be undone.
    </ConfirmDialog>,
  )
  return { confirm, change }
}

test('asks by name, with the focus on the safe button', () => {
  show()
  expect(screen.getByRole('alertdialog', { name: 'Delete this AOI?' })).toBeTruthy()
  expect(document.activeElement?.textContent).toBe('Cancel')
})

test('Escape takes it back', () => {
  const { change, confirm } = show()
  fireEvent.keyDown(document.activeElement!, { key: 'Escape' })
  expect(change).toHaveBeenCalledWith(false)
  expect(confirm).not.toHaveBeenCalled()
})

test('while it runs, neither a second press nor Escape does anything', () => {
  const { change, confirm } = show(true)
  const button = screen.getByRole('button', { name: /Delete AOI/ })
  fireEvent.click(button)
  fireEvent.keyDown(button, { key: 'Escape' })
  expect(confirm).not.toHaveBeenCalled()
  expect(change).not.toHaveBeenCalled()
})
