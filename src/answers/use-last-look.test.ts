// @vitest-environment jsdom
import { cleanup, renderHook } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { useLastLook } from './use-last-look.ts'

afterEach(cleanup)

test('it is asked for once more each time that growing ends, and at no other time', () => {
  const refetch = vi.fn()
  const { rerender } = renderHook(({ isGrowing }) => useLastLook(isGrowing, refetch), {
    initialProps: { isGrowing: false },
  })
  const looksAfter = (isGrowing: boolean) => {
    rerender({ isGrowing })
    return refetch.mock.calls.length
  }
  expect([false, true, true, false, false, true, false].map(looksAfter)).toEqual([0, 0, 0, 1, 1, 1, 2])
})
