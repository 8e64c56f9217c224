import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { expect } from './browser.ts'
import type { Page, Server } from './browser.ts'

/** The catalog with its deliveries and stores, in a person's words. */
export function storesDriver(page: Page) {
  const main = page.getByRole('main')
  const catalog = main.getByRole('region', { name: 'Catalog' })
  const form = main.getByRole('region', { name: 'New store' })
  // Not the button beside it, which shows what is in it.
  const field = (label: string) => form.getByLabel(new RegExp(`^${label}`))
  const part = (name: string) => catalog.getByRole('radio', { name, exact: true })
  return {
    main,
    catalog,
    form,
    async open(name: 'Pictures' | 'Deliveries' | 'Stores') {
      await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Catalog' }).press('Enter')
      await expect(catalog).toBeVisible()
      await part(name).press('Enter')
      await expect(part(name)).toBeChecked()
    },
    field,
    async fill(values: Record<string, string>) {
      for (const [label, value] of Object.entries(values)) await field(label).fill(value)
    },
    /** By Enter in a field, as people do. */
    async submit() {
      await field('Name').press('Enter')
    },
    /** What is wrong with a field, as a screen reader tells it. */
    async expectProblem(label: string, words: RegExp) {
      await expect(field(label)).toHaveAttribute('aria-invalid', 'true')
      await expect(field(label)).toHaveAccessibleDescription(words)
    },
    /** In the window that Deliver opens. */
    async deliver({ store, folder }: { store: string; folder: string }) {
      await main.getByRole('button', { name: 'Deliver', exact: true }).press('Enter')
      const window = page.getByRole('dialog', { name: /^Deliver / })
      const choice = window.getByRole('button', { name: /Store required$/ })
      // The stores are being asked for.
      await expect(choice).toBeEnabled()
      await choice.press('Enter')
      await page.getByRole('option', { name: store }).press('Enter')
      await window.getByRole('textbox', { name: 'Folder in the store' }).fill(folder)
      await page.keyboard.press('Enter')
      await expect(window).toBeHidden()
    },
    deliveries: () => main.getByRole('list', { name: 'Deliveries' }).getByRole('listitem'),
  }
}

/** Other journeys on the same server may have left some. */
export async function forgetStores(server: Server): Promise<void> {
  const { stores } = (await (await fetch(`${server.url}/v0/stores`)).json()) as { stores: { id: string }[] }
  for (const { id } of stores) {
    const { ok } = await fetch(`${server.url}/v0/stores/${id}`, { method: 'DELETE' })
    expect(ok, `store ${id} is deleted`).toBe(true)
  }
}

type Manifest = { catalog_id: string; files: { name: string; bytes: number; sha256: string }[] }

/**
 * What arrived below a folder of a bucket: each manifest's folder, and its files with whether they are what the manifest says.
 * The sandbox has a folder for a bucket as long as no object store is configured.
 */
export async function arrivedIn(server: Server, bucket: string, folder: string) {
  const root = join(server.folder, 'buckets', bucket, folder)
  const found = await readdir(root, { recursive: true }).catch(() => [])
  const manifests = found.filter((file) => file.endsWith('manifest.json'))
  return Promise.all(
    manifests.toSorted().map(async (path) => {
      const at = dirname(join(root, path))
      const manifest = JSON.parse(await readFile(join(root, path), 'utf8')) as Manifest
      const files = await Promise.all(
        manifest.files.map(async ({ name, bytes, sha256 }) => {
          const content = await readFile(join(at, name))
          const isWhole = content.length === bytes && createHash('sha256').update(content).digest('hex') === sha256
          return { name, isWhole }
        }),
      )
      return { catalogId: manifest.catalog_id, folder: relative(root, at), files }
    }),
  )
}

/** A small order item of two Sentinel-2 scenes near Potsdam, placed past the app; `store` for one that delivers by itself. */
export async function orderSmallItem(server: Server, store?: { id: string; folder: string }): Promise<string> {
  const ask = async <T>(path: string, body?: unknown) => {
    const init = { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
    const response = await fetch(server.url + path, body === undefined ? undefined : init)
    expect(response.ok, path).toBe(true)
    return (await response.json()) as T
  }
  const [west, south, east, north] = [13.05, 52.375, 13.056, 52.378]
  const { projects } = await ask<{ projects: { id: string }[] }>('/v0/projects')
  const { features } = await ask<{ features: { id: string }[] }>('/v0/archives/search', {
    bbox: [west, south, east, north],
    collections: ['sentinel-2-l2a'],
    limit: 2,
  })
  const coordinates = [[[west, south], [east, south], [east, north], [west, north], [west, south]]] // prettier-ignore
  const item = {
    name: store ? 'Havel, by itself' : 'Havel',
    project_id: projects[0]!.id,
    usecase: 'water',
    geometry: {
      type: 'FeatureCollection',
      features: [{ type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates } }],
    },
    item_ids: features.map(({ id }) => id),
    ...(store && { cloud_delivery: { config: store.id, path: store.folder } }),
  }
  const { order_items: items } = await ask<{ order_items: { id: string }[] }>('/v0/orders', { order_items: [item] })
  await server.advance(60_000)
  return items[0]!.id
}
