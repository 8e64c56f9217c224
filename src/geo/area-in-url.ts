import type { Position } from 'geojson'
import { parseArea } from './parse-area.ts'
import { areaFrom, openRing, polygonsOf } from './rings.ts'
import type { Area } from './rings.ts'

/** Six decimals of a degree: 0.11 m on the ground. */
const perDegree = 1e6

/**
 * An area as short text for a search parameter, of characters that need no escaping there: parts joined by `..`, rings by
 * `.`, numbers by `_`. A ring is its corners without the closing one, longitude first, in millionths of a degree and base 36,
 * each as the step from the one before. About nine characters a corner, so that a thousand fit where 16 kB are allowed.
 */
export function areaToUrl(area: Area): string {
  return polygonsOf(area)
    .map((rings) => rings.map(ringToText).join('.'))
    .join('..')
}

/** Reads what `areaToUrl` wrote; also anything else that `parseArea` knows, for addresses written by hand. Null: neither. */
export function areaFromUrl(text: string | null | undefined): Area | null {
  if (!text) return null
  if (!/^[-0-9a-z_.]+$/.test(text) || !text.includes('_')) {
    const parsed = parseArea(text)
    return parsed.ok ? parsed.geometry : null
  }
  const polygons = text.split('..').map((part) => part.split('.').map(ringFromText))
  return polygons.flat().every((ring) => ring !== null) ? areaFrom(polygons as Position[][][]) : null
}

function ringToText(ring: Position[]): string {
  let [lastX, lastY] = [0, 0]
  return openRing(ring)
    .map(([lng = 0, lat = 0]) => {
      const [x, y] = [Math.round(lng * perDegree), Math.round(lat * perDegree)]
      const step = `${(x - lastX).toString(36)}_${(y - lastY).toString(36)}`
      ;[lastX, lastY] = [x, y]
      return step
    })
    .join('_')
}

function ringFromText(text: string): Position[] | null {
  const steps = text.split('_')
  if (steps.length < 6 || steps.length % 2 === 1 || !steps.every((step) => /^-?[0-9a-z]{1,8}$/.test(step))) return null
  let [x, y] = [0, 0]
  const corners: Position[] = []
  for (let i = 0; i < steps.length; i += 2) {
    x += Number.parseInt(steps[i] ?? '', 36)
    y += Number.parseInt(steps[i + 1] ?? '', 36)
    corners.push([x / perDegree, y / perDegree])
  }
  const [first] = corners
  return first ? [...corners, [...first]] : null
}
