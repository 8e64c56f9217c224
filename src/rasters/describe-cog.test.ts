import { describe, expect, it } from 'vitest'
import type { Cog } from '#src/imagery/open-cog.ts'
import { describeCog } from './describe-cog.ts'

const cogOf = (names: string[], wavelengthNm?: number) =>
  ({
    levels: [],
    info: {
      bands: names.map((name) => ({ name, scale: 1, offset: 0, ...(wavelengthNm && { wavelengthNm }) })),
      nodata: null,
    },
  }) as unknown as Cog
const namesOf = (cog: Cog) => cog.info.bands.map(({ name }) => name)

describe('describeCog', () => {
  it('adds what the service knows; wavelengths of the file itself go first, pixels stay shared', () => {
    const told = [{ name: 'B009', wavelengthNm: 500 }]
    const cog = cogOf([''])
    expect(describeCog(cog, { bands: told }).info.bands).toEqual([
      { name: 'B009', wavelengthNm: 500, scale: 1, offset: 0 },
    ])
    expect(describeCog(cog, { bands: told }).levels).toBe(cog.levels)
    expect(describeCog(cogOf(['x'], 501), { bands: told }).info.bands[0]?.wavelengthNm).toBe(501)
    expect(describeCog(cogOf(['x', 'y']), { bands: told }).info.bands[0]?.wavelengthNm).toBeUndefined()
  })

  it('takes scale and "no data" as they are given, zero included', () => {
    const { info } = describeCog(cogOf(['x']), { scale: 0.0001, nodata: 0 })
    expect(info).toMatchObject({ nodata: 0, bands: [{ scale: 0.0001, offset: 0 }] })
    expect(describeCog(cogOf(['x']), { nodata: null }).info.nodata).toBeNull()
  })

  it('calls bands so that a formula can hold each', () => {
    expect(namesOf(describeCog(cogOf(['red', 'B8A']), {}))).toEqual(['red', 'B8A'])
    expect(namesOf(describeCog(cogOf(['Reflectance 1', 'nir', 'nir', 'constructor', 'R850', 'pi', '']), {}))).toEqual([
      'B001',
      'nir',
      'B003',
      'B004',
      'B005',
      'B006',
      'B007',
    ])
    expect(namesOf(describeCog(cogOf(['B002', 'two words']), {}))).toEqual(['B001', 'B002'])
  })
})
