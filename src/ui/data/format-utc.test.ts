import { expect, test } from 'vitest'
import { formatUtc, localTitle } from './format-utc.ts'

const moment = new Date('2026-11-24T10:32:07.512Z')

test('shows as much of a moment as is asked for, in UTC', () => {
  expect(formatUtc(moment, 'day')).toBe('2026-11-24')
  expect(formatUtc(moment, 'minute')).toBe('2026-11-24 10:32')
  expect(formatUtc(moment, 'second')).toBe('2026-11-24 10:32:07')
})

test('says the local time with its zone', () => {
  expect(localTitle(moment, 'Asia/Kolkata')).toMatch(/24 Nov 2026.*16:02:07.*GMT\+5:30/)
})
