import { describe, expect, it } from 'vitest'
import { aoiLimits, orderLimits, polygonErrors, polygonProblems } from './polygon-problems.ts'
import { box } from './shapes.ts'

const polygon = (...rings: unknown[]) => ({ type: 'Polygon', coordinates: rings })
const outline = box(13, 52, 14, 53).coordinates[0] ?? []
const reasons = (input: unknown) => polygonProblems(input).map(({ reason }) => reason)

describe('polygonProblems', () => {
  it('finds nothing wrong with good areas', () => {
    const hole = (box(13.2, 52.2, 13.4, 52.4).coordinates[0] ?? []).toReversed()
    expect(polygonProblems(box(13, 52, 14, 53))).toEqual([])
    expect(polygonProblems(polygon(outline, hole))).toEqual([])
    const touching = [box(13, 52, 14, 53).coordinates, box(14, 52, 15, 53).coordinates]
    expect(polygonProblems({ type: 'MultiPolygon', coordinates: touching })).toEqual([])
  })

  it.each([
    ['nothing', undefined, 'empty', /draw one/],
    ['a word', 'POLYGON', 'not-polygon', /not a string/],
    ['a point', { type: 'Point', coordinates: [1, 2] }, 'not-polygon', /this is a Point/],
    ['a feature', { type: 'Feature', geometry: box(0, 0, 1, 1) }, 'not-polygon', /geometry inside/],
    ['no rings', polygon(), 'empty', /no coordinates/],
    ['a ring that is no list', polygon('ring'), 'not-polygon', /nested wrongly/],
    ['wrong nesting', polygon([outline]), 'not-polygon', /MultiPolygon named Polygon/],
    [
      'text for numbers',
      polygon([
        ['13', '52'],
        [14, 52],
        [14, 53],
        ['13', '52'],
      ]),
      'bad-coordinate',
      /Point 1 of the outline/,
    ],
    [
      'NaN',
      polygon([
        [NaN, 52],
        [14, 52],
        [14, 53],
        [NaN, 52],
      ]),
      'bad-coordinate',
      /not \[longitude, latitude\]/,
    ],
    [
      'metres',
      polygon([
        [500000, 5800000],
        [510000, 5800000],
        [510000, 5810000],
        [500000, 5800000],
      ]),
      'out-of-range',
      /WGS 84/,
    ],
    [
      'swapped',
      polygon([
        [-33, 151],
        [-33, 152],
        [-34, 152],
        [-33, 151],
      ]),
      'out-of-range',
      /swapped/,
    ],
    [
      'two points',
      polygon([
        [1, 1],
        [2, 2],
        [1, 1],
      ]),
      'too-few-points',
      /only 2 different points/,
    ],
    ['an open ring', polygon(outline.slice(0, -1)), 'open-ring', /repeat the first/],
    [
      'a bow-tie',
      polygon([
        [13, 52],
        [14, 53],
        [14, 52],
        [13, 53],
        [13, 52],
      ]),
      'self-crossing',
      /near 52\.5000, 13\.5000, between its sides 1 and 3/,
    ],
    [
      'a spike',
      polygon([
        [13, 52],
        [14, 52],
        [15, 52],
        [14, 52],
        [14, 53],
        [13, 52],
      ]),
      'self-crossing',
      /crosses itself/,
    ],
    ['a jump over 180', box(179, 1, -179, 2), 'antimeridian', /cut it there/],
    [
      'a hole outside',
      polygon(outline, (box(16, 52, 17, 53).coordinates[0] ?? []).toReversed()),
      'hole-outside',
      /Hole 1 lies outside/,
    ],
    [
      'a hole across',
      polygon(outline, (box(13.5, 52.4, 14.5, 52.6).coordinates[0] ?? []).toReversed()),
      'hole-outside',
      /crosses the outline/,
    ],
    [
      'overlapping parts',
      { type: 'MultiPolygon', coordinates: [[outline], box(13.5, 52.5, 14.5, 53.5).coordinates] },
      'self-crossing',
      /Parts 1 and 2 overlap/,
    ],
    [
      'no area',
      polygon([
        [13, 52],
        [13.000001, 52],
        [13.000001, 52.000001],
        [13, 52],
      ]),
      'too-small',
      /only 0\.0\d+ m²/,
    ],
    ['too large', box(0, 40, 4, 45), 'too-large', /more than the 20,000 km² allowed/],
    [
      'far apart',
      { type: 'MultiPolygon', coordinates: [[outline], box(18, 52, 18.1, 52.1).coordinates] },
      'parts-too-far',
      /Part 2 is 27\d km from the others/,
    ],
  ] as [string, unknown, string, RegExp][])('%s', (_, input, reason, message) => {
    const [problem] = polygonProblems(input)
    expect(problem?.reason).toBe(reason)
    expect(problem?.severity).toBe('error')
    expect(problem?.message).toMatch(message)
  })

  it('does not let an outline touch itself at a corner', () => {
    const hourglass = [
      [0, 0],
      [0.2, 0],
      [0.1, 0.1],
      [0.2, 0.2],
      [0, 0.2],
      [0.1, 0.1],
      [0, 0],
    ]
    expect(polygonProblems(polygon(hourglass))).toMatchObject([{ reason: 'self-crossing', at: [0.1, 0.1] }])
  })

  it('says where on the map and in which ring', () => {
    const [problem] = polygonProblems(
      polygon([
        [13, 52],
        [14, 53],
        [14, 52],
        [13, 53],
        [13, 52],
      ]),
    )
    expect(problem?.at?.[0]).toBeCloseTo(13.5, 9)
    expect(problem?.at?.[1]).toBeCloseTo(52.5, 9)
    expect(problem?.ring).toBe(0)
  })

  it('only warns of direction and of what is billed anyway', () => {
    const reversed = polygon(outline.toReversed())
    expect(polygonProblems(reversed)).toMatchObject([{ reason: 'winding', severity: 'warning' }])
    expect(polygonErrors(reversed)).toEqual([])
    const small = box(13, 52, 13.1, 52.1)
    expect(polygonProblems(small, orderLimits)).toMatchObject([{ reason: 'too-small', severity: 'warning' }])
    expect(polygonProblems(small, aoiLimits)).toEqual([])
  })

  it('lets parts reach one another in steps', () => {
    const step = (west: number) => box(west, 0, west + 0.1, 0.1).coordinates
    expect(reasons({ type: 'MultiPolygon', coordinates: [step(10), step(13.4), step(11.7)] })).toEqual([])
    expect(reasons({ type: 'MultiPolygon', coordinates: [step(10), step(13.4)] })).toEqual(['parts-too-far'])
    expect(reasons({ type: 'MultiPolygon', coordinates: [step(179.5), step(-179.5)] })).toEqual([])
  })

  it('survives any rubbish, circles and all', () => {
    const circular: unknown[] = []
    circular.push(circular)
    const rubbish: unknown[] = [
      null,
      1,
      true,
      [],
      {},
      () => 1,
      Symbol('x'),
      10n,
      NaN,
      new Date(),
      circular,
      [[]],
      [[[]]],
      [[[[]]]],
    ]
    rubbish.push(
      [[null]],
      [[[null, null]]],
      [[['a', 'b']]],
      [[[{}, []]]],
      [[[1]]],
      [[[Infinity, 1]]],
      [[[10n, 1]]],
      [undefined],
    )
    for (const item of rubbish) {
      for (const input of [
        item,
        { type: item, coordinates: item },
        polygon(item),
        { type: 'Polygon', coordinates: item },
        { type: 'MultiPolygon', coordinates: item },
      ]) {
        const problems = polygonProblems(input)
        expect(problems.length).toBeGreaterThan(0)
        for (const { message } of problems) expect(message).toMatch(/^\S.*[.]$/)
      }
    }
  })

  it('checks a detailed coastline quickly', () => {
    const corners = Array.from({ length: 20_000 }, (_, i) => {
      const angle = (i / 20_000) * 2 * Math.PI
      const radius = 0.5 + 0.05 * Math.sin(angle * 400)
      return [10 + radius * Math.cos(angle), 45 + radius * Math.sin(angle)]
    })
    // Time on the processor: others may use it, too.
    const started = process.cpuUsage()
    expect(reasons(polygon([...corners, corners[0]]))).toEqual([])
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(3000)
  })
})
