import { expect, test } from 'vitest'
import { orderItemRequestSchema } from '#src/contract/order-item-request.ts'
import { draftProblems, refusalsByField } from './draft-problems.ts'
import { readOrderDraft } from './order-draft.ts'

const check = (text: string, known = {}) =>
  draftProblems(readOrderDraft(new URLSearchParams(text)), {
    firstDay: '2027-05-05',
    hasArea: true,
    hasProject: true,
    ...known,
  })

test('says what is missing, and keeps it apart from what is wrong', () => {
  expect(check('bandset=b')).toEqual({ missing: {}, wrong: {} })
  expect(check('usecase=', { hasArea: false, hasProject: false })).toEqual({
    missing: {
      area: expect.any(String),
      bandset: expect.any(String),
      usecase: expect.any(String),
      project: expect.any(String),
    },
    wrong: {},
  })
})

test('a start too early, an end before the start and a name too long are told beside their fields', () => {
  const { wrong } = check(`bandset=b&from=2027-05-04&to=2027-05-03&name=${'x'.repeat(101)}`)
  expect(wrong).toEqual({
    from: expect.stringContaining('2027-05-05'),
    to: expect.stringContaining('before the first'),
    name: expect.stringContaining('101'),
  })
  // A number of pictures has no last day to be wrong.
  expect(check('bandset=b&recurrence=MONTHLY&to=2027-05-03').wrong).toEqual({})
})

test('every field of the wire that a new picture has belongs to a part of the form', () => {
  const fields = Object.keys(orderItemRequestSchema.shape).filter(
    (field) => !['item_ids', 'delivery_speed'].includes(field),
  )
  for (const field of fields) {
    expect(refusalsByField([{ field, reason: 'no' }]).others, field).toEqual([])
  }
})

test('deeper paths belong to the same part, likenesses do not, and several reasons are all told', () => {
  const { byField, others } = refusalsByField([
    { field: 'geometry.features[1]', reason: 'It crosses itself.' },
    { field: 'geometry', reason: 'Too far apart.' },
    { field: 'bandset.bandset_id', reason: 'No bandset has the id.' },
    { field: 'cloud_delivery.path', reason: 'No dots.' },
    { field: 'cloud_delivery.config', reason: 'No store.' },
    { field: 'named', reason: 'Not a name.' },
  ])
  expect(byField).toEqual({
    area: 'It crosses itself. Too far apart.',
    bandset: 'No bandset has the id.',
    folder: 'No dots.',
    store: 'No store.',
  })
  expect(others).toEqual([{ field: 'named', reason: 'Not a name.' }])
})
