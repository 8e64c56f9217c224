import { expect, test } from 'vitest'
import { captureDiary } from './capture-diary.ts'
import { feasibility } from './feasibility.ts'
import { stripsOver } from './strips.ts'
import { squareAt } from '#sandbox/sandbox-for-tests.ts'

const dayMs = 86_400_000
const windowFrom = (day: string, days: number) => ({ startMs: Date.parse(day), endMs: Date.parse(day) + days * dayMs })
const over = (lng: number, lat: number) => stripsOver(squareAt(lng, lat, 0.02))
const usual = { cloudCoverPercent: 20, offNadirDeg: 20 }

test.each([
  ['the Atacama, two weeks', over(-69, -24), windowFrom('2027-05-01', 14), usual, 'SUCCESS', /chance/],
  [
    'the Congo basin, a week of clear sky only',
    over(23, 0),
    windowFrom('2027-11-01', 7),
    { cloudCoverPercent: 2, offNadirDeg: 10 },
    'FAILED',
    /Allow more cloud/,
  ],
  [
    'one day straight down',
    over(13, 52),
    windowFrom('2027-06-01', 1),
    { cloudCoverPercent: 100, offNadirDeg: 0 },
    'FAILED',
    /larger off-nadir angle/,
  ],
  [
    'Tromsø at Christmas',
    over(19, 69.6),
    windowFrom('2027-12-15', 20),
    usual,
    'FAILED',
    /The sun stands at most -?[\d.]+° high/,
  ],
  ['the pole', over(10, 84), windowFrom('2027-06-15', 20), usual, 'FAILED', /beyond 82\.4° of latitude/],
])('%s', (_, strips, window, limits, status, reason) => {
  const found = feasibility(strips, window, limits)
  expect([found.status, found.reason]).toEqual([status, expect.stringMatching(reason)])
})

test('the chance is 0 exactly where no attempt can ever happen', () => {
  for (const [lng, lat] of [
    [19, 69.6],
    [10, 84],
  ] as const) {
    // prettier-ignore
    const window = windowFrom('2027-12-01', 40)
    expect(feasibility(over(lng, lat), window, usual).chance).toBe(0)
    expect(captureDiary(over(lng, lat), window, { cloudCoverPercent: 100, offNadirDeg: 90 })).toEqual([])
  }
})

test('what comes to pass fits what was foretold, over many places and weeks', () => {
  let foretold = 0
  let taken = 0
  let count = 0
  for (let i = 0; i < 40; i++) {
    const strips = over(-150 + 7.3 * i, -50 + 2.6 * i)
    for (let week = 0; week < 12; week++) {
      const window = windowFrom(new Date(Date.UTC(2027, 0, 5) + week * 30 * dayMs).toISOString(), 4)
      foretold += feasibility(strips, window, usual).chance
      if (captureDiary(strips, window, usual).some((attempt) => attempt.taken)) taken++
      count++
    }
  }
  expect(foretold / count).toBeGreaterThan(0.3)
  expect(Math.abs(foretold - taken) / count).toBeLessThan(0.05)
})

test('attempts lie in the window, look aside no more than allowed, and end with the first clear one', () => {
  const window = windowFrom('2027-04-01', 60)
  const diary = captureDiary(over(13, 52), window, usual)
  expect(diary.length).toBeGreaterThan(1)
  for (const { pass } of diary) {
    expect(pass.ms >= window.startMs && pass.ms < window.endMs).toBe(true)
    expect(pass.offNadirDeg).toBeLessThanOrEqual(20)
    expect(pass.sunElevationDeg).toBeGreaterThanOrEqual(12)
  }
  expect(diary.map(({ taken }) => taken)).toEqual([...diary.slice(1).map(() => false), true])
  expect(diary.slice(0, -1).every(({ cloudPercent }) => cloudPercent > 20)).toBe(true)
})
