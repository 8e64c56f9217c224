// @vitest-environment jsdom
import { act, cleanup, render, waitFor } from '@testing-library/react'
import { StrictMode } from 'react'
import { createBrowserRouter, Outlet, RouterProvider, useSearchParams } from 'react-router'
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { fakeHost } from './fake-map.ts'
import { MapCanvas } from './map-canvas.tsx'
import { createMapHost, type MapHost } from './map-host.ts'
import { MapProvider } from './map-provider.tsx'

const noPreference = { matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }

beforeEach(() => {
  window.history.replaceState(null, '', '/')
  vi.stubGlobal('matchMedia', () => noPreference)
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

function app(host: MapHost) {
  const Shell = () => {
    const isLight = useSearchParams()[0].has('light')
    return (
      <MapProvider host={host}>
        <MapCanvas theme={isLight ? 'light' : 'dark'} />
        <Outlet />
      </MapProvider>
    )
  }
  const children = [
    { index: true, element: 'home' },
    { path: 'aois', element: 'areas' },
  ]
  const router = createBrowserRouter([{ path: '/', Component: Shell, children }])
  onTestFinished(() => router.dispose())
  const view = render(
    <StrictMode>
      <RouterProvider router={router} />
    </StrictMode>,
  )
  return { router, view }
}

test('one map is made, also under StrictMode and across navigation', async () => {
  const { host, made } = fakeHost()
  const { router } = app(host)
  await waitFor(() => expect(host.getState().map).not.toBeNull())
  await act(() => router.navigate('/aois'))
  expect(made).toHaveLength(1)
  expect(made[0]?.calls).not.toContain('remove')
  expect(document.querySelectorAll('.swath-map-host')).toHaveLength(1)
})

test('the map ends with the canvas', async () => {
  const { host, made } = fakeHost()
  const { view } = app(host)
  await waitFor(() => expect(host.getState().map).not.toBeNull())
  view.unmount()
  await waitFor(() => expect(made[0]?.calls).toContain('remove'))
  expect(host.getState().map).toBeNull()
})

test('the theme is changed in place, without a new style', async () => {
  const { host, made } = fakeHost()
  const { router } = app(host)
  await waitFor(() => expect(host.getState().map).not.toBeNull())
  await act(() => router.navigate('/aois?light'))
  expect(made[0]?.calls.some((call) => call.startsWith('paint ground/0/sea background-color'))).toBe(true)
  expect(host.getState()).toMatchObject({ styleRevision: 1, theme: 'light' })
})

test('says so where there is no WebGL', async () => {
  const host = createMapHost(() => Promise.reject(new Error('WebGL 2 is not available.')))
  const { view } = app(host)
  await waitFor(() => expect(view.getByRole('alert').textContent).toContain('WebGL 2 is not available.'))
})

test('navigation keeps the camera in the URL and the state of the router', async () => {
  const { host } = fakeHost()
  const { router } = app(host)
  await waitFor(() => expect(window.location.hash).toBe('#map=4/50.000/10.000'))
  await act(() => router.navigate('/aois?project=7'))
  expect(window.location.pathname + window.location.search + window.location.hash).toBe(
    '/aois?project=7#map=4/50.000/10.000',
  )
  expect(window.history.state).toHaveProperty('idx', 1)
})

test('a moved map rewrites the hash without a new entry in the history', async () => {
  const { host, made } = fakeHost()
  app(host)
  await waitFor(() => expect(host.getState().map).not.toBeNull())
  const entries = window.history.length
  act(() => made[0]?.jumpTo({ center: [-70, -33], zoom: 6 }))
  await waitFor(() => expect(window.location.hash).toBe('#map=6/-33.0000/-70.0000'))
  expect(window.history.length).toBe(entries)
})

test('going back leaves the map where it is', async () => {
  const { host, made } = fakeHost()
  const { router } = app(host)
  await waitFor(() => expect(window.location.hash).toBe('#map=4/50.000/10.000'))
  await act(() => router.navigate('/aois'))
  act(() => made[0]?.jumpTo({ center: [-70, -33], zoom: 6 }))
  await waitFor(() => expect(window.location.hash).toBe('#map=6/-33.0000/-70.0000'))
  await act(() => router.navigate(-1))
  await waitFor(() => expect(window.location.pathname + window.location.hash).toBe('/#map=6/-33.0000/-70.0000'))
  expect(made[0]?.camera.zoom).toBe(6)
})

test('a hash typed by hand moves the map', async () => {
  const { host, made } = fakeHost()
  app(host)
  await waitFor(() => expect(window.location.hash).toBe('#map=4/50.000/10.000'))
  act(() => {
    window.location.hash = '#map=9/1/2'
  })
  await waitFor(() => expect(made[0]?.camera).toMatchObject({ center: { lng: 2, lat: 1 }, zoom: 9 }))
})
