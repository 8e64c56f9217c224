import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { openCog } from '#sandbox/raster/cog-reader.ts'
import { writeCog } from '#sandbox/raster/cog-writer.ts'
import { compare } from './ratio.ts'
import type { Bench } from './ratio.ts'
import { fireflyScene } from './scene.ts'

const gdalOptions =
  '-q -of COG -co COMPRESS=DEFLATE -co LEVEL=1 -co PREDICTOR=YES -co BLOCKSIZE=256 -co NUM_THREADS=2'.split(' ')

/** Both read the same finished file and write it anew, so that computing the pixels does not count. */
export const benchWriteCog: Bench = async (folder) => {
  if (spawnSync('gdal_translate', ['--version']).status !== 0) return 'gdal_translate is not installed'
  const path = join(folder, 'ours.tif')
  await writeCog(path, fireflyScene(600).source)
  const write_cog = await compare({
    ours: async () => {
      const cog = await openCog(path)
      await writeCog(join(folder, 'copy.tif'), cog)
      await cog.close()
    },
    peer: () => spawnSync('gdal_translate', [...gdalOptions, path, join(folder, 'gdal.tif')]),
    peerName: 'gdal_translate -of COG (pixel-interleaved)',
    rounds: 3,
  })
  return { write_cog }
}
