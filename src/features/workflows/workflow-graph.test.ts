import { expect, test } from 'vitest'
import { toRun } from '#src/api/job-answers.ts'
import { blockCount, graphOfTasks, inOrder, readSpec } from './workflow-graph.ts'

const spec = {
  nodes: [
    { id: 'stats', name: 'Figures', kind: 'block', block: { name: 'zonalstatistics', version: '1.0.0' }, values: {} },
    { id: 'area', name: 'Area', kind: 'data', select: { least_dates: 2 } },
    { id: 'cover', name: 'Cover', kind: 'block', block: { name: 'landcover', version: '1.0.0' }, values: { k: 5 } },
  ],
  edges: [
    { from: { node: 'cover', port: 'land_cover' }, to: { node: 'stats', port: 'values' } },
    { from: { node: 'area', port: 'raster' }, to: { node: 'cover', port: 'input_image' }, pick: 'earliest' },
    { from: { node: 'area', port: 'vector' }, to: { node: 'stats', port: 'zones' } },
  ],
}

test('a spec is read as steps with what flows between them', () => {
  const graph = readSpec(spec)!
  expect(blockCount(graph)).toBe(2)
  expect(inOrder(graph).map(({ name }) => name)).toEqual(['Area', 'Cover', 'Figures'])
  expect(graph.steps.find(({ id }) => id === 'area')).toMatchObject({ kind: 'area', block: null, leastDates: 2 })
  expect(graph.steps.find(({ id }) => id === 'cover')!.values).toEqual({ k: '5' })
  expect(graph.flows[1]).toEqual({
    from: 'area',
    to: 'cover',
    fromPort: 'raster',
    toPort: 'input_image',
    pick: 'earliest',
  })
})

test('what a spec has beyond that, or in another form, loses no more than itself', () => {
  expect(readSpec(null)).toBeNull()
  expect(readSpec([1, 2, 3])).toBeNull()
  expect(readSpec({ nodes: [{ name: 'no id' }] })).toBeNull()
  const graph = readSpec({
    nodes: [{ id: 'a' }, { id: 'b', name: 'B' }, 7],
    edges: [{ source: 'a', target: 'b' }, { from: 'a', to: 'nowhere' }, 'x'],
  })!
  expect(graph.steps.map(({ name }) => name)).toEqual(['a', 'B'])
  expect(graph.flows).toEqual([{ from: 'a', to: 'b', fromPort: null, toPort: null, pick: null }])
})

test('steps that wait for each other in a circle are not lost', () => {
  const graph = readSpec({
    nodes: [{ id: 'a' }, { id: 'b' }, { id: 'c' }],
    edges: [
      { source: 'a', target: 'b' },
      { source: 'b', target: 'a' },
    ],
  })!
  expect(inOrder(graph).map(({ id }) => id)).toEqual(['c', 'a', 'b'])
})

test('the tasks of a run make a graph with or without a spec', () => {
  const run = toRun({
    id: 'j',
    status: 'running',
    tasks: [
      { id: 't1', name: 'Area', status: 'completed', depends_on: [] },
      { id: 't2', name: 'Cover', status: 'running', depends_on: ['Area', 'unknown'] },
    ],
  })
  expect(graphOfTasks(run.tasks, null).flows).toEqual([
    { from: 't1', to: 't2', fromPort: null, toPort: null, pick: null },
  ])
  const told = graphOfTasks(run.tasks, readSpec(spec))
  expect(told.steps.map(({ kind }) => kind)).toEqual(['area', 'block'])
  expect(told.flows).toEqual([{ from: 't1', to: 't2', fromPort: 'raster', toPort: 'input_image', pick: 'earliest' }])
})
