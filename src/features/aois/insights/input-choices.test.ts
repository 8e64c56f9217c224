import { expect, test } from 'vitest'
import type { Asset } from '#src/contract/assets.ts'
import type { Insight } from '#src/contract/insights.ts'
import { sentinel2Bands } from '#src/formula/satellite-bands.ts'
import { inputChoices } from './input-choices.ts'

const mosaic = (id: string, date: string, change: Partial<Asset> = {}): Asset => ({
  id,
  date,
  name: `Scene of ${id}`,
  asset_type: 'mosaic',
  status: 'success',
  path: `https://x/${id}.tif`,
  ...change,
})

test('ready pictures come first, the newest on top, then rasters and polygons of finished insights', () => {
  const insight = (id: string, change: Partial<Insight> = {}): Insight => ({
    id,
    name: 'Components of May',
    status: 'completed',
    output: [
      { name: 'components', format: 'raster', value: 'https://x/c.tif', properties: { bands: [{ name: 'PC1' }] } },
      { name: 'variance', format: 'table', value: 'https://x/v.csv' },
      { name: 'segments', format: 'vector', asset_source: { id, type: 'insight', output: 'segments' } },
    ],
    ...change,
  })
  const choices = inputChoices(
    [
      mosaic('a', '2026-05-01'),
      mosaic('b', '2026-07-01T00:00:00Z', { band_list: ['B04', 'own'] }),
      mosaic('c', '2026-08-01', { status: 'creating' }),
      mosaic('d', '2026-08-01', { asset_type: 'visualization' }),
    ],
    [insight('i'), insight('j', { status: 'running' }), insight('k', { deleted_at: '2026-01-01' })],
    sentinel2Bands,
  )
  expect(choices.map(({ id }) => id)).toEqual(['asset b', 'asset a', 'insight i components', 'insight i segments'])
  expect(choices[0]).toMatchObject({
    label: '2026-07-01',
    bands: [{ name: 'B04', wavelengthNm: 665 }, { name: 'own' }],
    data: { asset_source: { id: 'b', type: 'raw_mosaic' } },
  })
  expect(choices[1]!.bands).toBe(sentinel2Bands)
  expect(choices[2]).toMatchObject({
    label: 'Components',
    description: 'Components of May',
    bands: [{ name: 'PC1' }],
    data: { value: 'https://x/c.tif', asset_source: { id: 'i', type: 'insight', output: 'components' } },
  })
})
