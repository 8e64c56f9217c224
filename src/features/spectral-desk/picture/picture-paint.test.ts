import { describe, expect, it } from 'vitest'
import { statisticsOf } from '#src/imagery/value-statistics.ts'
import { breaksFor, classesOf, picturePaint, rangeByPercentiles, rangesSet } from './picture-paint.ts'
import { readPicture } from './picture-search-params.ts'
import { compositeText, treesOfPicture } from './picture-trees.ts'

const bands = [
  { name: 'B001', wavelengthNm: 490 },
  { name: 'B002', wavelengthNm: 560 },
  { name: 'B003', wavelengthNm: 665 },
  { name: 'B004', wavelengthNm: 842 },
]
const reflectance = { bands: bands.map((band) => ({ ...band, scale: 0.0001, offset: 0 })) }
const stored = { bands: reflectance.bands.map((band) => ({ ...band, scale: 1 })) }
const pictureOf = (text: string) => readPicture(new URLSearchParams(text))
const treesOf = (text: string) => {
  const read = treesOfPicture(pictureOf(text), bands)
  if (!read.ok) throw new Error(JSON.stringify(read.errors))
  return read.trees
}

describe('treesOfPicture', () => {
  it('shows the first composite that the bands allow, unless told otherwise', () => {
    expect(compositeText('', bands)).toBe('B003;B002;B001')
    expect(compositeText('colour_infrared', bands)).toBe('B004;B003;B002')
    expect(compositeText('R842; B001; B001 * 2', bands)).toBe('R842; B001; B001 * 2')
    expect(compositeText('', [{ name: 'a' }, { name: 'b' }, { name: 'c' }, { name: 'd' }])).toBe('d; c; b')
    expect(compositeText('', [{ name: 'only' }])).toBe('only; only; only')
  })

  it('says which text can not be read', () => {
    expect(treesOfPicture(pictureOf('show=formula&f=nir+-+foo'), bands)).toMatchObject({ ok: false, field: 'f' })
    expect(treesOfPicture(pictureOf('show=band&band=R2200'), bands)).toMatchObject({ ok: false, field: 'band' })
    expect(treesOfPicture(pictureOf('mask=nir+>'), bands)).toMatchObject({ ok: false, field: 'mask' })
    const rgb = treesOfPicture(pictureOf('rgb=foo;nir;bar'), bands)
    expect(rgb).toMatchObject({ ok: false, field: 'rgb', errors: [{ start: 0 }, { start: 8 }] })
  })

  it('leaves out what the mask leaves out, in all evaluators', async () => {
    const { evaluator } = await import('#src/formula/evaluate.ts')
    const [tree] = treesOf('show=formula&f=nir-red&mask=nir+>+0.3')
    expect(evaluator(tree!)([0, 0, 0.1, 0.5])).toBeCloseTo(0.4)
    expect(evaluator(tree!)([0, 0, 0.1, 0.2])).toBeNaN()
    expect(evaluator(tree!)([0, 0, 0.1, NaN])).toBeNaN()
    expect(treesOf('mask=nir>0.3')).toHaveLength(3)
  })
})

describe('picturePaint', () => {
  it('stretches each channel by itself, ramps by the range, and classes by their borders', () => {
    const rgb = pictureOf('rgb-gamma=1.5')
    expect(
      picturePaint(rgb, treesOf(''), [
        [0, 1],
        [0, 2],
        [0, 3],
      ]),
    ).toMatchObject({
      kind: 'rgb',
      ranges: [
        [0, 1],
        [0, 2],
        [0, 3],
      ],
      gamma: 1.5,
    })
    const formula = pictureOf('show=formula&f=nir&f-colours=RdYlGn_r&f-gamma=2&f-range=-1,1')
    expect(rangesSet(formula, reflectance)).toEqual([[-1, 1]])
    expect(picturePaint(formula, treesOf('show=formula&f=nir'), [[-1, 1]])).toMatchObject({
      kind: 'ramp',
      range: [-1, 1],
      colormap: 'RdYlGn_r',
      gamma: 2,
    })
    const classes = pictureOf('show=formula&f=nir&f-breaks=0,0.5&f-classes=ff0000,00ff00,0000ff&f-labels=Low|Mid|High')
    expect(picturePaint(classes, treesOf('show=formula&f=nir'), [[0, 1]])).toMatchObject({
      kind: 'classes',
      classes: [
        { min: -Infinity, max: 0, colour: '#ff0000', label: 'Low' },
        { min: 0, max: 0.5, colour: '#00ff00' },
        { min: 0.5, max: Infinity, colour: '#0000ff' },
      ],
    })
  })

  it('shows a preset composite over its usual reflectance, stored numbers and bands of one’s own by their percentiles', () => {
    const true_colour = [0, 0.25]
    expect(rangesSet(pictureOf(''), reflectance)).toEqual([true_colour, true_colour, true_colour])
    expect(rangesSet(pictureOf('rgb=B003;B002;B001'), reflectance)).toEqual([true_colour, true_colour, true_colour])
    expect(rangesSet(pictureOf(''), stored)).toBeNull()
    expect(rangesSet(pictureOf('rgb=B004;B002;B001'), reflectance)).toBeNull()
    expect(rangesSet(pictureOf('rgb-stretch=pixels'), reflectance)).toBeNull()
    expect(rangesSet(pictureOf('rgb-ranges=0,1;0,2;0,3'), stored)).toEqual([
      [0, 1],
      [0, 2],
      [0, 3],
    ])
  })

  it('gives classes colours from the map when they have none of their own, as many as there are', () => {
    const picture = pictureOf('f-classes=ff0000&f-colours=gray')
    expect(classesOf(picture, [0, 1]).map(({ colour }) => colour)).toEqual(['#ff0000', '#808080', '#d5d5d5'])
  })

  it('finds ranges and borders from the pixels', () => {
    const statistics = statisticsOf(Float32Array.from({ length: 1001 }, (_, i) => i / 1000))
    const [from, to] = rangeByPercentiles(statistics, [2, 98])
    expect([from, to]).toEqual([expect.closeTo(0.02, 4), expect.closeTo(0.98, 4)])
    expect(rangeByPercentiles(statisticsOf(Float32Array.of(3, 3)), [2, 98])).toEqual([2.5, 3.5])
    expect(rangeByPercentiles(statisticsOf(Float32Array.of(NaN)), [2, 98])).toEqual([0, 1])
    expect(breaksFor(4, 'steps', [0, 1], undefined)).toEqual([0.25, 0.5, 0.75])
    expect(breaksFor(4, 'pixels', [0, 100], statistics)).toEqual([0.25, 0.5, 0.75].map((at) => expect.closeTo(at, 0)))
    expect(breaksFor(5, 'pixels', [0, 1], statisticsOf(Float32Array.of(1, 1, 1)))).toEqual([1])
  })
})
