import type { StacItemCollection } from '#src/contract/archive.ts'
import type { Scene } from '#src/contract/stac.ts'
import { slimScene } from './slim-scene.ts'

/** Scenes asked for at once. A Firefly scene lists 135 bands, 30 kB, so larger pages are felt on the way. */
export const scenesPerPage = 100

/** `next` is the place at which the next page begins; null at the end. */
export type CollectionPage = { scenes: Scene[]; next: number | null }

/**
 * One page of a collection. The service pages it by place alone, without a total or a mark to go on from, and has no filter
 * by which a page could begin at what the last one reached (the search of the archive does; see archive-pages.ts). A scene
 * that arrives moves the ones behind it by a place, so a page may begin with scenes of the one before: `eachOnce` leaves
 * those out. None is missed, as no scene is ever taken away. A page that is not full is the last one.
 */
export function collectionPage({ features }: StacItemCollection, offset: number): CollectionPage {
  const next = features.length < scenesPerPage ? null : offset + features.length
  return { scenes: features.map(slimScene), next }
}

export function eachOnce(pages: readonly CollectionPage[]): Scene[] {
  const scenes = new Map<string, Scene>()
  for (const scene of pages.flatMap((page) => page.scenes)) if (!scenes.has(scene.id)) scenes.set(scene.id, scene)
  return [...scenes.values()]
}
