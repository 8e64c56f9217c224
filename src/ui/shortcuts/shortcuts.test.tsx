// @vitest-environment jsdom
import { cleanup, fireEvent, render } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { activeShortcuts } from './shortcut-store.ts'
import { useShortcuts } from './use-shortcuts.ts'

afterEach(cleanup)

function Screen({ run, also }: { run: () => void; also?: () => void }) {
  useShortcuts([
    { keys: ']', does: 'Next', run },
    { keys: 'F', does: 'Fit', run },
    { keys: 'Space', does: 'Play', run },
  ])
  return (
    <>
      <input aria-label="text" />
      <button type="button">press</button>
      <div role="dialog">
        <p data-testid="inside">words</p>
      </div>
      {also && <Part run={also} />}
    </>
  )
}

function Part({ run }: { run: () => void }) {
  useShortcuts([{ keys: ']', does: 'Next of mine', run }])
  return null
}

test('a key acts on the screen, whatever its case, and not with Ctrl', () => {
  const run = vi.fn()
  render(<Screen run={run} />)
  fireEvent.keyDown(document.body, { key: ']' })
  fireEvent.keyDown(document.body, { key: 'f' })
  fireEvent.keyDown(document.body, { key: 'f', ctrlKey: true })
  fireEvent.keyDown(document.body, { key: 'x' })
  expect(run).toHaveBeenCalledTimes(2)
})

test('not while somebody types, nor in a dialog; Space presses what has the focus', () => {
  const run = vi.fn()
  const { getByLabelText, getByRole, getByTestId } = render(<Screen run={run} />)
  fireEvent.keyDown(getByLabelText('text'), { key: ']' })
  fireEvent.keyDown(getByTestId('inside'), { key: ']' })
  fireEvent.keyDown(getByRole('button'), { key: ' ' })
  expect(run).not.toHaveBeenCalled()
  fireEvent.keyDown(getByRole('button'), { key: ']' })
  fireEvent.keyDown(document.body, { key: ' ' })
  expect(run).toHaveBeenCalledTimes(2)
})

test('the part that came last has the key, and gives it back when it goes', () => {
  const [run, also] = [vi.fn(), vi.fn()]
  const { rerender, unmount } = render(<Screen run={run} also={also} />)
  // Effects of children run first: the screen around a part came last.
  expect(activeShortcuts().map(({ keys }) => keys)).toEqual([']', 'F', 'Space'])
  rerender(<Screen run={run} />)
  fireEvent.keyDown(document.body, { key: ']' })
  expect(run).toHaveBeenCalledTimes(1)
  unmount()
  expect(activeShortcuts()).toEqual([])
})
