// @vitest-environment jsdom
import { act, cleanup, render } from '@testing-library/react'
import { useEffect } from 'react'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { readPicture, writePicture, type Picture } from './picture-search-params.ts'
import { useInAddress } from './use-in-address.ts'

const how = { read: readPicture, write: writePicture }

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

/** The desk's picture under a router whose navigations can be held back, as a busy machine does. */
function start(address: string) {
  let now: [Picture, (change: (picture: Picture) => Picture) => void] | undefined
  const waiting: (() => void)[] = []
  let isBusy = false
  function Screen() {
    const used = useInAddress(how)
    useEffect(() => {
      now = used
    })
    return null
  }
  const loader = () => (isBusy ? new Promise<null>((done) => waiting.push(() => done(null))) : null)
  const router = createMemoryRouter([{ path: '/desk', element: <Screen />, loader, shouldRevalidate: () => true }], {
    initialEntries: [address],
  })
  render(<RouterProvider router={router} />)
  return {
    router,
    ready: () => act(async () => undefined),
    picture: () => now![0],
    change: (change: Partial<Picture>) => act(async () => now![1]((picture) => ({ ...picture, ...change }))),
    rest: () => act(async () => void vi.advanceTimersByTime(300)),
    setBusy: (busy: boolean) => (isBusy = busy),
    /** Lets the navigation that has waited the longest go through. */
    release: () => act(async () => waiting.shift()?.()),
    search: () => router.state.location.search,
  }
}

test('a change shows at once and is in the address when the hand rests', async () => {
  const desk = start('/desk?opacity=50')
  await desk.ready()
  await desk.change({ f: 'nir' })
  await desk.change({ f: 'nir - red' })
  expect(desk.picture()).toMatchObject({ f: 'nir - red', opacity: 50 })
  expect(desk.search()).toBe('?opacity=50')
  await desk.rest()
  expect(desk.search()).toBe('?opacity=50&f=nir+-+red')
})

test('a change made while the address is still being written is not lost', async () => {
  const desk = start('/desk')
  await desk.ready()
  desk.setBusy(true)
  await desk.change({ show: 'formula' })
  await desk.rest()
  await desk.change({ f: 'nir' })
  await desk.release()
  expect(desk.picture()).toMatchObject({ show: 'formula', f: 'nir' })
  desk.setBusy(false)
  await desk.rest()
  expect(desk.search()).toBe('?show=formula&f=nir')
  expect(desk.picture()).toMatchObject({ show: 'formula', f: 'nir' })
})

test('an older write that comes by late changes nothing', async () => {
  const desk = start('/desk')
  await desk.ready()
  await desk.change({ show: 'band' })
  await desk.rest()
  await desk.change({ show: 'formula', f: 'nir' })
  await desk.rest()
  await act(async () => void desk.router.navigate('/desk?show=band', { replace: true }))
  expect(desk.picture()).toMatchObject({ show: 'formula', f: 'nir' })
  await desk.rest()
  expect(desk.search()).toBe('?show=formula&f=nir')
})

test('a link is followed, also over a change that is not in the address yet', async () => {
  const desk = start('/desk?f=nir')
  await desk.ready()
  await desk.change({ f: 'red' })
  await act(async () => void desk.router.navigate('/desk?f=green'))
  expect(desk.picture().f).toBe('green')
  await desk.rest()
  expect(desk.search()).toBe('?f=green')
})

test('another part of the desk that writes its own words takes none of a change', async () => {
  const desk = start('/desk')
  await desk.ready()
  await desk.change({ f: 'nir' })
  await act(async () => void desk.router.navigate('/desk?spectra=1', { replace: true }))
  expect(desk.picture().f).toBe('nir')
  await desk.rest()
  expect(desk.search()).toBe('?spectra=1&f=nir')
})
