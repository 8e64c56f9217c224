import { expect, test } from 'vitest'
import { readResultSettings, writeResultSettings } from './result-settings.ts'

test('reads what is shown, and falls back where the URL makes no sense', () => {
  expect(
    readResultSettings(
      new URLSearchParams('output=change&band=rgb&colours=RdBu&opacity=40&by=area_ha&beneath=false&hidden=9,10'),
    ),
  ).toEqual({
    output: 'change',
    band: 'rgb',
    colours: 'RdBu',
    opacity: 40,
    by: 'area_ha',
    beneath: false,
    hidden: [9, 10],
  })
  expect(readResultSettings(new URLSearchParams('output=&colours=mud&opacity=400'))).toEqual({
    output: null,
    band: null,
    colours: null,
    opacity: 100,
    by: null,
    beneath: true,
    hidden: [],
  })
})

test('writes what differs from the usual; another result forgets how the last one was shown', () => {
  const params = new URLSearchParams('q=1&output=a&band=PC2&colours=magma&opacity=40')
  expect(writeResultSettings(params, { opacity: 100 }).toString()).toBe('q=1&output=a&band=PC2&colours=magma')
  expect(writeResultSettings(params, { output: 'b' }).toString()).toBe('q=1&output=b&opacity=40')
  const without = writeResultSettings(params, { hidden: [1, 4] })
  expect(without.get('hidden')).toBe('1,4')
  expect(writeResultSettings(without, { hidden: [] }).has('hidden')).toBe(false)
  expect(writeResultSettings(without, { output: 'b' }).has('hidden')).toBe(false)
  const bare = writeResultSettings(params, { beneath: false })
  expect(readResultSettings(bare).beneath).toBe(false)
  expect(writeResultSettings(bare, { beneath: true }).get('beneath')).toBeNull()
})
