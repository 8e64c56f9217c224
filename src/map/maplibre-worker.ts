import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
import { setWorkerUrl } from 'maplibre-gl'

/**
 * MapLibre 6 keeps its worker in a file of its own and guesses the address from its module's, which a bundler changes;
 * the guess then ends in a map that never draws. A plain file also needs no `blob:` in the content security policy.
 */
export function pointMapLibreToItsWorker(): void {
  setWorkerUrl(workerUrl)
}
