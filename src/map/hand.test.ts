import { expect, test, vi } from 'vitest'
import { takeInHand } from './hand.ts'

test('a tool is put down when another is taken up, and not when it was put down before', () => {
  const [first, second, third] = [vi.fn(), vi.fn(), vi.fn()]
  takeInHand(first)
  const letGo = takeInHand(second)
  expect(first).toHaveBeenCalledTimes(1)
  letGo()
  takeInHand(third)
  expect(second).not.toHaveBeenCalled()
})
