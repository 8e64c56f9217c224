import { expect, it } from 'vitest'
import { featureNames } from './feature-names.ts'

const names = (...rows: Record<string, unknown>[]) => featureNames(rows.map((properties) => ({ properties })))

it('calls features by the attribute that reads like a name', () => {
  expect(names({ id: 1, NAME: 'Potsdam', gen: 'x' })).toEqual(['Potsdam'])
  expect(names({ ags: '12', gen: 'Potsdam' }, { ags: '13', gen: 'Teltow' })).toEqual(['Potsdam', 'Teltow'])
  expect(names({ nom_comm: 'Lyon' }, { nom_comm: null })).toEqual(['Lyon', ''])
})

it('takes what tells features apart where no attribute is called a name', () => {
  expect(names({ kind: 'a', parcel: '12/3' }, { kind: 'a', parcel: '12/4' })).toEqual(['12/3', '12/4'])
  expect(names({ id: 7, size: 3.5 }, { id: 8, size: 3.5 })).toEqual(['7', '8'])
  expect(names({}, { size: 3 })).toEqual(['', ''])
  expect(names({ name: '', title: 'Field' })).toEqual(['Field'])
})
