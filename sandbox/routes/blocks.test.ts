import { afterAll, beforeAll, expect, test } from 'vitest'
import { readDataTypes } from '#src/contract/data-type.ts'
import type { Block } from '#src/contract/blocks.ts'
import { openTestSandbox } from '#sandbox/sandbox-for-tests.ts'
import type { TestSandbox } from '#sandbox/sandbox-for-tests.ts'

type Blocks = { blocks: Block[] }
let desk: TestSandbox
beforeAll(async () => (desk = await openTestSandbox({ scenes: 5 })), 60_000)
afterAll(() => desk.end())

const names = (answer: Blocks) => answer.blocks.map(({ spec }) => spec.name)

test('blocks are listed by mode, with inputs a form can be made of', async () => {
  const all = await desk.call<Blocks>('GET', '/v0/blocks')
  const insights = await desk.call<Blocks>('GET', '/v0/blocks?mode=insight')
  const workflows = await desk.call<Blocks>('GET', '/v0/blocks?mode=workflow')
  expect(names(workflows.body)).toContain('zonalstatistics')
  expect(names(insights.body)).not.toContain('zonalstatistics')
  expect(all.body.blocks.length).toBeGreaterThanOrEqual(10)
  for (const { spec, price, block_status: status } of all.body.blocks) {
    expect(status).toBe('released')
    expect(price).toBeGreaterThan(0)
    const inputs = readDataTypes(spec.inputs)
    expect(inputs.some(({ format }) => format === 'raster')).toBe(true)
    for (const { format, value, properties } of inputs) {
      if (format !== 'number') continue
      expect(Number(value)).toBeGreaterThanOrEqual(properties!['min'] as number)
      expect(Number(value)).toBeLessThanOrEqual(properties!['max'] as number)
    }
    expect(readDataTypes(spec.outputs).length).toBeGreaterThan(0)
  }
  const water = all.body.blocks.find(({ spec }) => spec.name === 'waterquality')!
  expect(water.spec.supported_collections_id).toContain('sentinel-2-l2a')
  expect(water.spec.supported_collections_id).not.toContain('landsat-c2-l2')
})

test('one block by name, one version of it; unknown ones are not found', async () => {
  expect(names((await desk.call<Blocks>('GET', '/v0/blocks/landcover')).body)).toEqual(['landcover'])
  const version = await desk.call<Block>('GET', '/v0/blocks/landcover/versions/1.0.0')
  expect(version.body.spec.title).toBe('Land cover')
  for (const path of ['/v0/blocks/none', '/v0/blocks/landcover/versions/9.9.9', '/v0/blocks/none/versions/1.0.0']) {
    expect((await desk.call('GET', path)).status, path).toBe(404)
  }
  expect((await desk.call('GET', '/v0/blocks?mode=batch')).status).toBe(400)
})

test("the guide's two paths answer lists, filtered by name and version", async () => {
  const insights = await desk.call<Blocks>('GET', '/v0/blocks/insights')
  expect(names(insights.body)).toEqual(names((await desk.call<Blocks>('GET', '/v0/blocks?mode=insight')).body))
  const one = await desk.call<Blocks>('GET', '/v0/blocks/workflows?name=zonalstatistics&version=1.0.0')
  expect(names(one.body)).toEqual(['zonalstatistics'])
  expect((await desk.call<Blocks>('GET', '/v0/blocks/insights?name=zonalstatistics')).body.blocks).toEqual([])
  expect((await desk.call<Blocks>('GET', '/v0/blocks/insights?name=landcover&version=2.0.0')).body.blocks).toEqual([])
})
