import { expect, test } from 'vitest'
import { readCamera, withCamera } from './camera-hash.ts'

const berlin = { center: [13.4049, 52.52] as [number, number], zoom: 9.236, bearing: 0, pitch: 0 }

test('a camera survives being written and read', () => {
  const hash = withCamera('', { ...berlin, bearing: -30.5, pitch: 40 })
  expect(hash).toBe('#map=9.236/52.52000/13.40490/-30.5/40')
  expect(readCamera(hash)).toEqual({ center: [13.4049, 52.52], zoom: 9.236, bearing: -30.5, pitch: 40 })
})

test('bearing and pitch are left out when zero, and other words of the hash stay', () => {
  expect(withCamera('#tab=bands&map=1/2/3', berlin)).toBe('#tab=bands&map=9.236/52.52000/13.40490')
})

test('a bearing of zero is kept in front of a pitch', () => {
  expect(readCamera(withCamera('', { ...berlin, pitch: 20 }))?.pitch).toBe(20)
})

test.each(['', '#map=', '#map=4/10', '#map=4/95/10', '#map=x/1/2', '#map=4/1/2/0/99', '#map=4//2'])(
  '%j is no camera',
  (hash) => expect(readCamera(hash)).toBeUndefined(),
)
