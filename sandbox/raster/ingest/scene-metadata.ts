import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { FactsError } from '#src/formats/raster-facts.ts'
import { parseSceneJson } from '#src/formats/scene-json.ts'
import type { SceneJson } from '#src/formats/scene-json.ts'
import { IngestError } from './ingest-error.ts'

export async function readSceneMetadata(path: string): Promise<SceneJson> {
  const json = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new IngestError(`The metadata ${basename(path)} can not be read: ${(error as Error).message}`)
  })
  try {
    return parseSceneJson(json, basename(path))
  } catch (error) {
    throw error instanceof FactsError ? new IngestError(error.message) : error
  }
}

/** An ISO time in UTC, or null for what is not a date. A time without a zone counts as UTC. */
export function toUtc(value: string | undefined): string | null {
  const match = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?))?\s*(Z|UTC|[+-]\d\d:?\d\d)?$/i.exec(
    value?.trim() ?? '',
  )
  if (!match) return null
  const zone = !match[3] || /UTC/i.test(match[3]) ? 'Z' : match[3]
  const date = new Date(`${match[1]}T${match[2] ?? '00:00:00'}${zone}`)
  return Number.isNaN(date.getTime()) ? null : date.toISOString()
}
