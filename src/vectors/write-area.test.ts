import { describe, expect, it } from 'vitest'
import type { Area } from '#src/geo/rings.ts'
import { box } from '#src/geo/shapes.ts'
import { areasInFile } from './areas-in-file.ts'
import { readVectorFiles } from './read-vector-file.ts'
import { areaFormats, writeArea } from './write-area.ts'

const withHole: Area = {
  type: 'MultiPolygon',
  coordinates: [
    [...box(13, 52, 14, 53).coordinates, box(13.25, 52.25, 13.5, 52.5).coordinates[0]!.toReversed()],
    box(15, 52, 15.123456789, 53).coordinates,
  ],
}

describe('writeArea', () => {
  it.each(areaFormats)('%s comes back as it went, to a centimetre', async (format) => {
    for (const area of [withHole, box(-1.5, -52, 1, 53)]) {
      const bytes = new TextEncoder().encode(writeArea(area, format, 'A < B & C'))
      const read = areasInFile(await readVectorFiles([{ name: `area.${format}`, bytes }]))
      expect(read.areas).toHaveLength(1)
      expect(read.notes).toEqual([])
      const digits = (value: Area) =>
        JSON.parse(JSON.stringify(value), (_, v: unknown) => (typeof v === 'number' ? v.toFixed(6) : v)) as unknown
      expect(digits(read.areas[0]!.area)).toEqual(digits(area))
      if (format !== 'wkt') expect(read.areas[0]!.name).toBe('A < B & C')
    }
  })

  it('turns outlines counterclockwise and closes them, as RFC 7946 asks', () => {
    const backwards: Area = {
      type: 'Polygon',
      coordinates: [box(13, 52, 14, 53).coordinates[0]!.toReversed().slice(1)],
    }
    expect(writeArea(backwards, 'wkt')).toBe('POLYGON ((13 53, 13 52, 14 52, 14 53, 13 53))')
  })
})
