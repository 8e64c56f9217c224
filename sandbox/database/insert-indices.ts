import { presetComposites } from '#src/formula/presets/composites.ts'
import { presetIndices } from '#src/formula/presets/preset-indices.ts'
import { bind } from '#src/formula/bind.ts'
import { parseComposite } from '#src/formula/parse.ts'
import type { Database } from './open.ts'
import type { ListedSensor } from './sensor-list.ts'
import { stableId } from './stable-id.ts'

/** The preset library for one sensor: the indices its bands can serve, and the band composites. */
export function insertPresetIndices({ raw }: Database, sensor: ListedSensor, createdAt: string): void {
  const insert = raw.prepare(
    `INSERT OR IGNORE INTO indices (id, satellite_id, type, name, description, expression, expression_type, rescale_json, colormap, bands_json, theoretical_json, created_at, updated_at)
     VALUES (?, ?, 'preset', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  for (const index of presetIndices(sensor.bands)) {
    insert.run(
      stableId('index', sensor.id, index.key),
      sensor.id,
      index.name,
      index.description,
      index.expression,
      'index',
      JSON.stringify(index.rescale),
      index.colormap,
      JSON.stringify(index.bandsUsed),
      JSON.stringify(index.theoretical.classes),
      createdAt,
      createdAt,
    )
  }
  for (const { key, name, description, expression, rescale } of presetComposites(sensor.bands)) {
    const bands = compositeBands(expression, sensor)
    const id = stableId('composite', sensor.id, key)
    insert.run(
      id,
      sensor.id,
      name,
      description,
      expression,
      'composite',
      JSON.stringify(rescale),
      'grey',
      JSON.stringify(bands),
      null,
      createdAt,
      createdAt,
    )
  }
}

function compositeBands(expression: string, sensor: ListedSensor): string[] {
  const parsed = parseComposite(expression)
  if (!parsed.ok) throw new Error(`preset composite can not be read: ${expression}`)
  const used = parsed.trees.flatMap((tree) => {
    const bound = bind(tree, sensor.bands)
    return bound.ok ? bound.bandsUsed : []
  })
  return [...new Set(used)].map((index) => sensor.bands[index]!.name)
}
