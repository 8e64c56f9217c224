import { resolve } from 'node:path'
import { openDatabase } from '#sandbox/database/open.ts'
import type { Database } from '#sandbox/database/open.ts'
import { searchScenes } from '#sandbox/database/scene-search.ts'
import type { SceneQuery } from '#sandbox/database/scene-search.ts'
import { growTo } from '#sandbox/database/seed.ts'
import { randomStream } from '#sandbox/earth/noise.ts'
import { compare, quantile, timed } from './ratio.ts'
import type { Bench } from './ratio.ts'
import { square } from './scene.ts'

const dayMs = 86_400_000

/** Search by area, period and cloud in an archive of a million scenes; the peer tests every footprint of the period. */
export const benchSearch: Bench = async () => {
  // Kept between runs: it takes a minute to make. The rows depend on nothing but the code of the catalogue.
  const database = openDatabase(resolve(import.meta.dirname, '../.cache/million-scenes.db'))
  growTo(database, 1_000_000)
  const questions = questionsOver(database, 200)
  const times: number[] = []
  for (const question of questions) times.push(await timed(() => searchScenes(database, question)))
  const [question] = questions
  const search_million = await compare({
    ours: () => searchScenes(database, question!),
    peer: () => searchScenes(database, { ...question!, withoutBoxes: true }),
    peerName: 'a scan of the period',
    rounds: 3,
  })
  await database.close()
  return { search_million: { ...search_million, p95: quantile(times, 0.95) } }
}

/** Areas of 4 to 70 km around places that scenes were taken of, a year, and at most 20 % cloud. */
function questionsOver(database: Database, count: number): SceneQuery[] {
  const random = randomStream(5)
  return database.raw
    .prepare('SELECT footprint_json FROM scenes WHERE number % 4999 = 1 LIMIT ?')
    .all(count)
    .map(({ footprint_json }) => {
      const footprint = JSON.parse(String(footprint_json)) as { coordinates: [[[number, number]]] }
      const [lng, lat] = footprint.coordinates[0][0]
      const fromMs = Date.UTC(2022 + Math.floor(random() * 4), Math.floor(random() * 12), 1)
      return {
        area: square(lng, lat, 0.02 + 0.3 * random()),
        fromMs,
        toMs: fromMs + 365 * dayMs,
        conditions: [{ column: 'cloud_cover', comparison: 'lt', value: 20 }],
        limit: 100,
        offset: 0,
      }
    })
}
