import { afterAll, describe, expect, test } from 'vitest'
import { satelliteOf } from './havel-aoi.ts'
import { none, refusalOf, startDesk } from './sandbox-fixture.ts'

const desk = await startDesk()
const { api } = desk
afterAll(desk.close)

describe('indices', () => {
  test('come with a library for each satellite, paged and filtered', async () => {
    const { id } = await satelliteOf(desk, 'sentinel-2-l2a')
    const list = (query: object) => api.indices.listIndices({ query: { satellite_id: id, limit: 500, ...query } })
    const { indices, pagination } = await list({})
    expect(pagination!.total).toBe(indices.length)
    expect(indices.length).toBeGreaterThan(20)
    expect(new Set(indices.map(({ satellite_id: of }) => of))).toEqual(new Set([id]))
    expect((await list({ limit: 3, offset: 2 })).indices).toEqual(indices.slice(2, 5))
    const composites = (await list({ expression_type: 'composite' })).indices
    expect(composites.length).toBeGreaterThan(2)
    expect(new Set(composites.map(({ expression_type: type }) => type))).toEqual(new Set(['composite']))
    expect((await list({ type: 'custom' })).indices).toEqual([])
    const ndvi = indices.find(({ name }) => name === 'NDVI')!
    expect((await list({ index_id: ndvi.id })).indices).toEqual([ndvi])
    expect((await desk.ask('GET', '/v0/indices?type=mine')).status).toBe(400)
  })

  test('of one’s own are kept, with the bands they read', async () => {
    const { id } = await satelliteOf(desk, 'sentinel-2-l2a')
    const body = {
      name: 'Ufer/Ω',
      description: '',
      expression: '(B03 - B08) / (B03 + B08)',
      expression_type: 'index' as const,
      colormap: 'viridis',
      rescale: [-0.5, 0.5],
      satellite_id: id,
    }
    const made = await api.indices.createIndex({ body })
    expect(made).toMatchObject({ type: 'custom', bands: ['B03', 'B08'], rescale: [-0.5, 0.5] })
    expect((await api.indices.listIndices({ query: { type: 'custom' } })).indices).toEqual([made])
    expect(await refusalOf(api.indices.createIndex({ body }))).toMatchObject({ status: 409 })
  })

  test.each([
    ['a band that the satellite lacks', { expression: 'B99 / B03' }, 'expression', /B99.*character 1/],
    ['half a formula', { expression: '(B03 - B08' }, 'expression', /character/],
    ['a composite of two', { expression: '[B04, B03]', expression_type: 'composite' as const }, 'expression', /./],
    ['a range upside down', { rescale: [1, 0] }, 'rescale', /below/],
    ['a colour map that there is not', { colormap: 'sunset' }, 'colormap', /sunset/],
    ['a satellite that there is not', { satellite_id: none }, 'satellite_id', /none|No satellite/],
  ])('with %s are refused', async (_, change, field, reason) => {
    const { id } = await satelliteOf(desk, 'sentinel-2-l2a')
    const body = {
      name: 'Bad',
      description: '',
      expression: 'B03',
      expression_type: 'index' as const,
      colormap: 'viridis',
      rescale: [0, 1],
      satellite_id: id,
      ...change,
    }
    const error = await refusalOf(api.indices.createIndex({ body }))
    expect(error.status).toBe(400)
    const { fields } = error.details as { fields: { field: string; reason: string }[] }
    expect(fields[0]!.field).toBe(field)
    expect(fields[0]!.reason).toMatch(reason)
  })
})
