import { expect, test } from 'vitest'
import type { Insight } from '#src/contract/insights.ts'
import { runMetadata } from './insight-block.ts'
import { madeBy, runningTwin } from './same-run.ts'

const block = { name: 'imageclustering', version: '1.0.0' }
const picture = { name: 'input_image', asset_source: { id: 'a', type: 'raw_mosaic' } }
const running: Insight = {
  id: 'i',
  status: 'running',
  input: [
    { ...picture, format: 'raster', properties: { required: true } },
    { name: 'clusters', value: '6' },
    { name: 'seed', value: '1' },
  ],
  metadata: runMetadata(block, 'r1'),
}

test('the same block with the same inputs is found while it runs, defaults filled in by the service or not', () => {
  const input = [picture, { name: 'clusters', value: '6' }]
  expect(runningTwin({ block, input }, [running])).toBe(running)
  expect(runningTwin({ block, input }, [{ ...running, status: 'completed' }])).toBeUndefined()
  expect(runningTwin({ block: { ...block, version: '2.0.0' }, input }, [running])).toBeUndefined()
  expect(runningTwin({ block, input: [picture, { name: 'clusters', value: '7' }] }, [running])).toBeUndefined()
  const other = { ...picture, asset_source: { id: 'b', type: 'raw_mosaic' } }
  expect(runningTwin({ block, input: [other] }, [running])).toBeUndefined()
})

test('what a request made is told by its mark', () => {
  expect(madeBy('r1', [{ ...running, metadata: null }, running])).toBe(running)
  expect(madeBy('r2', [running])).toBeUndefined()
})
