import { expect, it } from 'vitest'
import { readOrdersParams, writeOrdersParams } from './orders-search-params.ts'

const read = (text: string) => readOrdersParams(new URLSearchParams(text))

it('comes back as it was written', () => {
  const text = 'show=items&status=ACTIVE&type=ARCHIVE&page=2'
  expect(writeOrdersParams(read(text)).toString()).toBe(text)
  expect(writeOrdersParams(read('')).toString()).toBe('')
})

it('falls back where an address says nonsense', () => {
  expect(read('show=all&status=DONE&page=0')).toEqual(read(''))
})

it('keeps no filter of items in the address of orders', () => {
  expect(writeOrdersParams(read('status=ACTIVE')).toString()).toBe('')
})
