import { compareKeys, orderKey, type ReadingOrder } from '#src/api/scene-criteria.ts'
import type { Scene as StacScene } from '#src/contract/stac.ts'
import { toScene, type Scene, type SceneSource } from '#src/scenes/scene.ts'

/** How far one catalogue was read. */
export type Reading = {
  source: SceneSource
  /** `reached`: all that comes before it in the order is known; null: nobody knows. */
  pages: readonly { scenes: readonly StacScene[]; reached: number | null }[]
  /** At its end, or failed: the other one need not wait for it. */
  isOver: boolean
}

const both: readonly SceneSource[] = ['archive', 'analysis']
const alone: Record<SceneSource, readonly SceneSource[]> = { archive: ['archive'], analysis: ['analysis'] }
const made = new WeakMap<StacScene, Scene>()

/**
 * The scenes of both catalogues in one order, each once. What lies beyond the place that one of them has reached is held
 * back, so that no row comes to stand above rows that are shown already.
 */
export function mergeCatalogues(readings: readonly Reading[], order: ReadingOrder): Scene[] {
  const byId = new Map<string, { item: StacScene; sources: readonly SceneSource[] }>()
  for (const { source, pages } of readings) {
    for (const { scenes } of pages) {
      for (const item of scenes) {
        const known = byId.get(item.id)
        if (!known) byId.set(item.id, { item, sources: alone[source] })
        else if (!known.sources.includes(source)) known.sources = both
      }
    }
  }
  const frontier = frontierOf(readings, order)
  return [...byId.values()]
    .map(({ item, sources }) => ({ item, sources, key: orderKey(item, order) }))
    .filter(({ key }) => frontier === null || !(compareKeys(key, frontier, order) > 0))
    .toSorted((a, b) => compareOrLast(a.key, b.key, order) || (a.item.id < b.item.id ? -1 : 1))
    .map(({ item, sources }) => sceneOf(item, sources))
}

/** Which catalogue to ask next: the one that is less far. Null when both are at their end. */
export function laggard(readings: readonly Reading[], order: ReadingOrder): SceneSource | null {
  const open = readings.filter(({ isOver }) => !isOver)
  const [first, second] = open
  if (!first || !second) return first?.source ?? null
  const [a, b] = [reachedOf(first), reachedOf(second)]
  const isFirst = a === null || b === null ? first.pages.length <= second.pages.length : compareKeys(a, b, order) <= 0
  return (isFirst ? first : second).source
}

function reachedOf({ pages }: Reading): number | null {
  return pages.at(-1)?.reached ?? null
}

function frontierOf(readings: readonly Reading[], order: ReadingOrder): number | null {
  const reached = readings.filter(({ isOver }) => !isOver).flatMap((reading) => reachedOf(reading) ?? [])
  return reached.toSorted((a, b) => compareKeys(a, b, order))[0] ?? null
}

/** What does not say where it stands comes last. */
function compareOrLast(a: number, b: number, order: ReadingOrder): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b))
  return compareKeys(a, b, order)
}

/** The same object as long as nothing changed, so that rows need not be drawn again. */
function sceneOf(item: StacScene, sources: readonly SceneSource[]): Scene {
  const known = made.get(item)
  if (known?.sources === sources) return known
  const scene = toScene(item, sources)
  made.set(item, scene)
  return scene
}
