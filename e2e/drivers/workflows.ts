import { expect } from './browser.ts'
import type { Page, Server } from './browser.ts'

/** What the graph said at one moment: state by name of the step, as "In progress, 40 %". */
export type GraphMoment = Record<string, string>

/** Workflows and their runs, in a person's words. */
export function workflowsDriver(page: Page) {
  const main = page.getByRole('main')
  const step = (name: string) =>
    main.getByRole('group', { name: /^Steps of/ }).getByRole('button', { name: new RegExp(`^${name},`) })

  return {
    main,
    step,
    async open(name: string) {
      await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Workflows' }).press('Enter')
      await main.getByRole('link', { name: new RegExp(name) }).press('Enter')
      await expect(main.getByRole('heading', { name, exact: true })).toBeVisible()
    },
    /** The button carries the cost, and can be pressed once that is known. */
    runButton: () => main.getByRole('button', { name: /^Run for [\d.,]+ tokens?$/ }),
    async waitForRun() {
      await page.waitForURL(/\/workflows\/[\w-]+\/jobs\/[\w-]+/)
    },
    async waitUntilEnded() {
      await expect(main.getByRole('link', { name: 'Run again' })).toBeVisible({ timeout: 120_000 })
    },
    /** Writes down what the graph says whenever it changes, from now on. */
    async watchGraph(): Promise<() => Promise<GraphMoment[]>> {
      await page.evaluate(() => {
        const moments: GraphMoment[] = []
        Object.assign(window, { graphMoments: moments })
        const look = () => {
          const labels = [...document.querySelectorAll('[data-step]')].map((button) => button.ariaLabel ?? '')
          // "Water quality, In progress, 40 % · 3 s, after Area of interest"
          const states = labels.map((label) => {
            const [name = '', ...rest] = label.split(', after ')[0]!.split(', ')
            return [name, rest.join(', ')] as const
          })
          if (states.length > 0) moments.push(Object.fromEntries(states))
        }
        new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributes: true })
        look()
      })
      return () => page.evaluate(() => (window as unknown as { graphMoments: GraphMoment[] }).graphMoments)
    },
  }
}

/** An AOI of one Sentinel-2 scene around a place, prepared, so that workflows of the project work on it. */
export async function makeAoi(server: Server, { project, place: [lng, lat], name }: AoiToMake): Promise<void> {
  const ask = async <T>(path: string, body?: unknown) => {
    const headers = { 'content-type': 'application/json' }
    const sent = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body), headers }
    const response = await fetch(server.url + path, sent)
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
    return (await response.json()) as T
  }
  const { projects } = await ask<{ projects: { id: string; title: string }[] }>('/v0/projects')
  const { satellites } = await ask<{ satellites: { id: string; name: string }[] }>('/v0/satellites')
  const [west, south, east, north] = [lng - 0.01, lat - 0.01, lng + 0.01, lat + 0.01]
  const { features } = await ask<{ features: { id: string }[] }>('/v0/archives/search', {
    bbox: [west, south, east, north],
    collections: ['sentinel-2-l2a'],
    sortby: [{ field: 'eo:cloud_cover', direction: 'asc' }],
    limit: 1,
  })
  await ask('/v0/aois', {
    name,
    description: 'Made for a test.',
    satellite_id: satellites.find((one) => one.name === 'Sentinel-2')!.id,
    provider: 'planetary',
    project_id: projects.find(({ title }) => title === project)!.id,
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [west, south],
          [east, south],
          [east, north],
          [west, north],
          [west, south],
        ],
      ],
    },
    item_ids: [features[0]!.id],
  })
  await ask('/sandbox/settled', {})
}

type AoiToMake = { project: string; place: readonly [lng: number, lat: number]; name: string }
