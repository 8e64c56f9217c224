import { expect, it } from 'vitest'
import { pictureLabel, toDelivered } from './delivered-picture.ts'

const details = {
  id: 'scene-1',
  collection: 'pixxel-ff-l2a',
  geometry: null,
  properties: { datetime: '2026-10-20T10:13:34Z', platform: 'FF02', order_item_id: 'item-1', project_id: 7 },
}

it('is told from another picture of the same scene, and knows where it came from', () => {
  const [one, other] = ['c1', 'c2'].map((id) => toDelivered({ id, area: 6.85, details }))
  expect([one?.scene?.key, other?.scene?.key]).toEqual(['c1', 'c2'])
  expect(one).toMatchObject({ areaKm2: 6.85, orderItemId: 'item-1' })
  expect(one?.projectId, 'what is no text is no id').toBeUndefined()
  expect(one && pictureLabel(one)).toBe('Firefly FF02, 2026-10-20')
})

it('is still listed when the service says nothing of its scene', () => {
  const bare = toDelivered({ id: '5207b141-76e9-445c', details: null, area: null })
  expect(bare.scene).toBeNull()
  expect(bare).not.toHaveProperty('areaKm2')
  expect(pictureLabel(bare)).toBe('Picture 5207b141')
})
