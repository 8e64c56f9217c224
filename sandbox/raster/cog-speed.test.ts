import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openCog } from './cog-reader.ts'
import { writeCog } from './cog-writer.ts'
import { temporaryFolder, testInfo } from './rasters-for-tests.ts'

const folder = temporaryFolder()
const asked = process.env.SWATH_BENCH === '1'

test.skipIf(!asked)(
  'prints time and memory for 1000x1000 pixels of 135 bands (skipped unless SWATH_BENCH=1)',
  async () => {
    const info = testInfo('uint16', 1000, 1000, 135)
    // Smooth with a little noise, like reflectance; made once, so that the time below is the writer's own.
    const tile = Uint16Array.from({ length: 256 * 256 }, (_, pixel) => {
      const noise = Math.imul(pixel, 2_654_435_761) >>> 28
      return 1500 + 800 * Math.sin((pixel % 256) / 40) * Math.cos(pixel / 256 / 55) + noise
    })
    const path = join(folder, 'speed.tif')
    let peakBytes = 0
    const started = performance.now()
    const { bytes } = await writeCog(
      path,
      { info, read: (window) => info.bands.map(() => tile.slice(0, window.width * window.height)) },
      { onProgress: () => (peakBytes = Math.max(peakBytes, process.memoryUsage().rss)) },
    )
    const written = performance.now()
    const cog = await openCog(path)
    const opened = performance.now()
    const spectrum = await cog.read({ x: 500, y: 500, width: 1, height: 1 })
    const read = performance.now()
    await cog.read({ x: 0, y: 0, width: 512, height: 512 }, [10, 60, 100])
    const windowed = performance.now()
    await cog.close()
    expect(spectrum.length).toBe(135)
    const ms = (from: number, to: number) => `${Math.round(to - from)} ms`
    console.log(
      `write ${ms(started, written)}, ${(bytes / 1e6).toFixed(1)} MB, peak ${(peakBytes / 1e6).toFixed(0)} MB resident; ` +
        `spectrum ${ms(opened, read)}; 512x512 of 3 bands ${ms(read, windowed)}`,
    )
  },
)
