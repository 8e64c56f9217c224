import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Polygon } from 'geojson'
import { createClient } from '#src/api/client.ts'
import type { Client } from '#src/api/client.ts'
import { ApiError } from '#src/api/errors.ts'
import { createClock } from '#sandbox/clock.ts'
import type { Clock } from '#sandbox/clock.ts'
import { createSandbox } from '#sandbox/create-sandbox.ts'
import { noFaults } from '#sandbox/faults.ts'
import type { Faults } from '#sandbox/faults.ts'
import type { Sandbox } from '#sandbox/sandbox.ts'

/** Where the requests of the tests go to. Nothing listens there: the sandbox answers in process. */
export const origin = 'http://sandbox.test'

/** Forest and lakes in reach of each other, and many scenes of every satellite. */
export const potsdam = [13.05, 52.38] as const

/** An id in the right form that belongs to nothing. */
export const none = '00000000-0000-4000-a000-000000000000'

export type Desk = {
  /** the app's own client, answered by this sandbox */
  api: Client
  sandbox: Sandbox
  clock: Clock
  /** may be changed while the sandbox runs */
  faults: Faults
  folder: string
  fetch(request: Request): Promise<Response>
  /** A request as it is, past the client's own checks. A text body is sent as it stands. */
  ask(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>
  /** Moves the clock past every wait and lets all work end. */
  finishWork(): Promise<void>
  close(): Promise<void>
}

export type Answer = { status: number; body: unknown; headers: Headers }

/** A whole sandbox in a folder of its own, which `close` removes. */
export async function startDesk({
  scenes = 1500,
  token,
  folder,
}: { scenes?: number; token?: string; folder?: string } = {}): Promise<Desk> {
  const home = folder ?? mkdtempSync(join(tmpdir(), 'swath-e2e-'))
  const clock = createClock()
  const faults: Faults = { ...noFaults }
  const { sandbox, fetch, close } = await createSandbox({ folder: home, clock, scenes, token, faults })
  return {
    api: createClient({ baseUrl: origin, fetch }),
    sandbox,
    clock,
    faults,
    folder: home,
    fetch,
    async ask(method, path, body, headers = {}) {
      const sent = body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body)
      const request = new Request(origin + path, {
        method,
        body: sent,
        headers: { ...(sent !== null && { 'content-type': 'application/json' }), ...headers },
      })
      const response = await fetch(request)
      const text = await response.text()
      const isJson = response.headers.get('content-type')?.includes('json') ?? false
      return {
        status: response.status,
        body: isJson && text !== '' ? (JSON.parse(text) as unknown) : text,
        headers: response.headers,
      }
    },
    async finishWork() {
      clock.advance(60_000)
      await sandbox.queue.settled()
    },
    async close() {
      await close()
      // A folder that was given holds what the next sandbox goes on with.
      if (folder === undefined) rmSync(home, { recursive: true, force: true })
    },
  }
}

/** What the API refused with. Fails when it did not refuse, or the failure was another. */
export async function refusalOf(asked: Promise<unknown>): Promise<ApiError> {
  const outcome: unknown = await asked.then(
    () => new Error('it went through'),
    (error: unknown) => error,
  )
  if (outcome instanceof ApiError) return outcome
  throw new Error('not refused by the API', { cause: outcome })
}

/** A square around a place; `halfM` metres from its middle to each side. */
export function square([lng, lat]: readonly [number, number], halfM: number): Polygon {
  const dLat = halfM / 111_195
  const dLng = dLat / Math.cos((lat * Math.PI) / 180)
  return box([lng - dLng, lat - dLat, lng + dLng, lat + dLat])
}

export function box([west, south, east, north]: readonly [number, number, number, number]): Polygon {
  return { type: 'Polygon', coordinates: [[[west, south], [east, south], [east, north], [west, north], [west, south]]] } // prettier-ignore
}

/** The clearest scene of a collection over a place in a period. */
export async function clearestScene(
  desk: Desk,
  collection: string,
  datetime: string,
  place: readonly [number, number] = potsdam,
) {
  const { features } = await desk.api.archives.searchArchive({
    body: {
      collections: [collection],
      intersects: square(place, 1500),
      datetime,
      sortby: [{ field: 'eo:cloud_cover', direction: 'asc' }],
      limit: 1,
    },
  })
  const [scene] = features
  if (!scene) throw new Error(`no scene of ${collection} over ${place.join(', ')} in ${datetime}`)
  return scene
}

/** An order item for scenes of the archive over areas. */
export function archiveItem(projectId: string, sceneIds: string[], ...areas: Polygon[]) {
  return {
    project_id: projectId,
    usecase: 'monitoring',
    geometry: {
      type: 'FeatureCollection' as const,
      features: areas.map((geometry) => ({ type: 'Feature' as const, properties: {}, geometry })),
    },
    item_ids: sceneIds,
  }
}

export async function firstProjectId({ api }: Desk): Promise<string> {
  const { projects } = await api.projects.listProjects({})
  return projects[0]!.id
}
