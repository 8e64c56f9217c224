import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '#sandbox/database/open.ts'
import { searchScenes } from '#sandbox/database/scene-search.ts'
import { seed } from '#sandbox/database/seed.ts'
import { gridFor } from '#sandbox/earth/scene-grid.ts'
import { sceneSource } from '#sandbox/earth/scene-source.ts'
import { sensorByKey } from '#sandbox/earth/sensors.ts'
import { openCog } from '#sandbox/raster/cog-reader.ts'
import { writeCog } from '#sandbox/raster/cog-writer.ts'
import { modelScene } from '#sandbox/work/scene-pixels.ts'
import { compare } from './ratio.ts'
import { benchSearch, square } from './search.ts'
import type { Ratio } from './ratio.ts'

// npm run bench [-- --json]   Ratios of ours against a peer, measured side by side in this run.
const folder = mkdtempSync(join(tmpdir(), 'swath-bench-'))
const results: Record<string, Ratio> = {}
const skipped: string[] = []

try {
  const database = openDatabase(join(folder, 'bench.db'))
  seed(database)
  const area = square(13.05, 52.38, 0.05)

  const [scene] = searchScenes(database, { area, collections: ['pixxel-ff-l2a'], limit: 1, offset: 0 })
  const small = square(13.05, 52.38, 0.015)
  const source = sceneSource(modelScene(scene!), sensorByKey('firefly'), gridFor(small, scene!.epsg, 5))
  const cogPath = join(folder, 'ours.tif')
  await writeCog(cogPath, source)
  if (spawnSync('gdal_translate', ['--version']).status === 0) {
    // Both read the same finished file and write it anew, so that computing the pixels does not count.
    results.write_cog = await compare({
      ours: async () => {
        const cog = await openCog(cogPath)
        await writeCog(join(folder, 'copy.tif'), cog)
        await cog.close()
      },
      peer: () => {
        const options = [
          '-q',
          '-of',
          'COG',
          '-co',
          'COMPRESS=DEFLATE',
          '-co',
          'LEVEL=1',
          '-co',
          'PREDICTOR=YES',
          '-co',
          'BLOCKSIZE=256',
          '-co',
          'NUM_THREADS=2',
        ]
        spawnSync('gdal_translate', [...options, cogPath, join(folder, 'gdal.tif')])
      },
      peerName: 'gdal_translate -of COG (pixel-interleaved)',
      rounds: 3,
    })
  } else {
    skipped.push('write_cog: gdal_translate is not installed')
  }
  await database.close()
  Object.assign(results, await benchSearch())
} finally {
  rmSync(folder, { recursive: true, force: true })
}

if (process.argv.includes('--json')) {
  console.log(JSON.stringify(results, null, 2))
} else {
  for (const [name, { ours, peer, ratio, unit, peerName, p95 }] of Object.entries(results)) {
    const worst = p95 === undefined ? '' : ` (95 % under ${p95} ${unit})`
    console.log(`${name.padEnd(16)} ours ${ours} ${unit}${worst}   ${peerName} ${peer} ${unit}   ratio ${ratio}`)
  }
  for (const reason of skipped) console.log(`skipped  ${reason}`)
}
