// @vitest-environment jsdom
import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { applyStoredTheme, chooseTheme, readTheme, useShownTheme } from './theme.ts'

let systemIsLight = false
const systemListeners = new Set<() => void>()

beforeEach(() => {
  localStorage.clear()
  systemIsLight = false
  vi.stubGlobal('matchMedia', () => ({
    matches: systemIsLight,
    addEventListener: (_: string, listener: () => void) => systemListeners.add(listener),
    removeEventListener: (_: string, listener: () => void) => systemListeners.delete(listener),
  }))
  applyStoredTheme()
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

test('is dark until something else is chosen, and remembers the choice', () => {
  expect(document.documentElement.dataset.theme).toBe('dark')
  chooseTheme('light')
  expect([document.documentElement.dataset.theme, readTheme()]).toEqual(['light', 'light'])
})

test('a stored value that is no theme is dark', () => {
  localStorage.setItem('swath.theme', 'neon')
  expect(readTheme()).toBe('dark')
})

test('what is shown follows the choice, and with auto the system', () => {
  const { result } = renderHook(useShownTheme)
  act(() => chooseTheme('light'))
  expect(result.current).toBe('light')
  act(() => chooseTheme('auto'))
  expect(result.current).toBe('dark')
  act(() => {
    systemIsLight = true
    for (const listener of systemListeners) listener()
  })
  expect(result.current).toBe('light')
})
