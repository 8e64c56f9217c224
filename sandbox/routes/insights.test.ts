import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DataType } from '#src/contract/data-type.ts'
import type { Insight } from '#src/contract/insights.ts'
import { openTestSandbox } from '#sandbox/sandbox-for-tests.ts'
import type { TestSandbox } from '#sandbox/sandbox-for-tests.ts'
import { preparedAoi } from './aoi-for-tests.ts'
import type { Mosaic } from './aoi-for-tests.ts'

type Refusal = { error: { message: string; details?: { fields?: { field: string; reason: string }[] } } }
let desk: TestSandbox
let aoi: string
let project: string
let mosaics: Mosaic[]

beforeAll(async () => {
  desk = await openTestSandbox()
  const made = await preparedAoi(desk)
  aoi = made.aoiId
  project = made.projectId
  mosaics = made.mosaics
}, 60_000)
afterAll(() => desk.end())

const picture = (name = 'input_image', place = -1): DataType => ({
  name,
  format: 'raster',
  type: 'url',
  asset_source: { id: mosaics.at(place)!.id, type: 'raw_mosaic' },
})
const ask = <Answer>(block: string, input: DataType[], more: object = {}) =>
  desk.call<Answer>('POST', `/v0/aoi/${aoi}/insights`, { block: { name: block, version: '1.0.0' }, input, ...more })
const find = async (query: string) =>
  (await desk.call<{ insights: Insight[] }>('GET', `/v0/aoi/${aoi}/insights${query}`)).body.insights

async function run(block: string, input: DataType[], more: object = {}): Promise<Insight> {
  const made = await ask<{ id: string }>(block, input, more)
  expect(made.status, made.text).toBe(201)
  await desk.sandbox.queue.settled()
  return (await find(`?id=${made.body.id}`))[0]!
}

async function download(path: string, body?: unknown): Promise<Record<string, Uint8Array>> {
  const asked = await desk.call<{ id: string; signed_url: string | null; status: string }>('PUT', path, body)
  expect(asked.status, asked.text).toBe(200)
  await desk.sandbox.queue.settled()
  const ready = await desk.call<{ id: string; signed_url: string; status: string }>('PUT', path, body)
  expect(ready.body).toMatchObject({ id: asked.body.id, status: 'success' })
  const file = await desk.fetch(new Request(ready.body.signed_url))
  expect(file.status).toBe(200)
  return unzipSync(new Uint8Array(await file.arrayBuffer()))
}

test('an estimate costs nothing and runs nothing; its figure is what the run then costs', async () => {
  const before = (await find('')).length
  const estimate = await ask<{ estimate: number }>('landcover', [picture()], { estimate: true })
  expect(estimate.status).toBe(200)
  expect(await find('')).toHaveLength(before)
  const done = await run('landcover', [picture()], { name: 'Cover of spring', metadata: { purpose: 'test' } })
  expect(done).toMatchObject({
    name: 'Cover of spring',
    status: 'completed',
    progress: 100,
    cost: estimate.body.estimate,
    err_msg: null,
  })
  expect(done.metadata).toMatchObject({ purpose: 'test', block: 'landcover' })
  const [raster] = done.output as DataType[]
  const classes = raster!.properties!['classes'] as { area_percentage: number }[]
  expect(classes.reduce((sum, { area_percentage: share }) => sum + share, 0)).toBeCloseTo(100, 6)
  const file = await desk.fetch(new Request(raster!.value!))
  expect(file.headers.get('content-type')).toBe('image/tiff')
})

test('a series costs more than one picture', async () => {
  const cost = async (block: string) =>
    (await ask<{ estimate: number }>(block, [picture()], { estimate: true })).body.estimate
  const wide = await preparedAoi(desk, { name: 'Wide', halfDegrees: 0.02 })
  const one = await desk.call<{ estimate: number }>('POST', `/v0/aoi/${wide.aoiId}/insights`, {
    block: { name: 'gapfilledndvi', version: '1.0.0' },
    input: [{ name: 'input_image', asset_source: { id: wide.mosaics[0]!.id } }],
    estimate: true,
  })
  expect(one.body.estimate).toBeGreaterThan(await cost('gapfilledndvi'))
})

test('the output of one insight is the input of the next; a scene may be named by its STAC address', async () => {
  const components = await run('principalcomponents', [picture()])
  const [raster] = components.output as DataType[]
  const groups = await run('imageclustering', [
    { name: 'input_image', format: 'raster', asset_source: raster!.asset_source, value: raster!.value },
    { name: 'clusters', value: '3' },
  ])
  expect(groups.status).toBe('completed')
  expect(((groups.output as DataType[])[0]!.properties!['classes'] as unknown[]).length).toBe(3)

  const scenes = await desk.sandbox.database.query
    .selectFrom('assets')
    .select('scene_id')
    .where('id', '=', mosaics[0]!.id)
    .executeTakeFirstOrThrow()
  const byAddress = await run('spectralindex', [
    { name: 'input_image', stac_url: `https://stac.example/collections/sentinel-2-l2a/items/${scenes.scene_id}` },
  ])
  const byAsset = await run('spectralindex', [picture('input_image', 0)])
  const statistics = (insight: Insight) => (insight.output as DataType[])[0]!.properties!['statistics']
  expect(statistics(byAddress)).toEqual(statistics(byAsset))
})

test('lists filter by state, day and person', async () => {
  await run('spectralindex', [picture()])
  expect((await find('?status=completed')).length).toBeGreaterThan(0)
  expect(await find('?status=failed')).toEqual([])
  const today = new Date(desk.clock.nowMs()).toISOString()
  expect((await find(`?created_on=${today.slice(0, 10)}`)).length).toBeGreaterThan(0)
  expect(await find('?created_on=2020-01-01T00:00:00Z')).toEqual([])
  expect(await find('?created_by=someone')).toEqual([])
  expect((await desk.call('GET', `/v0/aoi/${aoi}/insights?created_on=yesterday`)).status).toBe(400)
  expect((await desk.call('GET', '/v0/aoi/none/insights')).status).toBe(400)
})

test('downloads hold all outputs, or those chosen with the inputs asked for', async () => {
  const done = await run('landcover', [picture()])
  const path = `/v0/aoi/${aoi}/insights/${done.id}/download`
  expect(Object.keys(await download(path)).toSorted()).toEqual(['class_areas.csv', 'land_cover.tif'])
  const table = (done.output as DataType[]).find(({ format }) => format === 'table')!
  const chosen = await download(path, { outputs: [table['id'] as string], inputs: [mosaics.at(-1)!.id] })
  expect(Object.keys(chosen)).toHaveLength(2)
  expect(new TextDecoder().decode(chosen['class_areas.csv'])).toMatch(/^class,label,pixels/)
  expect(Object.keys(chosen).some((name) => /^inputs\/.*\.tif$/.test(name))).toBe(true)
  expect((await desk.call('PUT', path, { outputs: ['none'] })).status).toBe(400)
  expect((await desk.call('PUT', `/v0/aoi/${aoi}/insights/none/download`)).status).toBe(400)
})

test('deleting hides an insight and says when; it needs the right project', async () => {
  const done = await run('spectralindex', [picture()])
  const path = `/v0/aoi/${aoi}/insights/${done.id}`
  expect((await desk.call('DELETE', path)).status).toBe(400)
  expect((await desk.call('DELETE', `${path}?project_id=other`)).status).toBe(400)
  const deleted = await desk.call('DELETE', `${path}?project_id=${project}`)
  expect(deleted).toMatchObject({ status: 200, text: '' })
  expect((await find('')).some(({ id }) => id === done.id)).toBe(false)
  expect((await find(`?id=${done.id}`))[0]?.deleted_at).toMatch(/^\d{4}-/)
  expect((await desk.call('DELETE', `${path}?project_id=${project}`)).status).toBe(400)
  expect((await desk.call('PUT', `${path}/download`)).status).toBe(400)
})

describe('what can not run is refused with the field', () => {
  const refused: [string, string, () => DataType[], RegExp][] = [
    ['no picture', 'landcover', () => [], /^input\.input_image: Choose a picture/],
    [
      'a picture that is not there',
      'landcover',
      () => [{ name: 'input_image', asset_source: { id: 'none' } }],
      /^input\.input_image: Neither/,
    ],
    [
      'an input the block has not',
      'landcover',
      () => [picture(), { name: 'clusters', value: '2' }],
      /^input\[1\]\.name: .*has no input/,
    ],
    ['the same input twice', 'landcover', () => [picture(), picture()], /given twice/],
    [
      'a number too large',
      'imageclustering',
      () => [picture(), { name: 'clusters', value: '99' }],
      /^input\.clusters: Give a whole number from 2 to 20/,
    ],
    ['half a group', 'imageclustering', () => [picture(), { name: 'clusters', value: '2.5' }], /^input\.clusters/],
    ['words for a number', 'imageclustering', () => [picture(), { name: 'seed', value: 'seven' }], /^input\.seed/],
    [
      'an unknown choice',
      'cropstress',
      () => [picture(), { name: 'index', value: 'NDXX' }],
      /^input\.index: Choose one of NDRE/,
    ],
    [
      'a broken formula',
      'spectralindex',
      () => [picture(), { name: 'expression', value: '(nir - red' }],
      /^input\.expression/,
    ],
    [
      'a band that the sensor lacks',
      'spectralindex',
      () => [picture(), { name: 'expression', value: 'R1000 / red' }],
      /^input\.expression: .*1000 nm/,
    ],
    [
      'a day that does not exist',
      'gapfilledndvi',
      () => [picture(), { name: 'start_date', value: '2026-02-31' }],
      /^input\.start_date/,
    ],
    [
      'a period without pictures',
      'gapfilledndvi',
      () => [picture(), { name: 'start_date', value: '2031-01-01' }],
      /^input\.input_image: At least 3 dates/,
    ],
    ['a block of workflows', 'zonalstatistics', () => [picture()], /workflows only/],
    ['an unknown block', 'none', () => [picture()], /^block: There is no block/],
  ]
  test.each(refused)('%s', async (_, block, input, message) => {
    const answer = await ask<Refusal>(block, input(), { estimate: true })
    expect(answer.status).toBe(400)
    expect(answer.body.error.message).toMatch(message)
  })

  test('another project, an unknown AOI, a satellite without the bands', async () => {
    expect((await ask<Refusal>('landcover', [picture()], { project_id: 'other' })).body.error.message).toMatch(
      /^project_id/,
    )
    expect(
      (await desk.call('POST', '/v0/aoi/none/insights', { block: { name: 'landcover', version: '1.0.0' }, input: [] }))
        .status,
    ).toBe(400)
    const landsat = await preparedAoi(desk, { collection: 'landsat-c2-l2', name: 'Landsat area', scenes: 1 })
    const answer = await desk.call<Refusal>('POST', `/v0/aoi/${landsat.aoiId}/insights`, {
      block: { name: 'waterquality', version: '1.0.0' },
      input: [{ name: 'input_image', asset_source: { id: landsat.mosaics[0]!.id } }],
    })
    expect(answer.body.error.message).toMatch(/Landsat 8-9 can not serve this block\. .*708 nm/)
  })

  test('a run that fails says why, and has no files', async () => {
    const broken = await run('spectralindex', [picture(), { name: 'expression', value: 'red * 0 / 0' }])
    expect(broken.status).toBe('failed')
    expect(broken.err_msg).toBe('the formula has no value at any pixel')
    expect((await desk.call('PUT', `/v0/aoi/${aoi}/insights/${broken.id}/download`)).status).toBe(400)
  })
})

test('an insight that a killed process left is computed after the next start', async () => {
  const first = await openTestSandbox({ scenes: 300 })
  const made = await preparedAoi(first, { scenes: 1 })
  const input = [{ name: 'input_image', asset_source: { id: made.mosaics[0]!.id } }]
  const { body } = await first.call<{ id: string }>('POST', `/v0/aoi/${made.aoiId}/insights`, {
    block: { name: 'landcover', version: '1.0.0' },
    input,
  })
  await first.sandbox.queue.settled()
  // As a kill in the middle leaves it: work that runs, an insight half done, no files.
  await first.sandbox.database.query
    .updateTable('insights')
    .set({ status: 'running', progress: 40, output_json: '[]' })
    .where('id', '=', body.id)
    .execute()
  await first.sandbox.database.query
    .updateTable('work')
    .set({ state: 'running' })
    .where('subject_id', '=', body.id)
    .execute()
  await first.close()
  const second = await openTestSandbox({ folder: first.folder })
  await second.sandbox.queue.settled()
  const list = await second.call<{ insights: Insight[] }>('GET', `/v0/aoi/${made.aoiId}/insights?id=${body.id}`)
  expect(list.body.insights[0]).toMatchObject({ status: 'completed', progress: 100 })
  await second.end()
})
