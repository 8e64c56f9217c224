import { expect } from 'vitest'
import { none } from '../sandbox-fixture.ts'
import type { Walk } from './row.ts'
import { landCover, runInsight } from './world.ts'
import type { World } from './world.ts'

type RunAreas = 'blocks' | 'insights' | 'workflows' | 'jobs' | 'tasks'

const version = { name: 'landcover', version: '1.0.0' }
const aoiOf = ({ aoi }: World) => ({ aoi_id: aoi.aoi_id })
const insightOf = ({ aoi, insightId }: World) => ({ aoi_id: aoi.aoi_id, insight_id: insightId })
const workflowOf = ({ workflowId }: World) => ({ workflow_id: workflowId })
const projectOf = ({ workflowProjectId }: World) => ({ project_id: workflowProjectId })
const jobOf = ({ workflowId, jobId }: World) => ({ workflow_id: workflowId, job_id: jobId })
const taskOf = (world: World) => ({ ...jobOf(world), task_id: world.taskId })

/** What computes: blocks, and their runs as insights and in workflows. */
export const runRows: Pick<Walk, RunAreas> = {
  blocks: {
    listBlocks: {
      succeeds: [
        {
          with: () => ({ query: { mode: 'insight' } }),
          gives: ({ blocks }) => expect(blocks.map(({ spec }) => spec.name)).toContain('landcover'),
        },
      ],
      rejects: [['a mode that there is not', () => ({ query: { mode: 'batch' } }), 'mode']],
      misses: 'names nothing',
    },
    getBlock: {
      succeeds: [
        {
          with: () => ({ params: { name: 'landcover' } }),
          gives: ({ blocks }) => expect(blocks.map(({ spec }) => spec.version)).toEqual(['1.0.0']),
        },
      ],
      rejects: 'takes only ids',
      misses: [{ with: () => ({ params: { name: none } }) }],
    },
    getBlockVersion: {
      succeeds: [{ with: () => ({ params: version }), gives: ({ spec }) => expect(spec).toMatchObject(version) }],
      rejects: 'takes only ids',
      misses: [
        { with: () => ({ params: { ...version, version: none } }) },
        { with: () => ({ params: { ...version, name: none } }) },
      ],
    },
  },
  insights: {
    createInsight: {
      succeeds: [
        {
          with: (world) => ({ params: aoiOf(world), body: { ...landCover(world.mosaicIds), estimate: true } }),
          gives: (answer) =>
            expect(answer).toMatchObject({ status: 200, body: { estimate: expect.any(Number) as number } }),
        },
        {
          with: (world) => ({ params: aoiOf(world), body: landCover(world.mosaicIds) }),
          gives: (answer) => expect(answer).toMatchObject({ status: 201, body: { id: expect.any(String) as string } }),
        },
      ],
      rejects: [
        [
          'a block of no version',
          (world) => ({ params: aoiOf(world), body: { ...landCover(world.mosaicIds), block: { name: 'landcover' } } }),
          'block.version',
        ],
        [
          'no picture',
          (world) => ({ params: aoiOf(world), body: { ...landCover(world.mosaicIds), input: [] } }),
          'input.input_image',
        ],
      ],
      misses: [
        { with: ({ mosaicIds }) => ({ params: { aoi_id: none }, body: landCover(mosaicIds) }) },
        {
          with: (world) => ({
            params: aoiOf(world),
            body: { ...landCover(world.mosaicIds), block: { ...version, name: none } },
          }),
          field: 'block',
        },
        { with: (world) => ({ params: aoiOf(world), body: landCover([none]) }), field: 'input.input_image' },
        {
          with: (world) => ({ params: aoiOf(world), body: { ...landCover(world.mosaicIds), project_id: none } }),
          field: 'project_id',
        },
      ],
    },
    listInsights: {
      succeeds: [
        {
          with: ({ aoi, insightId }) => ({ params: { aoiId: aoi.aoi_id }, query: { id: insightId } }),
          gives: ({ insights }) => expect(insights).toMatchObject([{ status: 'completed', progress: 100 }]),
        },
      ],
      rejects: [
        [
          'a day in words',
          ({ aoi }) => ({ params: { aoiId: aoi.aoi_id }, query: { created_on: 'yesterday' } }),
          'created_on',
        ],
      ],
      misses: [
        { with: () => ({ params: { aoiId: none } }) },
        { finds: 'nothing', with: ({ aoi }) => ({ params: { aoiId: aoi.aoi_id }, query: { id: none } }) },
      ],
    },
    downloadInsight: {
      succeeds: [
        {
          with: (world) => ({ params: insightOf(world), body: { outputs: [world.insightOutputId] } }),
          gives: ({ status, signed_url: url }) => expect([status, url ?? null]).toEqual(['created', null]),
        },
      ],
      rejects: [
        [
          'an output that it has not',
          (world) => ({ params: insightOf(world), body: { outputs: [world.insightOutputId, 'other'] } }),
          'outputs[1]',
        ],
      ],
      misses: [
        { with: (world) => ({ params: { ...insightOf(world), insight_id: none } }) },
        { with: (world) => ({ params: { ...insightOf(world), aoi_id: none } }) },
      ],
    },
    deleteInsight: {
      succeeds: [
        {
          async with({ api, aoi, mosaicIds, projectId, desk }) {
            const id = await runInsight(api, aoi.aoi_id, mosaicIds)
            await desk.finishWork()
            return { params: { aoi_id: aoi.aoi_id, insight_id: id }, query: { project_id: projectId } }
          },
          gives: (answer) => expect(answer).toBeUndefined(),
        },
      ],
      rejects: [
        ['no project', (world) => ({ params: insightOf(world), query: {} }), 'project_id'],
        ['another project', (world) => ({ params: insightOf(world), query: { project_id: 'other' } }), 'project_id'],
      ],
      misses: [
        {
          with: (world) => ({
            params: { ...insightOf(world), insight_id: none },
            query: { project_id: world.projectId },
          }),
        },
      ],
    },
  },
  workflows: {
    listWorkflows: {
      succeeds: [
        {
          with: () => ({ query: { name: 'lake', limit: 1 } }),
          gives: ({ workflows }) => expect(workflows.map(({ name }) => name)).toEqual(['Lake health']),
        },
      ],
      rejects: [
        ['no workflow at all', () => ({ query: { limit: 0 } }), 'limit'],
        ['a day in words', () => ({ query: { created_on: 'soon' } }), 'created_on'],
      ],
      misses: [{ finds: 'nothing', with: () => ({ query: { id: none } }) }],
    },
    getWorkflow: {
      succeeds: [
        {
          with: (world) => ({ params: workflowOf(world), query: projectOf(world) }),
          gives: ({ spec, estimated_cost: cost, val_errors: problems }) => {
            expect((spec as { nodes: unknown[] }).nodes.length).toBeGreaterThan(2)
            expect(cost).toBeGreaterThan(0)
            expect(problems).toEqual([])
          },
        },
      ],
      rejects: [
        ['no project', (world) => ({ params: workflowOf(world), query: {} }), 'project_id'],
        ['another project', (world) => ({ params: workflowOf(world), query: { project_id: 'other' } }), 'project_id'],
      ],
      misses: [{ with: (world) => ({ params: { workflow_id: none }, query: projectOf(world) }) }],
    },
    estimateWorkflow: {
      succeeds: [
        {
          with: (world) => ({ params: workflowOf(world) }),
          gives: ({ estimated_cost: cost }) => expect(cost).toBeGreaterThan(0),
        },
      ],
      rejects: 'takes only ids',
      misses: [{ with: () => ({ params: { workflow_id: none } }) }],
    },
  },
  jobs: {
    listJobs: {
      succeeds: [
        {
          with: (world) => ({ params: workflowOf(world), query: { id: world.jobId } }),
          gives: ({ jobs }) => expect(jobs).toMatchObject([{ status: 'completed', progress: '100' }]),
        },
      ],
      rejects: [
        ['a day in words', (world) => ({ params: workflowOf(world), query: { created_on: 'soon' } }), 'created_on'],
      ],
      misses: [
        { with: () => ({ params: { workflow_id: none } }) },
        { finds: 'nothing', with: (world) => ({ params: workflowOf(world), query: { id: none } }) },
      ],
    },
    createJob: {
      succeeds: [
        {
          with: (world) => ({ params: workflowOf(world), query: projectOf(world) }),
          gives: ({ status, tasks }) => {
            expect(status).toBe('running')
            expect(tasks!.length).toBeGreaterThan(2)
          },
        },
      ],
      rejects: [
        ['no project', (world) => ({ params: workflowOf(world), query: {} }), 'project_id'],
        ['another project', (world) => ({ params: workflowOf(world), query: { project_id: 'other' } }), 'project_id'],
      ],
      misses: [{ with: (world) => ({ params: { workflow_id: none }, query: projectOf(world) }) }],
    },
    getJob: {
      succeeds: [
        {
          with: (world) => ({ params: jobOf(world) }),
          gives: ({ tasks }) => expect(new Set(tasks!.map(({ status }) => status))).toEqual(new Set(['completed'])),
        },
      ],
      rejects: 'takes only ids',
      misses: [
        { with: (world) => ({ params: { ...jobOf(world), job_id: none } }) },
        { with: (world) => ({ params: { ...jobOf(world), workflow_id: none } }) },
      ],
    },
    downloadJob: {
      succeeds: [
        {
          with: (world) => ({ params: jobOf(world) }),
          gives: ({ workflowId, status }, world) => expect([workflowId, status]).toEqual([world.workflowId, 'created']),
        },
      ],
      rejects: 'takes only ids',
      misses: [{ with: (world) => ({ params: { ...jobOf(world), job_id: none } }) }],
    },
  },
  tasks: {
    downloadTask: {
      succeeds: [
        {
          with: (world) => ({ params: taskOf(world) }),
          gives: ({ job_id: jobId, workflow_id: workflowId, status }, world) =>
            expect([jobId, workflowId, status]).toEqual([world.jobId, world.workflowId, 'created']),
        },
      ],
      rejects: 'takes only ids',
      misses: [
        { with: (world) => ({ params: { ...taskOf(world), task_id: none } }) },
        { with: (world) => ({ params: { ...taskOf(world), job_id: none } }) },
      ],
    },
  },
}
