import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '../drivers/browser.ts'
import type { Page, Server } from '../drivers/browser.ts'

// Every screen, as axe sees it: nothing serious or critical, in both themes, on a desk and on a tablet.
const area = '13.035,52.367,13.066,52.383'
const widths = [1280, 768]
const themes = ['dark', 'light'] as const

async function firstIds(server: Server) {
  const answer = async <T>(response: Promise<Response>) => (await (await response).json()) as T
  const post = <T>(path: string, body: unknown) =>
    answer<T>(
      fetch(server.url + path, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      }),
    )
  const get = <T>(path: string) => answer<T>(fetch(server.url + path))
  const { orders } = await get<{ orders: { id: string; order_items: { id: string }[] }[] }>('/v0/orders?limit=1')
  const { catalogs } = await post<{ catalogs: { id: string }[] }>('/v0/catalogs/search', { limit: 1 })
  const { projects } = await get<{ projects: { id: string }[] }>('/v0/projects')
  const { satellites } = await get<{ satellites: { id: string; name: string }[] }>('/v0/satellites')
  const found = await post<{ features: { id: string }[] }>('/v0/archives/search', {
    bbox: [13.035, 52.367, 13.066, 52.383],
    collections: ['pixxel-td1-l2a'],
    limit: 1,
  })
  const scene = found.features[0]!.id
  const aoi = await post<{ aoi_id: string }>('/v0/aois', {
    name: 'Havel',
    description: 'for the accessibility test',
    satellite_id: satellites.find(({ name }) => name === 'Pixxel-TD1')!.id,
    provider: 'pixxel',
    project_id: projects[0]!.id,
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [13.035, 52.367],
          [13.066, 52.367],
          [13.066, 52.383],
          [13.035, 52.383],
          [13.035, 52.367],
        ],
      ],
    },
    item_ids: [scene],
  })
  const { workflows } = await get<{ workflows: { id: string; project_id: string }[] }>('/v0/workflows?name=Lake')
  const { id: workflow, project_id: project } = workflows[0]!
  const job = await post<{ id: string }>(`/v0/workflows/${workflow}/jobs?project_id=${project}`, {})
  await post('/sandbox/settled', {})
  const { tasks } = await get<{ tasks: { id: string; name: string }[] }>(`/v0/workflows/${workflow}/jobs/${job.id}`)
  const taskOf = (name: string) => tasks.find((task) => task.name === name)!.id
  const run = `/workflows/${workflow}/jobs/${job.id}`
  return {
    order: orders[0]!.id,
    item: orders[0]!.order_items[0]!.id,
    catalog: catalogs[0]!.id,
    aoi: aoi.aoi_id,
    scene,
    workflow,
    run,
    taskOf,
  }
}

async function seriousProblems(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
}

test('no screen has a serious accessibility problem', async ({ page, server }) => {
  test.setTimeout(900_000)
  const ids = await firstIds(server)
  const screens = [
    '/explore',
    `/explore?area=${area}`,
    `/explore?area=${area}&from=2001-01-01&to=2001-02-01`,
    `/explore/scenes/pixxel-td1-l2a/${ids.scene}`,
    '/cart',
    '/orders',
    `/orders/${ids.order}`,
    `/order-items/${ids.item}`,
    '/catalog',
    `/catalog/${ids.catalog}`,
    '/aois',
    `/aois/new?area=${area}&scenes=${ids.scene}`,
    `/aois/${ids.aoi}`,
    '/indices',
    '/workflows',
    `/workflows/${ids.workflow}?step=area`,
    ids.run,
    `${ids.run}?task=${ids.taskOf('Land cover')}`,
    `${ids.run}?task=${ids.taskOf('Figures for the area')}`,
    '/data/collections',
    '/data/collections/pixxel-ff-l2a',
    '/data/satellites',
    '/settings',
    '/nowhere',
    '/orders/unknown',
  ]
  const problems: string[] = []
  for (const theme of themes) {
    await page.addInitScript((chosen) => localStorage.setItem('swath.theme', chosen), theme)
    for (const screen of screens) {
      await page.setViewportSize({ width: widths[0]!, height: 800 })
      await page.goto(screen)
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
      await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible()
      await expect(page.getByRole('main').getByText(/^Loading/)).toHaveCount(0)
      for (const width of widths) {
        await page.setViewportSize({ width, height: 800 })
        for (const problem of await seriousProblems(page)) problems.push(`${screen} ${theme} ${width}: ${problem}`)
      }
    }
  }
  expect(problems).toEqual([])
})
