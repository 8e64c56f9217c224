import { afterAll, beforeEach, expect, test } from 'vitest'
import { archiveStart, readArchivePage } from '#src/api/archive-pages.ts'
import { createClient } from '#src/api/client.ts'
import type { SceneCriteria } from '#src/api/scene-criteria.ts'
import { readWindow, windowStart } from '#src/api/window-pages.ts'
import type { Scene } from '#src/contract/stac.ts'
import { box, origin, startDesk } from './sandbox-fixture.ts'

// What each catalogue is asked, by the requests on the wire; the sandbox answers them.
const desk = await startDesk()
afterAll(desk.close)
let sent: Record<string, unknown>[] = []
beforeEach(() => {
  sent = []
})
const client = createClient({
  baseUrl: origin,
  fetch: async (request) => {
    if (request.method === 'POST') sent.push((await request.clone().json()) as Record<string, unknown>)
    return desk.fetch(request)
  },
})
const { satellites } = await client.satellites.listSatellites()
const criteria: SceneCriteria = {
  area: box([-12, 34, 40, 70]),
  fromMs: Date.parse('2025-01-01T00:00:00Z'),
  toMs: Date.parse('2025-12-31T23:59:59.999Z'),
  collections: ['sentinel-2-l2a', 'pixxel-ff-l2a'],
  cloudUpTo: 30,
  offNadirUpTo: 8,
  sunElevationFrom: 35,
  order: 'newest',
}
const figure = (scenes: readonly Scene[], name: 'eo:cloud_cover' | 'view:off_nadir' | 'view:sun_elevation') =>
  scenes.map(({ properties }) => properties[name]!)

test('the archive is asked by all filters in its own way', async () => {
  const { scenes } = await readArchivePage(client, criteria, archiveStart)
  expect(sent).toMatchObject([
    {
      datetime: '2025-01-01T00:00:00.000Z/2025-12-31T23:59:59.999Z',
      collections: ['sentinel-2-l2a', 'pixxel-ff-l2a'],
      query: {
        'eo:cloud_cover': { lt: 30.001 },
        'view:off_nadir': { lt: 8.001 },
        'view:sun_elevation': { gt: 34.999 },
      },
    },
  ])
  expect(scenes.length).toBeGreaterThan(5)
  expect(Math.max(...figure(scenes, 'eo:cloud_cover'))).toBeLessThanOrEqual(30)
  expect(Math.max(...figure(scenes, 'view:off_nadir'))).toBeLessThanOrEqual(8)
  expect(Math.min(...figure(scenes, 'view:sun_elevation'))).toBeGreaterThanOrEqual(35)
})

test('the search for analysis is asked by what all of the collections can be filtered by', async () => {
  const filters = async (known: typeof satellites) => {
    sent = []
    await readWindow(client, criteria, known, windowStart)
    return (sent[0] as { filters?: { id: string }[] }).filters?.map(({ id }) => id) ?? []
  }
  expect(await filters(satellites)).toEqual(['eo:cloud_cover', 'view:off_nadir', 'view:sun_elevation'])
  const poorer = satellites.map((satellite) => ({
    ...satellite,
    collections: satellite.collections.map((collection) =>
      collection.id === 'sentinel-2-l2a' ? { ...collection, queryables: ['eo:cloud_cover'] } : collection,
    ),
  }))
  expect(await filters(poorer)).toEqual(['eo:cloud_cover'])
  const poorest = poorer.map((satellite) => ({
    ...satellite,
    collections: satellite.collections.map((collection) => ({ ...collection, queryables: [] })),
  }))
  expect(await filters(poorest)).toEqual([])
})

test('where cloud can not be asked for, the clearest are read by date, and nobody is made to wait for them', async () => {
  const blind = satellites.map((satellite) => ({
    ...satellite,
    collections: satellite.collections.map((collection) => ({ ...collection, queryables: [] })),
  }))
  const page = await readWindow(client, { ...criteria, order: 'clearest' }, blind, windowStart)
  expect(page.reached).toBeNull()
  expect(sent[0]).not.toHaveProperty('filters')
})

test('collections that no satellite has are not asked for', async () => {
  expect(await readWindow(client, { ...criteria, collections: ['none'] }, satellites, windowStart)).toEqual({
    scenes: [],
    reached: null,
    next: null,
  })
  expect(sent).toEqual([])
})
