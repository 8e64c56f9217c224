import { describe, expect, it } from 'vitest'
import { catalogSearchSchema } from '#src/contract/catalogs.ts'
import { bboxPolygon } from '#src/geo/bbox-polygon.ts'
import { catalogQueryOf, isFiltered, readCatalogsParams, writeCatalogsParams } from './catalogs-search-params.ts'

const read = (text: string) => readCatalogsParams(new URLSearchParams(text))
const write = (text: string) => new URLSearchParams(writeCatalogsParams(read(text))).toString()

describe('the address of the catalog', () => {
  it('comes back as it was written', () => {
    const text =
      'collection=pixxel-ff-l2a&from=2025-01-01&to=2025-02-01&usecase=water&area=1_2_3&order=a%2Cb&bbox=13.0000%2C52.0000%2C14.0000%2C53.0000&sort=taken-last&page=3&picked=c%2Cd'
    expect(write(text)).toBe(text)
  })

  it('says nothing when nothing is filtered', () => {
    const start = read('')
    expect(isFiltered(start)).toBe(false)
    expect(write('')).toBe('')
    expect([read('orderItem=x'), read('area=1_2'), read('usecase=water')].map(isFiltered)).toEqual([true, true, true])
    expect(isFiltered(read('picked=c&sort=largest&page=2'))).toBe(false)
  })

  it('leaves out what can not be read', () => {
    expect(read('from=yesterday&page=-2&bbox=1,2,3&sort=size&to=2025-02-30')).toEqual(read(''))
    expect(read('bbox=1,5,3,4').bbox).toBeUndefined()
    expect(read('bbox=1,2,x,4').bbox).toBeUndefined()
  })
})

describe('what the API is asked', () => {
  it('always says how many, since the service answers two otherwise', () => {
    expect(catalogQueryOf(read(''), null, null)).toEqual({
      limit: 30,
      offset: 0,
      sort_by: [{ field: 'created_at', direction: 'desc' }],
    })
    expect(catalogQueryOf(read('page=3'), null, null).offset).toBe(60)
  })

  it('takes both days whole and leaves an end open', () => {
    expect(catalogQueryOf(read('from=2025-01-01&to=2025-01-01'), null, null).datetime).toBe(
      '2025-01-01T00:00:00Z/2025-01-01T23:59:59Z',
    )
    expect(catalogQueryOf(read('to=2025-01-01'), null, null).datetime).toBe('../2025-01-01T23:59:59Z')
  })

  it('is a request the contract accepts', () => {
    const full = read(
      'collection=c&from=2025-01-01&order=o&orderItem=i&usecase=water&bbox=170,-10,-170,10&sort=largest',
    )
    const search = catalogQueryOf(full, null, 'project-1')
    expect(catalogSearchSchema.parse(search)).toEqual(search)
    expect(search.query).toEqual({ project_id: 'project-1', usecase: 'water' })
  })

  it('looks in the drawn area rather than in the part of the map', () => {
    const area = bboxPolygon([13, 52, 14, 53])
    const search = catalogQueryOf(read('bbox=1,2,3,4'), area, null)
    expect(catalogSearchSchema.parse(search)).toEqual(search)
    expect(search).toMatchObject({ intersects: area })
    expect(search).not.toHaveProperty('bbox')
  })
})
