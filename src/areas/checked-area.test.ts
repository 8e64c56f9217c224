import { expect, test } from 'vitest'
import { bboxPolygon } from '#src/geo/bbox-polygon.ts'
import { combineAreas } from '#src/geo/collect-areas.ts'
import type { Area } from '#src/geo/rings.ts'
import { checkArea, type Finding } from './checked-area.ts'

const polygon = (...ring: [number, number][]): Area => ({ type: 'Polygon', coordinates: [ring] })

const said = (findings: readonly Finding[]) => findings.map(({ message }) => message).join()

test('an area in order is used as it is, without a word', () => {
  const area = bboxPolygon([13, 52.3, 13.3, 52.5])
  expect(checkArea(area)).toEqual({
    usable: area,
    isAoi: true,
    isMeasurable: true,
    findings: [],
    notes: [],
  })
})

test('an outline that crosses itself is not searched, and has no size', () => {
  const { usable, isMeasurable, findings } = checkArea(polygon([13, 52], [14, 53], [14, 52], [13, 53], [13, 52]))
  expect(usable).toBeNull()
  expect(isMeasurable).toBe(false)
  expect(findings).toHaveLength(1)
  expect(findings[0]).toMatchObject({
    severity: 'error',
    message: expect.stringMatching(/crosses itself/),
    at: [expect.closeTo(13.5), expect.closeTo(52.5)],
  })
})

test('where it can be meant one way only, the mended area comes along and is in order', () => {
  const { findings } = checkArea(polygon([13, 52], [14, 53], [14, 52], [13, 53], [13, 52]))
  const fix = findings[0]?.fix
  expect(fix?.type).toBe('MultiPolygon')
  expect(fix && checkArea(fix).usable).toEqual(fix)
})

test('parts too far apart are told at the place, and left to the person', () => {
  const { usable, findings } = checkArea(
    combineAreas([bboxPolygon([10, 50, 10.5, 50.5]), bboxPolygon([14, 50, 14.5, 50.5])]),
  )
  expect(usable).toBeNull()
  expect(findings).toMatchObject([{ severity: 'error', at: [14, 50] }])
  expect(findings[0]?.fix).toBeUndefined()
})

test('drawn over the antimeridian it is cut there, and that is said', () => {
  const { usable, findings, notes } = checkArea(polygon([179, 10], [181, 10], [181, 11], [179, 11], [179, 10]))
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
  expect(usable?.type).toBe('MultiPolygon')
  expect(notes.join()).toMatch(/antimeridian/)
})

test('a small one is usable, with a word about what is billed', () => {
  const { usable, isAoi, findings } = checkArea(bboxPolygon([13, 52, 13.01, 52.01]))
  expect([usable !== null, isAoi]).toEqual([true, true])
  expect(said(findings)).toMatch(/100 km² is billed/)
})

test('between the limits of AOIs and of orders it can be ordered only', () => {
  const { usable, isAoi, findings } = checkArea(bboxPolygon([10, 48, 13, 50]))
  expect([usable !== null, isAoi]).toEqual([true, false])
  expect(said(findings)).toMatch(/20,000 km²/)
})

test('a huge one is refused, but measured', () => {
  const { usable, isMeasurable, findings } = checkArea(bboxPolygon([-20, 30, 40, 60]))
  expect([usable, isMeasurable]).toEqual([null, true])
  expect(said(findings)).toMatch(/200,000 km²/)
})
