import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Polygon } from 'geojson'
import { createClock } from './clock.ts'
import { createSandbox } from './create-sandbox.ts'
import type { SandboxOptions } from './create-sandbox.ts'

export const dayMs = 86_400_000

/** A sandbox of few scenes in a folder of its own, with a clock that the test moves, and requests in short. */
export async function openTestSandbox({
  at,
  ...options
}: Partial<SandboxOptions> & { /** what the clock shows, epoch ms */ at?: number } = {}) {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'swath-sandbox-')))
  const clock = createClock()
  if (at !== undefined) clock.advance(at - clock.nowMs())
  const running = await createSandbox({ clock, scenes: 300, ...options, folder })

  return {
    ...running,
    folder,
    clock,
    async call<Answer = Record<string, unknown>>(
      method: string,
      path: string,
      body?: unknown,
    ): Promise<{ status: number; body: Answer; text: string }> {
      const init =
        body === undefined
          ? { method }
          : { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
      const response = await running.fetch(
        new Request(`http://sandbox.test${path}`, { ...init, headers: { ...init.headers, authorization: 'Bearer t' } }),
      )
      const text = await response.text()
      return { status: response.status, body: (text ? JSON.parse(text) : null) as Answer, text }
    },
    /** Lets all due work end, step by step through the time that passes. */
    async pass(ms: number) {
      clock.advance(ms)
      await running.sandbox.queue.settled()
    },
    async end() {
      await running.close()
      await rm(folder, { recursive: true })
    },
  }
}
export type TestSandbox = Awaited<ReturnType<typeof openTestSandbox>>

/** A small square, anticlockwise. */
export function squareAt(lng: number, lat: number, halfDegrees: number): Polygon {
  const [west, east, south, north] = [lng - halfDegrees, lng + halfDegrees, lat - halfDegrees, lat + halfDegrees]
  return { type: 'Polygon', coordinates: [[[west, south], [east, south], [east, north], [west, north], [west, south]]] } // prettier-ignore
}

export const collectionOf = (...areas: Polygon[]) => ({
  type: 'FeatureCollection',
  features: areas.map((geometry) => ({ type: 'Feature', properties: {}, geometry })),
})
