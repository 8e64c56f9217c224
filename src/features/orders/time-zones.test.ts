import { expect, test } from 'vitest'
import { ownZone, timeZones, utcOffset } from './time-zones.ts'

test('UTC and the own zone come first, each zone once, by the name it has today', () => {
  const zones = timeZones()
  expect(zones[0]).toBe('UTC')
  expect(zones.slice(0, 2)).toContain(ownZone())
  expect(new Set(zones).size).toBe(zones.length)
  expect(zones).toEqual(expect.arrayContaining(['Asia/Kolkata', 'Europe/Kyiv', 'Europe/Berlin']))
  expect(zones).not.toContain('Asia/Calcutta')
})

test('every zone that is listed is one', () => {
  for (const zone of timeZones()) expect(utcOffset(zone, new Date(0)), zone).toMatch(/^UTC([+-]\d{1,2}(:\d\d)?)?/)
})

test('says how far a zone is from UTC, in summer and in winter', () => {
  expect(utcOffset('Asia/Kathmandu', new Date('2027-01-01T00:00:00Z'))).toBe('UTC+5:45')
  expect(utcOffset('Europe/Berlin', new Date('2027-01-01T00:00:00Z'))).toBe('UTC+1')
  expect(utcOffset('Europe/Berlin', new Date('2027-07-01T00:00:00Z'))).toBe('UTC+2')
  expect(utcOffset('UTC', new Date(0))).toBe('UTC')
})
