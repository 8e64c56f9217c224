import { expect, test } from 'vitest'
import type { BlockSpec } from '#src/blocks/block-spec.ts'
import { landsatBands, sentinel2Bands } from '#src/formula/satellite-bands.ts'
import { ApiError } from '#src/api/errors.ts'
import type { InputChoice } from './input-choices.ts'
import { startingDraft, toInputs } from './input-draft.ts'
import { inputProblems, refusedInputs } from './input-problems.ts'

const named = (name: string) => ({ name, label: name, description: '' })
const picture = (id: string, date?: string, bands = sentinel2Bands): InputChoice => ({
  id,
  kind: 'raster',
  label: date ?? id,
  description: '',
  bands,
  data: { asset_source: { id, type: date ? 'raw_mosaic' : 'insight' } },
  ...(date && { date }),
})
const choices = [
  picture('c', '2026-08-01'),
  picture('b', '2026-07-01'),
  picture('a', '2026-06-01'),
  picture('components', undefined, [{ name: 'PC1' }]),
]
const block = (...inputs: BlockSpec['inputs']): BlockSpec => ({
  name: 'b',
  version: '1',
  title: 'B',
  description: '',
  notes: [],
  inputs,
  outputs: [],
})

const compare = block(
  { ...named('before'), kind: 'raster', bands: ['nir', 'red'] },
  { ...named('after'), kind: 'raster', bands: ['nir', 'red'] },
  { ...named('index'), kind: 'choice', options: ['NDVI', 'SAVI'], fallback: 'NDVI' },
  { ...named('threshold'), kind: 'number', min: 0, max: 2, isInteger: false, fallback: 0 },
)
const series = block(
  { ...named('image'), kind: 'raster', bands: ['nir'], leastDates: 3 },
  { ...named('start_date'), kind: 'date' },
  { ...named('end_date'), kind: 'date' },
  { ...named('step'), kind: 'number', min: 1, max: 60, isInteger: true, unit: 'days', fallback: 10 },
)

test('a form opens with earlier against later, and with what is usual', () => {
  expect(startingDraft(compare, choices)).toEqual({ before: 'a', after: 'c', index: 'NDVI', threshold: 0 })
  expect(startingDraft(block({ ...named('image'), kind: 'raster', bands: [] }), choices)).toEqual({ image: 'c' })
  expect(startingDraft(compare, [])).toMatchObject({ before: undefined, after: undefined })
})

test('a form opens with the inputs of an earlier run, where they are still there', () => {
  const earlier = [
    { name: 'before', asset_source: { id: 'b' } },
    { name: 'after', asset_source: { id: 'gone' } },
    { name: 'index', value: 'SAVI' },
    { name: 'threshold', value: '0.25' },
  ]
  expect(startingDraft(compare, choices, earlier)).toEqual({
    before: 'b',
    after: 'c',
    index: 'SAVI',
    threshold: 0.25,
  })
})

test('what is sent is text, and without what was left empty', () => {
  const draft = { before: 'a', after: 'c', index: 'SAVI', threshold: NaN }
  expect(toInputs(compare, draft, choices)).toEqual([
    { name: 'before', format: 'raster', type: 'url', asset_source: { id: 'a', type: 'raw_mosaic' } },
    { name: 'after', format: 'raster', type: 'url', asset_source: { id: 'c', type: 'raw_mosaic' } },
    { name: 'index', format: 'string', type: 'string', value: 'SAVI' },
  ])
})

test('each wrong input is told with what to do', () => {
  const draft = startingDraft(compare, choices)
  expect(inputProblems(compare, draft, choices)).toEqual({})
  expect(inputProblems(compare, { ...draft, before: 'components', index: 'XX', threshold: 3 }, choices)).toEqual({
    before: 'Choose a picture.',
    index: 'Choose one of NDVI, SAVI.',
    threshold: 'Give a number from 0 to 2.',
  })
  expect(inputProblems(compare, { index: 'NDVI' }, [])).toMatchObject({ before: 'No picture of the AOI is ready yet.' })
})

test('a series needs its dates in the period, whose end lies after its start', () => {
  const draft = startingDraft(series, choices)
  expect(inputProblems(series, draft, choices)).toEqual({})
  expect(inputProblems(series, { ...draft, start_date: '2026-06-15', step: 2.5 }, choices)).toEqual({
    image: 'At least 3 dates are needed; the AOI has 2 ready in the period.',
    step: 'Give a whole number from 1 to 60 (days).',
  })
  const reversed = { ...draft, start_date: '2026-06-15', end_date: '2026-01-01' }
  expect(inputProblems(series, reversed, choices)).toMatchObject({ end_date: 'The last day lies before the first.' })
})

test('a formula is checked on the bands of the picture that is given', () => {
  const index = block({ ...named('image'), kind: 'raster', bands: [] }, { ...named('expression'), kind: 'formula' })
  const problemOf = (expression: string, bands = sentinel2Bands) =>
    inputProblems(index, { image: 'x', expression }, [picture('x', '2026-01-01', bands)])['expression']
  expect(problemOf('R708 / red')).toBeUndefined()
  expect(problemOf('R708 / red', landsatBands)).toMatch(/no band near 708 nm/)
  expect(problemOf('(nir - red')).toMatch(/\.$/)
  expect(problemOf('')).toBeUndefined()
})

test('refusals come back to the inputs they speak of, by name or by place', () => {
  const error = new ApiError('createInsight', 400, 'BAD_REQUEST', 'x', {
    fields: [
      { field: 'input.before', reason: 'Not there.' },
      { field: 'input[1].value', reason: 'Not text.' },
      { field: 'project_id', reason: 'Another project.' },
    ],
  })
  expect(refusedInputs(error, [{ name: 'before' }, { name: 'after' }])).toEqual({
    inputs: { before: 'Not there.', after: 'Not text.' },
    others: ['Another project.'],
  })
  expect(refusedInputs(null, [])).toEqual({ inputs: {}, others: [] })
})
