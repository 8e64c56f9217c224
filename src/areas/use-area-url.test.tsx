// @vitest-environment jsdom
import { act, cleanup, renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { MemoryRouter, useLocation } from 'react-router'
import { afterEach, expect, test } from 'vitest'
import { areaFromUrl, areaToUrl } from '#src/geo/area-in-url.ts'
import { bboxPolygon } from '#src/geo/bbox-polygon.ts'
import { useAreaUrl } from './use-area-url.ts'

afterEach(cleanup)

const area = bboxPolygon([13, 52.3, 13.3, 52.5])

type Params = { area: string; cloud: number; picked: readonly string[] }
const form = {
  read: (search: URLSearchParams): Params => ({
    area: search.get('area') ?? '',
    cloud: Number(search.get('cloud') ?? 100),
    picked: search.get('picked')?.split(',') ?? [],
  }),
  write: ({ area: text, cloud, picked }: Params): Record<string, string> => ({
    ...(text && { area: text }),
    ...(cloud < 100 && { cloud: String(cloud) }),
    ...(picked.length > 0 && { picked: picked.join(',') }),
  }),
}

function show(search = '') {
  const wrapper = ({ children }: { children: ReactNode }) => (
    <MemoryRouter initialEntries={[`/screen${search}`]}>{children}</MemoryRouter>
  )
  return renderHook(() => ({ ...useAreaUrl(form), search: useLocation().search }), { wrapper }).result
}

test('two changes in one breath both count', () => {
  const url = show()
  act(() => {
    url.current.change({ cloud: 20 })
    url.current.change(({ picked }) => ({ picked: [...picked, 'a/1'] }))
    url.current.change(({ picked }) => ({ picked: [...picked, 'b/2'] }))
  })
  expect(url.current.params).toMatchObject({ cloud: 20, picked: ['a/1', 'b/2'] })
  expect(new URLSearchParams(url.current.search).get('picked')).toBe('a/1,b/2')
})

test('an area that was drawn comes back as the same object, and goes into the address', () => {
  const url = show('?cloud=20')
  act(() => url.current.setArea(area))
  expect(url.current.area).toBe(area)
  expect(url.current.isAreaOwn).toBe(true)
  expect(url.current.search).toBe(`?area=${areaToUrl(area)}&cloud=20`)
  act(() => url.current.setArea(null))
  expect(url.current.area).toBeNull()
  expect(url.current.search).toBe('?cloud=20')
})

test('an area of the address is read, and known as not drawn here', () => {
  const text = areaToUrl(area)
  const url = show(`?area=${text}`)
  expect(url.current.area).toEqual(areaFromUrl(text))
  expect(url.current.isAreaOwn).toBe(false)
  expect(url.current.isAreaUnread).toBe(false)
})

test('an area of the address that makes no sense is told apart from none, until one is drawn', () => {
  const url = show('?area=zzz')
  expect([url.current.area, url.current.isAreaUnread]).toEqual([null, true])
  act(() => url.current.setArea(area))
  expect(url.current.isAreaUnread).toBe(false)
  expect(show('?cloud=20').current.isAreaUnread).toBe(false)
})
