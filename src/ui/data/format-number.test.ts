import { expect, test } from 'vitest'
import { formatNumber } from './format-number.ts'

test('groups thousands and cuts decimals', () => {
  expect(formatNumber(1234567.891)).toBe('1,234,567.89')
  expect(formatNumber(12, 2)).toBe('12')
})

test('keeps zeros so that columns align', () => {
  expect(formatNumber(12, 2, true)).toBe('12.00')
})

test('writes a true minus, and no minus before a rounded zero', () => {
  expect(formatNumber(-0.5, 1)).toBe('−0.5')
  expect(formatNumber(-0.001, 2)).toBe('0')
})

test('what is not a number is a dash', () => {
  expect(formatNumber(Number.NaN)).toBe('–')
  expect(formatNumber(Number.POSITIVE_INFINITY)).toBe('–')
})
