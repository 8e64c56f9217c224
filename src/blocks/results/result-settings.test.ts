import { expect, test } from 'vitest'
import { readResultSettings, writeResultSettings } from './result-settings.ts'

test('reads what is shown, and falls back where the URL makes no sense', () => {
  expect(readResultSettings(new URLSearchParams('output=change&band=rgb&colours=RdBu&opacity=40&by=area_ha'))).toEqual({
    output: 'change',
    band: 'rgb',
    colours: 'RdBu',
    opacity: 40,
    by: 'area_ha',
  })
  expect(readResultSettings(new URLSearchParams('output=&colours=mud&opacity=400'))).toEqual({
    output: null,
    band: null,
    colours: 'viridis',
    opacity: 100,
    by: null,
  })
})

test('writes what differs from the usual; another result forgets how the last one was shown', () => {
  const params = new URLSearchParams('q=1&output=a&band=PC2&colours=magma&opacity=40')
  expect(writeResultSettings(params, { opacity: 100 }).toString()).toBe('q=1&output=a&band=PC2&colours=magma')
  expect(writeResultSettings(params, { output: 'b' }).toString()).toBe('q=1&output=b&opacity=40')
})
