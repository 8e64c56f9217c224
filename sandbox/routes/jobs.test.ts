import { unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import type { DataType } from '#src/contract/data-type.ts'
import type { Job } from '#src/contract/jobs.ts'
import type { Workflow } from '#src/contract/workflows.ts'
import { stableId } from '#sandbox/database/stable-id.ts'
import { openTestSandbox } from '#sandbox/sandbox-for-tests.ts'
import type { TestSandbox } from '#sandbox/sandbox-for-tests.ts'
import type { Edge, Graph } from '#sandbox/workflows/graph.ts'
import { preparedAoi } from './aoi-for-tests.ts'

const project = stableId('project', 'lakes-and-rivers')
const lakeHealth = stableId('workflow', 'Lake health')
let desk: TestSandbox
beforeAll(async () => {
  desk = await openTestSandbox()
  await preparedAoi(desk, { scenes: 2 })
}, 60_000)
afterAll(() => desk.end())

const run = (workflow: string, on = desk) =>
  on.call<Job>('POST', `/v0/workflows/${workflow}/jobs?project_id=${project}`)
const job = async (workflow: string, id: string, on = desk) =>
  (await on.call<Job>('GET', `/v0/workflows/${workflow}/jobs/${id}`)).body

async function runToEnd(workflow: string): Promise<Job> {
  const started = await run(workflow)
  expect(started.status, started.text).toBe(200)
  await desk.sandbox.queue.settled()
  return job(workflow, started.body.id)
}

const taskOf = (of: Job, name: string) => of.tasks!.find((task) => task.name === name)!

/** A workflow of index steps: `formulas` by name, and edges `from>to` between them or from `Area`. */
async function addWorkflow(
  on: TestSandbox,
  name: string,
  formulas: Record<string, string>,
  edges: string[],
): Promise<string> {
  const template = await on.sandbox.database.query
    .selectFrom('workflows')
    .selectAll()
    .where('id', '=', lakeHealth)
    .executeTakeFirstOrThrow()
  const area = (JSON.parse(template.spec_json) as Graph).nodes.find(({ kind }) => kind === 'data')!
  const port = (port: string) => [{ name: port, format: 'raster' as const }]
  const graph: Graph = {
    nodes: [
      area,
      ...Object.entries(formulas).map(([step, expression]) => ({
        id: step,
        name: step,
        kind: 'block' as const,
        block: { id: '', name: 'spectralindex', version: '1.0.0' },
        values: { expression },
        inputs: port('input_image'),
        outputs: port('index'),
      })),
    ],
    edges: edges.map((edge): Edge => {
      const [from = '', to = ''] = edge.split('>')
      return {
        from: from === 'Area' ? { node: area.id, port: 'raster' } : { node: from, port: 'index' },
        to: { node: to, port: 'input_image' },
      }
    }),
  }
  const id = stableId('workflow', name)
  await on.sandbox.database.query
    .insertInto('workflows')
    .values({ ...template, id, name, spec_json: JSON.stringify(graph) })
    .execute()
  return id
}

test('workflows are listed by project and name, fifty at a time', async () => {
  const list = (query: string) =>
    desk.call<{ workflows: Workflow[]; pagination: { limit: number; total: number } }>('GET', `/v0/workflows${query}`)
  const all = await list('')
  expect(all.body.pagination).toMatchObject({ limit: 50, total: all.body.workflows.length })
  expect(all.body.workflows.length).toBeGreaterThanOrEqual(4)
  expect(all.body.workflows[0]).not.toHaveProperty('spec')
  const mine = await list(`?project_id=${project}&limit=1`)
  expect(mine.body.workflows).toHaveLength(1)
  expect(mine.body.workflows[0]!.legacy_project_id).toBe(project)
  expect((await list('?name=lake')).body.workflows.map(({ name }) => name)).toEqual(['Lake health'])
  expect((await list('?created_by=no-one')).body.workflows).toEqual([])
  expect((await list('?created_on=soon')).status).toBe(400)
})

test('one workflow has its graph, its cost and no errors; the estimate is the same', async () => {
  const { body } = await desk.call<Workflow>('GET', `/v0/workflows/${lakeHealth}?project_id=${project}`)
  const graph = body.spec as Graph
  expect(graph.nodes.map(({ name }) => name)).toContain('Water quality')
  expect(body.val_errors).toEqual([])
  const estimate = await desk.call<{ estimated_cost: number }>('GET', `/v0/workflows/${lakeHealth}/estimate`)
  expect(estimate.body.estimated_cost).toBe(body.estimated_cost)
  for (const path of [
    `/v0/workflows/${lakeHealth}`,
    `/v0/workflows/${lakeHealth}?project_id=other`,
    `/v0/workflows/none?project_id=${project}`,
    '/v0/workflows/none/estimate',
  ]) {
    expect((await desk.call('GET', path)).status, path).toBe(400)
  }
})

test('a job runs its steps in order, says what each saw, and gives all their files', async () => {
  const started = await run(lakeHealth)
  expect(started.status).toBe(200)
  expect(started.body).toMatchObject({ status: 'running', progress: '0', finished_at: null, val_errors: [] })
  expect(started.body.tasks).toHaveLength(4)
  const early = await desk.call('PUT', `/v0/workflows/${lakeHealth}/jobs/${started.body.id}/download`)
  expect(early.status).toBe(400)
  await desk.sandbox.queue.settled()
  const done = await job(lakeHealth, started.body.id)
  expect(done).toMatchObject({ status: 'completed', progress: '100', cost: started.body.cost })
  expect(done.time_taken).toMatch(/^\d+\.\d+s$/)
  const order = ['Area of interest', 'Water quality', 'Figures for the area'].map((name) => taskOf(done, name))
  for (const [i, task] of order.entries()) {
    expect(task.status).toBe('completed')
    if (i > 0)
      expect(Date.parse(task.block_inf_start_time!)).toBeGreaterThanOrEqual(
        Date.parse(order[i - 1]!.block_inf_end_time!),
      )
  }
  expect(taskOf(done, 'Figures for the area').depends_on).toEqual(['Area of interest', 'Water quality'])
  const logs = (taskOf(done, 'Water quality').info_logs as { message: string }[]).map(({ message }) => message)
  expect(logs[0]).toMatch(/^Reads \d{4}-\d\d-\d\d as input_image\.$/)
  expect(logs[1]).toMatch(/open water/)
  const inputs = taskOf(done, 'Water quality').inputs as DataType[]
  expect(inputs.find(({ name }) => name === 'water_threshold')?.value).toBe('0')

  const path = `/v0/workflows/${lakeHealth}/jobs/${done.id}/download`
  const asked = await desk.call<{ id: string; workflowId: string; signed_url: string | null }>('PUT', path)
  expect(asked.body.workflowId).toBe(lakeHealth)
  await desk.sandbox.queue.settled()
  const ready = await desk.call<{ id: string; signed_url: string }>('PUT', path)
  expect(ready.body.id).toBe(asked.body.id)
  const zip = unzipSync(new Uint8Array(await (await desk.fetch(new Request(ready.body.signed_url))).arrayBuffer()))
  expect(Object.keys(zip)).toEqual(
    expect.arrayContaining([
      'water-quality/water_quality.tif',
      'land-cover/land_cover.tif',
      'figures-for-the-area/statistics.csv',
    ]),
  )
  // The mean of the table is that of the task before, over the same pixels.
  const rows = new TextDecoder()
    .decode(zip['figures-for-the-area/statistics.csv'])
    .trim()
    .split('\r\n')
    .map((row) => row.split(','))
  const output = (taskOf(done, 'Water quality').result as DataType[]).find(({ name }) => name === 'water_quality')!
  const told = (output.properties!['statistics'] as { name: string; mean: number }[]).find(
    ({ name }) => name === 'turbidity',
  )!
  expect(Number(rows.find(([, band]) => band === 'turbidity')![3])).toBeCloseTo(told.mean, 3)
})

test('one task can be downloaded; the area and unknown ones can not', async () => {
  const done = await runToEnd(lakeHealth)
  const path = (task: string) => `/v0/workflows/${lakeHealth}/jobs/${done.id}/tasks/${task}/download`
  const asked = await desk.call('PUT', path(taskOf(done, 'Land cover').id))
  expect(asked.body).toMatchObject({ job_id: done.id, workflow_id: lakeHealth })
  await desk.sandbox.queue.settled()
  const ready = await desk.call<{ status: string; signed_url: string }>('PUT', path(taskOf(done, 'Land cover').id))
  expect(ready.body.status).toBe('success')
  const zip = unzipSync(new Uint8Array(await (await desk.fetch(new Request(ready.body.signed_url))).arrayBuffer()))
  expect(Object.keys(zip).toSorted()).toEqual(['class_areas.csv', 'land_cover.tif'])
  expect((await desk.call('PUT', path(taskOf(done, 'Area of interest').id))).status).toBe(400)
  expect((await desk.call('PUT', path('none'))).status).toBe(400)
})

test('a failed step fails what hangs on it, and nothing else', async () => {
  const id = await addWorkflow(
    desk,
    'Half broken',
    { good: 'red', broken: 'red * 0 / 0', after: 'value', last: 'value', fine: 'value * 2' },
    ['Area>good', 'Area>broken', 'broken>after', 'after>last', 'good>fine'],
  )
  const done = await runToEnd(id)
  expect(done.status).toBe('failed')
  expect(done.progress).toBe('100')
  expect(Object.fromEntries(done.tasks!.map(({ name, status }) => [name, status]))).toEqual({
    'Area of interest': 'completed',
    good: 'completed',
    fine: 'completed',
    broken: 'failed',
    after: 'failed',
    last: 'failed',
  })
  expect(taskOf(done, 'broken')).toMatchObject({
    failure_type: 'BLOCK',
    err_msg: 'the formula has no value at any pixel',
  })
  // What it said before it failed is kept, and the reason comes last.
  const logs = (taskOf(done, 'broken').info_logs as { message: string }[]).map(({ message }) => message)
  expect(logs[0]).toMatch(/^Reads /)
  expect(logs.at(-1)).toBe('the formula has no value at any pixel')
  expect(taskOf(done, 'after')).toMatchObject({
    failure_type: 'DEPENDENCY',
    err_msg: 'Not run, because broken failed.',
    block_inf_start_time: null,
  })
  expect(taskOf(done, 'last')).toMatchObject({ failure_type: 'DEPENDENCY', err_msg: 'Not run, because after failed.' })
  // What did succeed can still be had.
  const asked = await desk.call('PUT', `/v0/workflows/${id}/jobs/${done.id}/download`)
  expect(asked.status).toBe(200)
})

test('a workflow that does not fit together says where, and its job fails at once', async () => {
  const id = await addWorkflow(desk, 'Circle', { one: 'value', two: 'value', loose: 'value' }, ['one>two', 'two>one'])
  const { body } = await desk.call<Workflow>('GET', `/v0/workflows/${id}?project_id=${project}`)
  expect(body.val_errors!.map(({ err, component_name: name }) => `${name} ${err}`)).toEqual([
    'loose LOOSE_INPUT',
    'one CIRCLE',
  ])
  const started = await run(id)
  expect(started.body).toMatchObject({ status: 'failed', cost: 0, tasks: [] })
  expect(started.body.val_errors).toHaveLength(2)
})

test('an edge that does not fit is a fault of the graph, not of the area', async () => {
  const id = await addWorkflow(desk, 'Wrong edge', { one: 'red' }, ['Area>one'])
  const { query } = desk.sandbox.database
  const row = await query.selectFrom('workflows').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const graph = JSON.parse(row.spec_json) as Graph
  graph.edges[0]!.to.port = 'picture'
  await query
    .updateTable('workflows')
    .set({ spec_json: JSON.stringify(graph) })
    .where('id', '=', id)
    .execute()
  const { body } = await desk.call<Workflow>('GET', `/v0/workflows/${id}?project_id=${project}`)
  expect(body.val_errors!.map(({ err, reason }) => `${err}: ${reason}`)).toEqual([
    'UNKNOWN_PORT: one has no input picture.',
    'LOOSE_INPUT: The input input_image has nothing connected to it.',
  ])
})

test('jobs are listed by state and day; unknown ones are refused', async () => {
  const list = async (query: string) =>
    (await desk.call<{ jobs: Job[] }>('GET', `/v0/workflows/${lakeHealth}/jobs${query}`)).body.jobs
  const [first] = await list('')
  expect(first).not.toHaveProperty('tasks')
  expect((await list(`?id=${first!.id}`)).map(({ id }) => id)).toEqual([first!.id])
  expect((await list('?status=completed')).length).toBeGreaterThan(0)
  expect(await list('?status=failed')).toEqual([])
  expect(await list('?created_on=2020-01-01')).toEqual([])
  expect((await desk.call('GET', `/v0/workflows/${lakeHealth}/jobs/none`)).status).toBe(400)
  expect((await desk.call('GET', '/v0/workflows/none/jobs')).status).toBe(400)
  expect((await desk.call('POST', `/v0/workflows/${lakeHealth}/jobs?project_id=other`)).status).toBe(400)
  expect((await desk.call('POST', `/v0/workflows/${lakeHealth}/jobs`)).status).toBe(400)
})

test('a project without an AOI gets a small one, made as the first step', async () => {
  const fresh = await openTestSandbox()
  onTestFinished(() => fresh.end())
  const before = await fresh.call<{ pagination: { total: number } }>('GET', '/v0/aois')
  expect(before.body.pagination.total).toBe(0)
  const started = await run(lakeHealth, fresh)
  await fresh.sandbox.queue.settled()
  const done = await job(lakeHealth, started.body.id, fresh)
  expect(done.status, JSON.stringify(done.tasks)).toBe('completed')
  const after = await fresh.call<{ aois: { aoi_id: string; project_id: string; status: string }[] }>('GET', '/v0/aois')
  expect(after.body.aois).toHaveLength(1)
  expect(after.body.aois[0]).toMatchObject({
    project_id: project,
    status: 'success',
    aoi_id: (done.spec as { aoi_id: string }).aoi_id,
  })
  const again = await run(lakeHealth, fresh)
  expect((again.body.spec as { aoi_id: string }).aoi_id).toBe(after.body.aois[0]!.aoi_id)
  await fresh.sandbox.queue.settled()
})

test('without an AOI and without scenes to make one, the job says what to do', async () => {
  const bare = await openTestSandbox({ scenes: 0 })
  onTestFinished(() => bare.end())
  const started = await run(lakeHealth, bare)
  expect(started.body).toMatchObject({ status: 'failed', tasks: [] })
  expect(started.body.val_errors![0]).toMatchObject({ err: 'NO_AOI', component_name: 'Area of interest' })
  expect(started.body.val_errors![0]!.reason).toMatch(/Create one from 1 or more scenes/)
  const estimate = await bare.call<{ error: { message: string } }>('GET', `/v0/workflows/${lakeHealth}/estimate`)
  expect(estimate.status).toBe(400)
  expect(estimate.body.error.message).toMatch(/no ready AOI/)
})

test('a job cut off in the middle goes on after the next start, and repeats nothing that was done', async () => {
  const first = await openTestSandbox()
  await preparedAoi(first, { scenes: 1 })
  const id = await addWorkflow(first, 'Chain', { one: 'red', two: 'value * 2', three: 'value + 1' }, [
    'Area>one',
    'one>two',
    'two>three',
  ])
  const started = await run(id, first)
  await first.sandbox.queue.settled()
  const whole = await job(id, started.body.id, first)
  expect(whole.status).toBe('completed')
  // As a kill during the second step leaves it: its work claimed, itself half done, the third never begun.
  const { query } = first.sandbox.database
  const [two, three] = [taskOf(whole, 'two').id, taskOf(whole, 'three').id]
  await query.updateTable('jobs').set({ status: 'running', finished_at: null }).execute()
  await query
    .updateTable('job_tasks')
    .set({ status: 'running', progress: 30, finished_at: null, result_json: '[]' })
    .where('id', '=', two)
    .execute()
  await query
    .updateTable('job_tasks')
    .set({ status: 'pending', progress: 0, started_at: null, finished_at: null, result_json: '[]' })
    .where('id', '=', three)
    .execute()
  await query.deleteFrom('work').where('subject_id', '=', three).execute()
  await query.updateTable('work').set({ state: 'running' }).where('subject_id', '=', two).execute()
  await first.close()

  const second = await openTestSandbox({ folder: first.folder })
  onTestFinished(() => second.end())
  await second.sandbox.queue.settled()
  const resumed = await job(id, started.body.id, second)
  expect(resumed.status).toBe('completed')
  expect(taskOf(resumed, 'one').finished_at).toBe(taskOf(whole, 'one').finished_at)
  const mean = (of: Job) =>
    ((taskOf(of, 'three').result as DataType[])[0]!.properties!['statistics'] as { mean: number }[])[0]!.mean
  expect(mean(resumed)).toBe(mean(whole))
})
