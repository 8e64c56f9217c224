import { expect, test } from 'vitest'
import { readDataTypes } from './data-type.ts'

const image = {
  name: 'input_image',
  format: 'raster',
  type: 'url',
  properties: { bands: ['B02', 'B03'] },
  asset_source: { id: 'asset-1', type: 'raw_mosaic' },
}

test('data types are read from a list and keep what is not known', () => {
  expect(readDataTypes([{ ...image, unit: 'm' }])).toEqual([{ ...image, unit: 'm' }])
})

test('data types are read from an object by name', () => {
  const { name, ...unnamed } = image
  expect(readDataTypes({ [name]: unnamed })).toEqual([image])
})

test('what is no data type is left out', () => {
  expect(readDataTypes([123, null, { format: 'raster' }, image])).toEqual([image])
  expect(readDataTypes({ a: 1 })).toEqual([])
  expect(readDataTypes('{}')).toEqual([])
  expect(readDataTypes(undefined)).toEqual([])
})
