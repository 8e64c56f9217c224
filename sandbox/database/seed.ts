import { seedWorkflows } from '#sandbox/workflows/seed-workflows.ts'
import { generateScenes } from '#sandbox/earth/scene-catalogue.ts'
import { sensorByKey } from '#sandbox/earth/sensors.ts'
import { insertPresetIndices } from './insert-indices.ts'
import { insertScenes } from './insert-scenes.ts'
import type { Database } from './open.ts'
import { countScenes } from './scene-search.ts'
import { seedHistory } from './seed-history.ts'
import { seededProjects } from './seed-projects.ts'
import { listSensors } from './sensor-list.ts'
import { stableId } from './stable-id.ts'

export const seededAt = '2026-11-01T00:00:00.000Z'

/** A fresh workspace: the same words, ids and scenes every time. Does nothing to one that is seeded already. */
export function seed(database: Database, { scenes = 20_000 }: { scenes?: number } = {}): void {
  const { raw } = database
  if (raw.prepare("SELECT 1 FROM settings WHERE key = 'seeded'").get()) return
  // Scenes first, in transactions of their own: a start that is killed here goes on where it was.
  insertScenes(database, generateScenes({ count: scenes }))
  raw.exec('BEGIN')
  const insertProject = raw.prepare(
    'INSERT OR IGNORE INTO projects (id, name, title, members_count, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?)',
  )
  for (const { id, name, title, members, createdAt } of seededProjects)
    insertProject.run(id, name, title, members, createdAt, createdAt)
  for (const sensor of listSensors(database)) insertPresetIndices(database, sensor, seededAt)
  insertBandsets(database)
  seedHistory(database)
  seedWorkflows(database, seededAt)
  raw.prepare("INSERT INTO settings (key, value) VALUES ('seeded', ?)").run(seededAt)
  raw.exec('COMMIT')
}

/** Fills the archive up to so many scenes, seeding a workspace that is not. @returns how many were added. */
export function growTo(database: Database, scenes: number): number {
  const before = countScenes(database)
  seed(database, { scenes })
  if (countScenes(database) < scenes) insertScenes(database, generateScenes({ count: scenes }))
  return countScenes(database) - before
}

/** Named choices of Firefly's bands. One pass of the satellite brings down at most 50. */
function insertBandsets({ raw }: Database) {
  const { bands } = sensorByKey('firefly')
  const bandsPerCapture = 50
  const insert = raw.prepare(
    'INSERT OR IGNORE INTO bandsets (id, name, description, captures, bands_json) VALUES (?, ?, ?, ?, ?)',
  )
  const sets: { name: string; description: string; wanted: (nm: number, place: number) => boolean }[] = [
    { name: 'All bands', description: 'Every band of the instrument, in three captures.', wanted: () => true },
    {
      name: 'Agriculture',
      description: 'Green, red edge and near infrared closely, the rest thinly.',
      wanted: (nm, i) => (nm > 660 && nm < 790 ? true : i % 6 === 0),
    },
    {
      name: 'Water quality',
      description: 'Pigments from 480 to 720 nm and a near-infrared base line.',
      wanted: (nm, i) => (nm < 720 ? i % 2 === 0 : i % 8 === 0),
    },
    {
      name: 'Minerals',
      description: 'Iron absorptions from 480 to 900 nm, evenly spread.',
      wanted: (_nm, i) => i % 3 === 0,
    },
    {
      name: 'Natural colour',
      description: 'Blue, green, red and near infrared.',
      wanted: (_nm, i) => [5, 21, 61, 117].includes(i),
    },
  ]
  for (const { name, description, wanted } of sets) {
    const chosen = bands
      .filter(({ wavelengthNm }, i) => wanted(wavelengthNm, i))
      .map((band) => ({ name: band.name, wavelength: band.wavelengthNm }))
    insert.run(
      stableId('bandset', name),
      name,
      description,
      Math.ceil(chosen.length / bandsPerCapture),
      JSON.stringify(chosen),
    )
  }
}
