import type { Position } from 'geojson'
import { expect, test } from 'vitest'
import { inverse } from '#src/geo/projection.ts'
import { splitAtAntimeridian } from '#src/geo/antimeridian.ts'
import type { Area } from '#src/geo/rings.ts'
import { quicklookPlace } from './quicklook-place.ts'

/** A footprint with straight edges on the grid of `epsg`, in metres. */
function footprint(points: [x: number, y: number][], epsg: number): Area {
  const ring = [...points, points[0]!].map((point): Position => inverse(point, epsg))
  return { type: 'Polygon', coordinates: [ring] }
}

const near = (found: readonly Position[] | null, wanted: readonly Position[]) => {
  expect(found).toHaveLength(4)
  for (const [i, [lng = 0, lat = 0]] of (found ?? []).entries()) {
    // 0.001° is about 100 m, a pixel of a quicklook.
    expect(Math.abs(lng - wanted[i]![0]!)).toBeLessThan(1e-3)
    expect(Math.abs(lat - wanted[i]![1]!)).toBeLessThan(1e-3)
  }
}

test('a slanted footprint lies within the grid of its own projection', () => {
  const epsg = 32633
  const slanted = footprint(
    [
      [370_000, 5_800_000],
      [410_000, 5_790_000],
      [420_000, 5_830_000],
      [380_000, 5_840_000],
    ],
    epsg,
  )
  const wanted = [
    [370_000, 5_840_000],
    [420_000, 5_840_000],
    [420_000, 5_790_000],
    [370_000, 5_790_000],
  ].map((point) => inverse(point, epsg))
  const place = quicklookPlace({ footprint: slanted, epsg })!
  near(place.corners, wanted)
  // Its own corners in the picture: the first at a fifth of the height from below, and so on round.
  const [ring = []] = place.outline
  for (const [i, share] of [
    [0, 0.8],
    [0.8, 1],
    [1, 0.2],
    [0.2, 0],
  ].entries()) {
    expect(ring[i * 12]![0]).toBeCloseTo(share[0]!, 6)
    expect(ring[i * 12]![1]).toBeCloseTo(share[1]!, 6)
  }
  // The box of degrees would be another place: the grid is turned against it this far from the zone's middle.
  expect(Math.abs(wanted[0]![1]! - wanted[1]![1]!)).toBeGreaterThan(5e-3)
})

test('over the antimeridian the corners stay together', () => {
  const epsg = 32760
  const across = splitAtAntimeridian(
    footprint(
      [
        [800_000, 8_000_000],
        [850_000, 8_000_000],
        [850_000, 8_050_000],
        [800_000, 8_050_000],
      ],
      epsg,
    ),
  )
  expect(across.type).toBe('MultiPolygon')
  const lngs = quicklookPlace({ footprint: across, epsg })!.corners.map(([lng = 0]) => lng)
  expect(Math.max(...lngs) - Math.min(...lngs)).toBeLessThan(1)
})

test('without a projection that is known, the box of degrees', () => {
  const area: Area = {
    type: 'Polygon',
    coordinates: [
      [
        [10, 1],
        [12, 0],
        [11, 3],
        [10, 1],
      ],
    ],
  }
  const box = [
    [10, 3],
    [12, 3],
    [12, 0],
    [10, 0],
  ]
  const outline = [
    [
      [0, 2 / 3],
      [1, 1],
      [0.5, 0],
      [0, 2 / 3],
    ],
  ]
  expect(quicklookPlace({ footprint: area })).toEqual({ corners: box, outline })
  expect(quicklookPlace({ footprint: area, epsg: 27700 })).toEqual({ corners: box, outline })
  expect(quicklookPlace({ footprint: null, epsg: 32633 })).toBeNull()
})
