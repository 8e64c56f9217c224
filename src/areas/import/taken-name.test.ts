import { expect, it } from 'vitest'
import { takenName } from './taken-name.ts'

it('calls an area as its feature, or as the file', () => {
  const file = { features: [{ name: 'Potsdam' }, { name: '' }] }
  expect(takenName({ name: 'districts.kml', file, indices: [0] })).toBe('Potsdam')
  expect(takenName({ name: 'districts.v2.kml', file, indices: [1] })).toBe('districts.v2')
  expect(takenName({ name: 'districts.kml', file, indices: [0, 1] })).toBe('districts')
  expect(takenName({ name: 'Pasted text', file, indices: [1] })).toBeUndefined()
})
