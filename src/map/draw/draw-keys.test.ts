// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { arrowStep, keyCommand } from './draw-keys.ts'

const press = (target: HTMLElement, init: KeyboardEventInit) => {
  document.body.replaceChildren(target)
  let command: ReturnType<typeof keyCommand>
  const listen = (event: KeyboardEvent) => (command = keyCommand(event))
  document.addEventListener('keydown', listen, { once: true })
  target.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, ...init }))
  return command
}
const element = (html: string) => {
  const frame = document.createElement('div')
  frame.innerHTML = html
  return frame.firstElementChild as HTMLElement
}

test('keys of the drawing', () => {
  const canvas = element('<canvas tabindex="0"></canvas>')
  expect(press(canvas, { key: 'Enter' })).toBe('finish')
  expect(press(canvas, { key: 'Backspace' })).toBe('remove')
  expect(press(canvas, { key: 'Escape' })).toBe('cancel')
  expect(press(canvas, { key: 'z', ctrlKey: true })).toBe('undo')
  expect(press(canvas, { key: 'Z', ctrlKey: true, shiftKey: true })).toBe('redo')
  expect(press(canvas, { key: 'x' })).toBeUndefined()
})

test('text keeps its keys, and a button its Enter but not its Escape', () => {
  expect(press(element('<input>'), { key: 'Backspace' })).toBeUndefined()
  expect(press(element('<textarea></textarea>'), { key: 'z', ctrlKey: true })).toBeUndefined()
  expect(press(element('<button>x</button>'), { key: 'Enter' })).toBeUndefined()
  expect(press(element('<button>x</button>'), { key: 'Enter', ctrlKey: true })).toBe('finish')
  expect(press(element('<button>x</button>'), { key: 'Escape' })).toBe('cancel')
  expect(press(element('<div role="dialog" tabindex="0"></div>'), { key: 'Delete' })).toBeUndefined()
})

test('arrows go ten pixels, with Shift fifty, with Alt one', () => {
  const step = (init: KeyboardEventInit) => arrowStep(new KeyboardEvent('keydown', init))
  expect(step({ key: 'ArrowUp' })).toEqual([0, -10])
  expect(step({ key: 'ArrowRight', shiftKey: true })).toEqual([50, 0])
  expect(step({ key: 'ArrowLeft', altKey: true })).toEqual([-1, 0])
  expect(step({ key: 'ArrowDown', ctrlKey: true })).toBeNull()
  expect(step({ key: 'a' })).toBeNull()
})
