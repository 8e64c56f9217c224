import { expect, test } from 'vitest'
import { orderIndices } from './order-indices.ts'

const index = (name: string, description = '') => ({ id: name, name, description, expression: 'B1' })
const all = [
  index('ARI', 'Red pigments'),
  index('NDWI', 'Open water'),
  index('NDVI', 'Green plants'),
  index('CRI', 'Pigments in leaves'),
]

test('the usual indices come first, the others by name', () => {
  expect(orderIndices(all, '').map(({ name }) => name)).toEqual(['NDVI', 'NDWI', 'ARI', 'CRI'])
})

test('finds by name and by meaning, in any case', () => {
  expect(orderIndices(all, 'PIGMENTS').map(({ name }) => name)).toEqual(['ARI', 'CRI'])
  expect(orderIndices(all, ' ndv').map(({ name }) => name)).toEqual(['NDVI'])
  expect(orderIndices(all, 'snow')).toEqual([])
})
