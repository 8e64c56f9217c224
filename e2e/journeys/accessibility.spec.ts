import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '../drivers/browser.ts'
import type { Page, Server } from '../drivers/browser.ts'
import { madeAoi, madeInsight } from '../drivers/made-aoi.ts'
import { madeRecurringOrder } from '../drivers/order-desk.ts'

// Every screen, as axe sees it: nothing serious or critical, in both themes, on a desk and on a tablet.
const area = '13.035,52.367,13.066,52.383'
/** Contrast belongs to the theme and order to the width: each is seen once, in half the time that all four take. */
const looks = [
  ['dark', 1280],
  ['light', 768],
] as const

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
  const { aoi, scenes } = await madeAoi(server, {
    collection: 'pixxel-td1-l2a',
    area: [13.035, 52.367, 13.066, 52.383],
    name: 'Havel',
  })
  const run = (block: string, values?: Record<string, string>) => madeInsight(server, aoi, block, values)
  const insights = {
    none: await madeAoi(server, { collection: 'landsat-c2-l2', area: [13.04, 52.37, 13.05, 52.38], name: 'Empty' }),
    classes: await run('landcover'),
    values: await run('principalcomponents'),
    groups: await run('imageclustering'),
    polygons: await run('segmentation'),
    failed: await run('spectralindex', { expression: 'red * 0 / 0' }),
  }
  const recurring = await madeRecurringOrder(server)
  const { workflows } = await get<{ workflows: { id: string; project_id: string }[] }>('/v0/workflows?name=Lake')
  const { id: workflow, project_id: project } = workflows[0]!
  const job = await post<{ id: string }>(`/v0/workflows/${workflow}/jobs?project_id=${project}`, {})
  await post('/sandbox/settled', {})
  const { tasks } = await get<{ tasks: { id: string; name: string }[] }>(`/v0/workflows/${workflow}/jobs/${job.id}`)
  const taskOf = (name: string) => tasks.find((task) => task.name === name)!.id
  return {
    order: orders[0]!.id,
    item: orders[0]!.order_items[0]!.id,
    recurring,
    catalog: catalogs[0]!.id,
    aoi,
    insights,
    scene: scenes[0]!,
    workflow,
    run: `/workflows/${workflow}/jobs/${job.id}`,
    taskOf,
  }
}

async function seriousProblems(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
}

/** Looks at screens in both themes and both widths. */
async function problemsOn(page: Page, screens: readonly string[]): Promise<string[]> {
  // Colours on their way from one to another are no colours to judge.
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const problems: string[] = []
  for (const [theme, width] of looks) {
    await page.goto('/settings')
    await page.evaluate((chosen) => localStorage.setItem('swath.theme', chosen), theme)
    for (const screen of screens) {
      await page.setViewportSize({ width, height: 800 })
      await page.goto(screen)
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
      await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible()
      await expect(page.getByRole('main').getByText(/^Loading|^being asked$/)).toHaveCount(0)
      for (const problem of await seriousProblems(page)) problems.push(`${screen} ${theme} ${width}: ${problem}`)
    }
  }
  return problems
}

test('no screen has a serious accessibility problem', async ({ page, server }) => {
  test.setTimeout(1_500_000)
  const ids = await firstIds(server)
  const screens = [
    '/explore',
    `/explore?area=${area}`,
    `/explore?area=${area}&from=2001-01-01&to=2001-02-01`,
    `/explore/scenes/pixxel-td1-l2a/${ids.scene}`,
    '/cart',
    '/orders',
    '/orders/new',
    `/orders/new?area=${area}&recurrence=MONTHLY&bandset=${ids.recurring.bandset}&project=${ids.recurring.project}`,
    `/orders/${ids.order}`,
    `/order-items/${ids.item}`,
    `/order-items/${ids.recurring.item}`,
    '/catalog',
    `/catalog/${ids.catalog}`,
    '/aois',
    `/aois/new?area=${area}&scenes=${ids.scene}`,
    `/aois/${ids.aoi}`,
    `/aois/${ids.aoi}/insights`,
    `/aois/${ids.insights.none.aoi}/insights`,
    `/aois/${ids.insights.none.aoi}/insights/new`,
    `/aois/${ids.insights.none.aoi}/insights/new?block=waterquality&version=1.0.0`,
    `/aois/${ids.aoi}/insights/new?block=imageclustering&version=1.0.0`,
    `/aois/${ids.aoi}/insights/new?block=gapfilledndvi&version=1.0.0`,
    `/aois/${ids.aoi}/insights/${ids.insights.classes}`,
    `/aois/${ids.aoi}/insights/${ids.insights.values}`,
    `/aois/${ids.aoi}/insights/${ids.insights.groups}`,
    `/aois/${ids.aoi}/insights/${ids.insights.polygons}?by=area_ha`,
    `/aois/${ids.aoi}/insights/${ids.insights.failed}`,
    `/aois/${ids.aoi}/spectra?spectra=1*13.05_52.375**2*13.06_52.38*Reed&compare=grass&like=1`,
    '/indices',
    '/indices?index=new',
    '/workflows',
    `/workflows/${ids.workflow}?step=area`,
    ids.run,
    `${ids.run}?task=${ids.taskOf('Land cover')}`,
    `${ids.run}?task=${ids.taskOf('Figures for the area')}`,
    '/data/collections',
    '/data/collections/pixxel-ff-l2a',
    '/data/satellites',
    '/data/blocks',
    '/data/blocks/waterquality',
    '/settings',
    '/nowhere',
    '/orders/unknown',
  ]
  expect(await problemsOn(page, screens)).toEqual([])
})

test('nor have stores and deliveries: empty, with the form open, full, filtered to nothing', async ({
  page,
  server,
}) => {
  test.setTimeout(600_000)
  const post = async (path: string, body: unknown) => {
    const headers = { 'content-type': 'application/json' }
    const response = await fetch(server.url + path, { method: 'POST', body: JSON.stringify(body), headers })
    expect(response.ok, path).toBe(true)
    return (await response.json()) as unknown
  }
  const empty = await problemsOn(page, ['/stores', '/deliveries', '/stores?store=new'])
  const { id } = (await post('/v0/stores', {
    name: 'Axe',
    type: 'S3',
    configs: { bucket: 'axe', region: 'eu-central-1' },
    secrets: { access_key_id: 'a', secret_access_key: 'b' },
  })) as { id: string }
  const { catalogs } = (await post('/v0/catalogs/search', { limit: 1 })) as { catalogs: { id: string }[] }
  await post('/v0/catalogs/deliveries', {
    deliveries: [{ catalog_ids: [catalogs[0]!.id], cloud_info: { config: id } }],
  })
  await post('/sandbox/settled', {})
  const full = [
    `/stores?store=${id}`,
    '/deliveries',
    '/deliveries?state=failed',
    `/catalog/${catalogs[0]!.id}`,
    `/catalog?picked=${catalogs[0]!.id}&collection=pixxel-ff-l2a&from=2020-01-01&area=${area}`,
  ]
  expect([...empty, ...(await problemsOn(page, full))]).toEqual([])
})

test('nor has the spectral desk: empty, with each way of showing, with a formula that can not be read', async ({
  page,
  server,
}) => {
  test.setTimeout(600_000)
  const { aoi } = await madeAoi(server, {
    collection: 'sentinel-2-l2a',
    area: [13.04, 52.37, 13.05, 52.38],
    name: 'Dates',
    scenes: 3,
  })
  const desk = await deliveredDesk(server)
  const screens = [
    '/desk',
    '/desk?file=elsewhere.tif',
    desk,
    `${desk}?show=band&mask=nir%3E0`,
    `${desk}?show=formula`,
    `${desk}?show=formula&f=${ndvi}`,
    `${desk}?show=formula&f=${ndvi}&f-breaks=0,0.3`,
    `${desk}?show=formula&f=nir-foo`,
    `${desk}?show=formula&f=${ndvi}&chart=statistics`,
    `${desk}?show=formula&f=${ndvi}&f-breaks=0,0.3&chart=statistics&region=picture`,
    `/aois/${aoi}/spectra?show=formula&f=${ndvi}&chart=time`,
    `/aois/${aoi}/spectra?show=formula&f=${ndvi}&f-breaks=0,0.3&chart=time`,
  ]
  expect(await problemsOn(page, screens)).toEqual([])
})

test('nor has a comparison on the desk, in each of its ways', async ({ page, server }) => {
  test.setTimeout(600_000)
  const desk = await deliveredDesk(server)
  const screens = [
    `${desk}?versus=swipe&b-show=formula&b-f=${ndvi}`,
    `${desk}?versus=side&b-show=band`,
    `${desk}?versus=blink&b-show=band`,
    `${desk}?show=formula&f=${ndvi}&versus=difference&b-show=band`,
    `${desk}?versus=difference`,
  ]
  expect(await problemsOn(page, screens)).toEqual([])
})

const ndvi = encodeURIComponent('(nir - red) / (nir + red)')

/** The desk on a picture that was delivered. */
async function deliveredDesk(server: Server): Promise<string> {
  const response = await fetch(`${server.url}/v0/catalogs/search`, {
    method: 'POST',
    body: JSON.stringify({ limit: 1, collections: ['sentinel-2-l2a'] }),
    headers: { 'content-type': 'application/json' },
  })
  const { catalogs } = (await response.json()) as { catalogs: { id: string }[] }
  return `/catalog/${catalogs[0]!.id}/spectra`
}

test('the rail shows all of itself on a low screen', async ({ page }) => {
  const rail = page.getByRole('navigation', { name: 'Main' })
  await page.goto('/settings')
  for (const height of [1024, 740, 700, 660, 600]) {
    await page.setViewportSize({ width: 1280, height })
    const { scrolled, room } = await rail.evaluate(({ scrollHeight, clientHeight }) => ({
      scrolled: scrollHeight,
      room: clientHeight,
    }))
    expect(scrolled, `at ${height} px`).toBeLessThanOrEqual(room)
  }
})
