import { afterAll, expect, test } from 'vitest'
import { isRunSettled, toRun } from '#src/api/job-answers.ts'
import { startDesk } from './sandbox-fixture.ts'

const desk = await startDesk()
const { api } = desk
afterAll(desk.close)

test('a run as the service tells it is read as the app shows it, at its start and at its end', async () => {
  const { workflows } = await api.workflows.listWorkflows({ query: { name: 'Lake health' } })
  const { id, project_id: project } = workflows[0]!
  const { estimated_cost: cost } = await api.workflows.estimateWorkflow({ params: { workflow_id: id } })
  const begun = toRun(await api.jobs.createJob({ params: { workflow_id: id }, query: { project_id: project! } }))
  expect(isRunSettled(begun)).toBe(false)
  expect(begun).toMatchObject({ percent: 0, costTokens: cost, finishedAt: null, problems: [] })
  expect(begun.estimatedS).toBeGreaterThan(0)
  expect(begun.aoiId).toMatch(/^[\w-]{36}$/)
  expect(Object.fromEntries(begun.tasks.map(({ name, dependsOn }) => [name, dependsOn]))).toEqual({
    'Area of interest': [],
    'Water quality': ['Area of interest'],
    'Land cover': ['Area of interest'],
    'Figures for the area': ['Area of interest', 'Water quality'],
  })

  await desk.sandbox.queue.settled()
  const ended = toRun(await api.jobs.getJob({ params: { workflow_id: id, job_id: begun.id } }))
  expect(isRunSettled(ended)).toBe(true)
  expect(ended).toMatchObject({ id: begun.id, status: 'completed', percent: 100, aoiId: begun.aoiId })
  expect(ended.takenS).toBeGreaterThan(0)
  const water = ended.tasks.find(({ name }) => name === 'Water quality')!
  expect(water).toMatchObject({ percent: 100, isCutOff: false, error: null, block: { name: 'waterquality' } })
  expect(water.takenS).toBeGreaterThanOrEqual(0)
  expect(water.results.map(({ name }) => name)).toEqual(['water_quality', 'trophic_class', 'class_areas'])
  expect(water.inputs.map(({ name }) => name)).toEqual(['input_image', 'water_threshold'])
  for (const { time, message } of water.logs) {
    expect(Date.parse(time!)).toBeGreaterThanOrEqual(Date.parse(water.startedAt!))
    expect(message).not.toBe('')
  }
  expect(water.disclaimers.length).toBeGreaterThan(0)

  const { jobs } = await api.jobs.listJobs({ params: { workflow_id: id } })
  expect(jobs.map(toRun)).toMatchObject([{ id: begun.id, percent: 100, takenS: ended.takenS, tasks: [], spec: null }])
})
