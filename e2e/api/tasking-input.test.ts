import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { orderItemRequestSchema } from '#src/contract/order-item-request.ts'
import { archiveItem, firstProjectId, none, potsdam, square, startDesk } from './sandbox-fixture.ts'

// What the form of a new picture can be refused for: each with a field of the wire, which the form puts beside its own.
const desk = await startDesk({ scenes: 30 })
afterAll(desk.close)

const day = (later: number) => new Date(Date.now() + later * 86_400_000).toISOString()
const features = (...areas: ReturnType<typeof square>[]) => archiveItem('', [], ...areas).geometry
const bowTie = {
  type: 'Polygon' as const,
  coordinates: [[[13, 52], [13.1, 52.1], [13.1, 52], [13, 52.1], [13, 52]]], // prettier-ignore
}
let good: object
beforeAll(async () => {
  const { bandsets } = await desk.api.bandsets.listBandsets({})
  good = {
    project_id: await firstProjectId(desk),
    usecase: 'monitoring',
    geometry: features(square(potsdam, 500)),
    bandset: { bandset_id: bandsets.find(({ name }) => name === 'All bands')!.id },
    recurrence: 'ONCE',
    start_date: day(3),
    end_date: day(30),
  }
})

async function refusedFields(changes: object): Promise<{ field: string; reason: string }[]> {
  const { status, body } = await desk.ask('POST', '/v0/orders', {
    dry_run: true,
    order_items: [{ ...good, ...changes }],
  })
  expect(status).toBe(400)
  return (body as { error: { details: { fields: { field: string; reason: string }[] } } }).error.details.fields
}

test('the picture that all others differ from is accepted', async () => {
  const { status } = await desk.ask('POST', '/v0/orders', { dry_run: true, order_items: [good] })
  expect(status).toBe(201)
})

describe('each wrong field is named with a reason', () => {
  test.each<[what: string, changes: object, field: string, reason: RegExp]>([
    ['a start too early', { start_date: day(0.5) }, 'start_date', /24 hours.*\d{4}-\d\d-\d\d or later/],
    ['no start', { start_date: undefined }, 'start_date', /needs a start/],
    ['a start that is no date', { start_date: 'soon' }, 'start_date', /such as 2024/],
    ['an end before the start', { end_date: day(2) }, 'end_date', /after the start/],
    ['an end in the far future', { end_date: day(3000) }, 'end_date', /five years/],
    ['no end', { end_date: undefined }, 'end_date', /needs an end/],
    ['an end and a number', { recurrence: 'MONTHLY', no_of_occurrences: 3 }, 'no_of_occurrences', /not both/],
    [
      'too many pictures',
      { recurrence: 'MONTHLY', end_date: undefined, no_of_occurrences: 100 },
      'no_of_occurrences',
      /At most 60/,
    ],
    ['a recurrence that is none', { recurrence: 'WEEKLY' }, 'recurrence', /./],
    ['no recurrence', { recurrence: undefined }, 'recurrence', /once, monthly/],
    ['no bandset', { bandset: undefined }, 'bandset', /Give a bandset/],
    ['an unknown bandset', { bandset: { bandset_id: none } }, 'bandset.bandset_id', /No bandset/],
    ['more cloud than there is', { cloud_cover: 101 }, 'cloud_cover', /100/],
    ['an angle below the ground', { off_nadir: -1 }, 'off_nadir', /0/],
    ['a long name', { name: 'x'.repeat(101) }, 'name', /100/],
    ['no use case', { usecase: '' }, 'usecase', /./],
    ['an unknown project', { project_id: none }, 'project_id', /No project/],
    ['an unknown store', { cloud_delivery: { config: none } }, 'cloud_delivery.config', /No store/],
    ['an area that crosses itself', { geometry: features(bowTie) }, 'geometry.features[0]', /crosses itself/],
    [
      'areas too far apart',
      { geometry: features(square(potsdam, 500), square([20, 52], 500)) },
      'geometry',
      /km from the others/,
    ],
    ['more pixels than can be computed', { geometry: features(square(potsdam, 40_000)) }, 'geometry', /./],
  ])('%s', async (_, changes, field, reason) => {
    const refused = await refusedFields(changes)
    expect(refused).toContainEqual({
      field: `order_items[0].${field}`,
      reason: expect.stringMatching(reason) as string,
    })
    // The form knows a place for every field of the contract (see its own test), so also for each that is named here.
    for (const { field: path } of refused) {
      const [key] = /\w+/.exec(path.replace('order_items[0].', ''))!
      expect(Object.keys(orderItemRequestSchema.shape)).toContain(key)
    }
  })
})

test('several wrong fields are named at once', async () => {
  const refused = await refusedFields({ project_id: none, bandset: { bandset_id: none }, start_date: day(0.5) })
  expect(refused.map(({ field }) => field)).toEqual(
    ['project_id', 'bandset.bandset_id', 'start_date'].map((field) => `order_items[0].${field}`),
  )
})
