// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { ListRow } from './list-row.tsx'
import { List } from './list.tsx'

afterEach(cleanup)

function show(onHoverChange?: (isHovered: boolean) => void) {
  render(
    <List label="Scenes">
      <ListRow title="One" onPress={() => undefined} onHoverChange={onHoverChange} />
      <ListRow title="Two" isSelected href="#two" actions={<button type="button">More</button>} />
      <ListRow title="Three" onPress={() => undefined} />
    </List>,
  )
}

const focused = () => document.activeElement?.textContent

test('arrow keys, Home and End move between rows, past their other buttons', () => {
  show()
  screen.getByRole('button', { name: 'One' }).focus()
  const press = (key: string) => fireEvent.keyDown(document.activeElement!, { key })
  press('ArrowDown')
  expect(focused()).toBe('Two')
  screen.getByRole('button', { name: 'More' }).focus()
  press('ArrowDown')
  expect(focused()).toBe('Three')
  press('ArrowDown')
  expect(focused()).toBe('Three')
  press('Home')
  expect(focused()).toBe('One')
  press('End')
  expect(focused()).toBe('Three')
})

test('the selected row is the current one', () => {
  show()
  expect(screen.getByRole('link', { current: true }).textContent).toBe('Two')
})

test('the pointer and the keyboard both point at a row', () => {
  const hover = vi.fn()
  show(hover)
  const [row] = screen.getAllByRole('listitem')
  fireEvent.pointerEnter(row!)
  fireEvent.pointerLeave(row!)
  screen.getByRole('button', { name: 'One' }).focus()
  expect(hover.mock.calls.flat()).toEqual([true, false, true])
})
