import { readGazetteer } from '#src/map/basemap-tiles.ts'
import type { View } from './nearness.ts'
import { createPlaceIndex, type Place, type PlaceIndex } from './place-index.ts'

export type PlaceQuestion = { id: number; query: string; most: number; view: View | undefined }
export type PlaceAnswer = { id: number; places: Place[] } | { id: number; failure: string }

let index: Promise<PlaceIndex> | undefined

/** Read with the first question, and again with the next if that failed. */
function loadIndex(): Promise<PlaceIndex> {
  index ??= readGazetteer().then(createPlaceIndex)
  index.catch(() => {
    index = undefined
  })
  return index
}

self.addEventListener('message', ({ data: { id, query, most, view } }: MessageEvent<PlaceQuestion>) => {
  const answer = (what: PlaceAnswer) => self.postMessage(what)
  loadIndex().then(
    (loaded) => answer({ id, places: loaded.find(query, most, view) }),
    (error: unknown) => answer({ id, failure: error instanceof Error ? error.message : String(error) }),
  )
})
