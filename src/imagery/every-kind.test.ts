import { expect, test } from 'vitest'
import { createBlockReader } from './block-reader.ts'
import { fixture, memorySource } from './memory-source-for-tests.ts'
import { openSource } from './open-cog.ts'
import { readSpectrum } from './read-spectrum.ts'
import { readWindow } from './read-window.ts'

// A choice of what e2e/pixels/write_rasters.py writes, kept for machines without GDAL: every 17th pixel as GDAL 3.6 reads
// it, band by band; "nan" where a mask hides it.
const told = JSON.parse(new TextDecoder().decode(await fixture('every-kind/values.json'))) as Record<string, string[]>

test.each(Object.entries(told))('%s', async (name, bands) => {
  const source = memorySource(await fixture(`every-kind/${name}.tif`))
  const cog = await openSource(source, {}, { reader: createBlockReader() })
  const { width } = cog.info.grid
  const shown = await readWindow(
    cog,
    bands.map((_, band) => band),
  )
  for (const [band, line] of bands.entries()) {
    const expected = line.split(' ').map(Number)
    const [ours, exact] = [[] as number[], [] as number[]]
    for (let i = 0; i < expected.length; i++) {
      ours.push(shown[band]![i * 17]!)
      const spectrum = await readSpectrum(cog, { x: (i * 17) % width, y: Math.floor((i * 17) / width) })
      exact.push(spectrum[band]!)
    }
    expect(ours).toEqual(expected.map((value) => (shown[band] instanceof Float32Array ? Math.fround(value) : value)))
    expect(exact).toEqual(expected.map((value) => (value === cog.info.nodata ? NaN : value)))
  }
})
