import { expect, test } from 'vitest'
import { blockSchema } from '#src/contract/blocks.ts'
import { readBlock } from './block-spec.ts'

const block = (inputs: unknown, more: object = {}) =>
  readBlock(blockSchema.parse({ id: 'b', ...more, spec: { name: 'cropclassification', version: '1.0.0', inputs } }))

test('each kind of input becomes a field', () => {
  const { inputs } = block([
    { name: 'input_image', format: 'raster', type: 'url', properties: { bands: ['B02', 'B08'] } },
    { name: 'series', format: 'raster', properties: { least_dates: 3 } },
    { name: 'zones', format: 'vector' },
    { name: 'start_date', format: 'date', type: 'string', description: 'First day.' },
    {
      name: 'segment_size',
      format: 'number',
      type: 'number',
      value: '12',
      properties: { min: 4, max: 200, integer: true, unit: 'pixels' },
    },
    { name: 'index', format: 'string', value: 'NDVI', properties: { options: ['NDVI', 'SAVI'] } },
    { name: 'expression', format: 'string', value: 'nir / red', properties: { language: 'formula' } },
    { name: 'labelText', format: 'string' },
  ])
  expect(inputs).toEqual([
    { name: 'input_image', label: 'Input image', description: '', kind: 'raster', bands: ['B02', 'B08'] },
    { name: 'series', label: 'Series', description: '', kind: 'raster', bands: [], leastDates: 3 },
    { name: 'zones', label: 'Zones', description: '', kind: 'vector' },
    { name: 'start_date', label: 'Start date', description: 'First day.', kind: 'date' },
    {
      name: 'segment_size',
      label: 'Segment size',
      description: '',
      kind: 'number',
      isInteger: true,
      min: 4,
      max: 200,
      unit: 'pixels',
      fallback: 12,
    },
    {
      name: 'index',
      label: 'Index',
      description: '',
      kind: 'choice',
      options: ['NDVI', 'SAVI'],
      fallback: 'NDVI',
    },
    { name: 'expression', label: 'Expression', description: '', kind: 'formula', fallback: 'nir / red' },
    { name: 'labelText', label: 'Label Text', description: '', kind: 'text' },
  ])
})

test('what the service leaves out or writes in another form loses no block', () => {
  expect(block(undefined)).toEqual({
    name: 'cropclassification',
    version: '1.0.0',
    title: 'Cropclassification',
    description: '',
    notes: [],
    inputs: [],
    outputs: [],
  })
  const odd = block([{ name: 'size', format: 'number', value: 'many', properties: { min: 'low', bands: 7 } }], {
    info: 'By rules.',
    price: 2,
  })
  expect(odd.inputs).toEqual([{ name: 'size', label: 'Size', description: '', kind: 'number', isInteger: false }])
  expect(odd).toMatchObject({ notes: ['By rules.'], unitPrice: 2 })
})
