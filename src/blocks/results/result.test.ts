import { expect, test } from 'vitest'
import { isOnMap, readResults } from './result.ts'

test('classes, bands and figures are read; what is odd is left out', () => {
  const [cover, index, table] = readResults([
    {
      id: 'o1',
      name: 'land_cover',
      format: 'raster',
      value: 'https://files/x.tif?s=1',
      properties: {
        nodata: 0,
        threshold: 0.12,
        classes: [
          { value: 1, label: 'Water', color: '#419bdf', area: 900, area_percentage: 75 },
          { value: 2 },
          { label: 'no number' },
        ],
      },
    },
    { name: 'index', format: 'raster', properties: { bands: [{ name: 'value', description: 'NDVI' }, 3] } },
    { name: 'class_areas', format: 'csv', value: 'https://files/a.csv' },
  ])
  expect(cover).toMatchObject({
    id: 'o1',
    label: 'Land cover',
    kind: 'raster',
    figures: [{ label: 'Threshold', value: 0.12 }],
    classes: [
      { value: 1, label: 'Water', colour: '#419bdf', areaM2: 900, percent: 75 },
      { value: 2, label: 'Class 2', colour: '#808080' },
    ],
  })
  expect(index).toMatchObject({ id: 'index', bands: [{ name: 'value', description: 'NDVI' }], classes: [] })
  expect(table!.kind).toBe('table')
  expect([cover, index, table].map((result) => isOnMap(result!))).toEqual([true, false, false])
  expect(readResults('soon')).toEqual([])
})
