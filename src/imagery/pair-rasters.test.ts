import { describe, expect, it } from 'vitest'
import { parseFormula } from '#src/formula/parse.ts'
import { bind } from '#src/formula/bind.ts'
import { bandsOf } from '#src/formula/to-glsl.ts'
import { createBlockReader } from './block-reader.ts'
import { fixture, memorySource } from './memory-source-for-tests.ts'
import { openSource, type Cog } from './open-cog.ts'
import { behind, pairRasters } from './pair-rasters.ts'
import { readWindow } from './read-window.ts'

// Written by GDAL 3.6: 70 x 50 pixels of 10 m, 3 bands; "no data" is 0.
const digitAt = (band: number, x: number, y: number) => (band * 1000 + y * 97 + x * 31) % 10007
const open = async () =>
  openSource(memorySource(await fixture('uint16-planar-tiles.tif')), {}, { reader: createBlockReader() })

/** The same pixels on other ground. */
function moved(cog: Cog, eastM: number, northM: number, pixelM = 10): Cog {
  const { grid } = cog.info
  return {
    ...cog,
    info: {
      ...cog.info,
      grid: {
        ...grid,
        originX: grid.originX + eastM,
        originY: grid.originY + northM,
        pixelWidth: pixelM,
        pixelHeight: pixelM,
      },
    },
  }
}
function paired(a: Cog, b: Cog): Cog {
  const pair = pairRasters(a, b)
  if (!pair.ok) throw new Error(pair.problem)
  return pair.cog
}

describe('two rasters as one', () => {
  it('has the bands of both, in the order asked for, at any level', async () => {
    const [a, b] = [await open(), await open()]
    const pair = paired(a, b)
    expect(pair.info.bands).toHaveLength(6)
    expect(new Set(pair.info.bands.map(({ name }) => name)).size).toBe(6)
    const window = { x: 3, y: 2, width: 20, height: 30 }
    const both = await readWindow(pair, [5, 0, 3], { window })
    expect(both).toEqual([...(await readWindow(b, [2], { window })), ...(await readWindow(a, [0, 0], { window }))])
    expect(await readWindow(pair, [4], { level: 1 })).toEqual(await readWindow(b, [1], { level: 1 }))
  })

  it('takes the pixel on the same ground, and none where the other does not reach', async () => {
    const [a, b] = [await open(), moved(await open(), 40, -30)]
    const [samples] = await readWindow(paired(a, b), [4], {})
    const at = (x: number, y: number) => samples![y * 70 + x]
    expect(at(10, 20)).toBe(digitAt(1, 10 - 4, 20 - 3))
    expect(at(69, 49)).toBe(digitAt(1, 65, 46))
    expect([at(3, 20), at(10, 2)]).toEqual([0, 0])
  })

  it('takes the nearest of coarser pixels, and of finer ones', async () => {
    const [a, b] = [await open(), moved(await open(), 0, 0, 30)]
    const [coarse] = await readWindow(paired(a, b), [3], {})
    expect(coarse![20 * 70 + 31]).toBe(digitAt(0, Math.floor(31 / 3), Math.floor(20 / 3)))
    const [fine] = await readWindow(paired(b, a), [3], {})
    expect(fine![5 * 70 + 7]).toBe(digitAt(0, 7 * 3 + 1, 5 * 3 + 1))
    expect(fine![5 * 70 + 60]).toBe(0)
  })

  it('gives fractions where the two do not mean the same by a stored number', async () => {
    const a = await open()
    const b = { ...a, info: { ...a.info, nodata: digitAt(0, 4, 5) } }
    const pair = paired(a, b)
    expect(pair.info).toMatchObject({ sampleType: 'float32', nodata: null })
    const [own, other] = await readWindow(pair, [0, 3], {})
    expect(own).toBeInstanceOf(Float32Array)
    expect(other![5 * 70 + 4]).toBeNaN()
    expect(own![5 * 70 + 4]).toBe(digitAt(0, 4, 5))
  })

  it('says why two can not be one', async () => {
    const a = await open()
    const elsewhere = { ...a, info: { ...a.info, grid: { ...a.info.grid, epsg: 32634 } } }
    expect(pairRasters(a, elsewhere)).toMatchObject({ ok: false, problem: expect.stringContaining('EPSG:32634') })
    expect(pairRasters(a, moved(a, 700, 0))).toMatchObject({ ok: false, problem: expect.stringContaining('ground') })
  })

  it('moves a formula to the bands behind', () => {
    const parsed = parseFormula('b > 0.1 ? max(b, -c) : 1')
    const bound = parsed.ok && bind(parsed.tree, [{ name: 'a' }, { name: 'b' }, { name: 'c' }])
    if (!bound || !bound.ok) throw new Error('the formula does not fit')
    expect(bandsOf(bound.tree)).toEqual([1, 2])
    expect(bandsOf(behind(bound.tree, 3))).toEqual([4, 5])
  })
})
