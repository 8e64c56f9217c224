import { expect, test } from 'vitest'
import { problemsIn } from './problems.ts'
import { readSpec } from './workflow-graph.ts'

const graph = readSpec({
  nodes: [
    { id: 'a', name: 'Area' },
    { id: 'b', name: 'Cover' },
  ],
  edges: [],
})!

test('a problem is put on the step, or on the line, that it names', () => {
  const problems = problemsIn(graph, [
    { from: 'Area', to: 'Cover', component_name: 'Cover', err: 'PORT_MISMATCH', reason: 'No fit.' },
    { from: null, to: 'Cover', component_name: 'Cover', err: 'LOOSE_INPUT', reason: 'Nothing connected.' },
    { from: 'Area', to: null, component_name: 'Area', err: 'NO_AOI' },
    { from: 'gone', to: 'b', reason: 'Old.' },
    {},
  ])
  expect(problems).toEqual([
    { words: 'No fit.', stepId: 'b', fromId: 'a' },
    { words: 'Nothing connected.', stepId: 'b', fromId: null },
    { words: 'NO_AOI', stepId: 'a', fromId: null },
    { words: 'Old.', stepId: 'b', fromId: null },
    { words: 'The service does not say what is wrong.', stepId: null, fromId: null },
  ])
})
