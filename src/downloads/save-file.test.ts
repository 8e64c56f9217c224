import { expect, it } from 'vitest'
import { formatBytes } from './format-bytes.ts'
import { expiryOf } from './save-file.ts'

const expiry = (query: string) => expiryOf(new URL(`https://store/f.zip?${query}`))

it('reads until when an address opens, as the three clouds write it', () => {
  const noon = Date.UTC(2026, 10, 24, 12)
  expect(expiry('X-Amz-Date=20261124T110000Z&X-Amz-Expires=3600')).toBe(noon)
  expect(expiry('X-Goog-Date=20261124T110000Z&X-Goog-Expires=3600')).toBe(noon)
  expect(expiry('se=2026-11-24T12%3A00%3A00Z&sig=x')).toBe(noon)
  expect(expiry('token=abc')).toBeUndefined()
  expect(expiry('X-Amz-Date=soon&X-Amz-Expires=60')).toBeUndefined()
})

it('writes sizes in decimal units', () => {
  expect([0, 812, 4200, 999_600, 12_345_678, 3.2e9].map(formatBytes)).toEqual([
    '0 B',
    '812 B',
    '4.2 kB',
    '1.0 MB',
    '12 MB',
    '3.2 GB',
  ])
})
