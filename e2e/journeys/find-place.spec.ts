import { areaFromUrl } from '#src/geo/area-in-url.ts'
import { utmAreaKm2 } from '#src/geo/utm-area-km2.ts'
import { expect, test } from '../drivers/browser.ts'
import type { Page } from '../drivers/browser.ts'
import { exploreDriver } from '../drivers/explore.ts'
import { mapDriver } from '../drivers/map.ts'

const camera = (page: Page) => page.evaluate(() => window.swathMap!.camera())

async function withField(page: Page) {
  const explore = exploreDriver(page)
  await explore.open()
  const field = page.getByRole('combobox', { name: 'Find a place' })
  await expect(field).toBeVisible()
  const isAt = async (lng: number, lat: number) => {
    await expect.poll(async () => Math.abs((await camera(page)).lng - lng)).toBeLessThan(1)
    await expect.poll(async () => Math.abs((await camera(page)).lat - lat)).toBeLessThan(1)
  }
  return { explore, field, isAt }
}

test('a place is found by key with and without accents, under other names, and is an area by a press', async ({
  page,
}) => {
  const { explore, field, isAt } = await withField(page)
  await page.keyboard.press('/')
  await expect(field).toBeFocused()
  await page.keyboard.type('koeln')
  const options = page.getByRole('option')
  await expect(options.first()).toHaveText(/^Köln\s*North Rhine-Westphalia, Germany · 963,000 people$/)
  await page.keyboard.press('Enter')
  await isAt(6.95, 50.93)

  await field.fill('sao pau')
  await expect(options.first()).toHaveText(/^São Paulo/)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await isAt(-46.6, -23.5)

  // Faster than the list comes.
  await field.fill('Wien')
  await page.keyboard.press('Enter')
  await isAt(16.37, 48.2)
  await expect(page.getByRole('group', { name: 'At Vienna (Wien)' })).toContainText('Austria · 1.7 M people')
  await page.getByRole('button', { name: 'Use as area' }).press('Enter')
  await expect(explore.panel.getByRole('heading', { name: /^Area 550 km²/ })).toBeVisible()

  // The three stay for the next time.
  await page.reload()
  await field.focus()
  await expect(options).toHaveText([/^Vienna \(Wien\)/, /^São Paulo/, /^Köln/])
})

test('mistyped it is found all the same, one of ten is told from the others, and what is near comes first', async ({
  page,
}) => {
  const { field, isAt } = await withField(page)
  const options = page.getByRole('option')
  for (const [typed, found] of [
    ['Berln', /^Berlin\s*Germany/],
    ['Postdam', /^Potsdam\s*Brandenburg, Germany/],
    ['Munchen', /^Munich \(München\)\s*Bavaria, Germany/],
    ['Sao Paolo', /^São Paulo/],
    ['Москва', /^Moscow \(Москва\)/],
    ['Bavaria', /^Bavaria\s*Region of Germany/],
    ['springfield, ill', /^Springfield\s*Illinois, United States/],
  ] as const) {
    await field.fill(typed)
    await expect(options.first()).toHaveText(found)
  }
  await field.fill('Springfield')
  await expect(options).toHaveCount(8)
  const regions = (await options.allTextContents()).map((text) => /Springfield(.*), United/.exec(text)?.[1])
  expect(new Set(regions).size).toBe(8)

  await field.fill('Frankfurt')
  await expect(options.first()).toHaveText(/^Frankfurt am Main/)
  await mapDriver(page).lookAt([14.5, 52.35], 11)
  await field.fill('Frankfurt ')
  await field.fill('Frankfurt (')
  await expect(options.first()).toHaveText(/^Frankfurt \(Oder\)/)
  await page.keyboard.press('Enter')
  await isAt(14.55, 52.35)
})

test('coordinates in any notation lead there, and what is none is told', async ({ page }) => {
  const { explore, field, isAt } = await withField(page)
  await field.fill('33U UU 65039 07071')
  await expect(page.getByRole('option')).toHaveText(/^52\.3972\d, 13\.0163\d\s*MGRS square 33UUU$/)
  await page.keyboard.press('Enter')
  await isAt(13.016, 52.397)
  await page.getByRole('button', { name: 'Use as area' }).click()
  await expect(explore.areaHeading(/100 km²/)).toBeVisible()
  // The map goes to a new area by itself with the next frame; nobody's next search is quicker, but this one may be.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
  // What is billed at least.
  expect(utmAreaKm2(areaFromUrl(new URL(page.url()).searchParams.get('area'))!)).toBeCloseTo(100, 0)

  await field.fill('https://www.openstreetmap.org/#map=12/-33.87/151.21')
  await expect(page.getByRole('option')).toHaveText(/^-33\.87000, 151\.21000\s*link to a map$/)
  await page.keyboard.press('Enter')
  await isAt(151.21, -33.87)
  await field.fill('https://maps.app.goo.gl/abc')
  await expect(page.getByText(/This link names no coordinates: open it/)).toBeVisible()
  await field.fill('95, 13')
  await expect(
    page.getByText('A latitude of 95 is past the pole. Latitude comes first: are the two swapped?'),
  ).toBeVisible()
  await field.fill('Xyzzyburg')
  await expect(page.getByText('No place of 1,000 people or more is called “Xyzzyburg”.')).toBeVisible()
})

test('without the list of places it says so, and finds again when the list can be had', async ({ page }) => {
  const { field, isAt } = await withField(page)
  await page.context().route('**/basemap/places.gz', (route) => route.fulfill({ status: 503 }))
  await field.fill('Potsdam')
  await expect(page.getByText('The list of places could not be loaded. Type on to try again.')).toBeVisible()
  await page.context().unroute('**/basemap/places.gz')
  await field.fill('Potsdam,')
  await page.keyboard.press('Enter')
  await isAt(13.06, 52.4)
})

test('measures ways and figures over the ellipsoid, by mouse and by key, one tool in hand at a time', async ({
  page,
}) => {
  const { explore } = await withField(page)
  const map = mapDriver(page)
  await map.lookAt([13.02, 52.36], 11)
  await page.getByRole('button', { name: 'Measure' }).click()
  const tool = page.getByRole('group', { name: 'Measure' })
  const figures = tool.locator('output')
  await expect(tool).toBeVisible()
  await map.click([13.05, 52.4])
  await map.click([13.15, 52.4])
  await expect(figures).toHaveText('6.81 km')
  await map.click([13.15, 52.35])
  await map.click([13.15, 52.35])
  await expect(figures).toHaveText('12.4 km · 2 legs')
  await tool.getByRole('radio', { name: 'Area' }).click()
  await expect(figures).toHaveText(/^18\.9 km² · 21\.2 km around$/)
  await page.keyboard.press('Backspace')
  await expect(figures).toHaveText('6.81 km')

  // Drawing takes the map out of the other tool's hand, and the other way round.
  await explore.panel.getByRole('button', { name: 'Polygon', exact: true }).click()
  await expect(tool).toHaveCount(0)
  await page.getByRole('button', { name: 'Measure' }).press('Enter')
  await expect(explore.panel.getByRole('button', { name: 'Polygon', exact: true })).toHaveAttribute(
    'aria-pressed',
    'false',
  )
  await expect(page.getByTestId('crosshair').filter({ visible: true })).toHaveCount(1)
  await page.keyboard.press('Enter')
  for (let i = 0; i < 3; i++) await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+Enter')
  await expect(figures).toHaveText(/^3\.5\d? km$/)
  // It has ended: the crosshair moves on, the figures stay.
  await page.keyboard.press('Shift+ArrowRight')
  await expect(figures).toHaveText(/^3\.5\d? km$/)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Escape')
  await expect(tool).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(tool).toHaveCount(0)
})

test('coordinates under the pointer are read in degrees, UTM and MGRS, and copied by key', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await withField(page)
  const map = mapDriver(page)
  await map.lookAt([13.02, 52.36], 13)
  const readout = page.getByTestId('cursor-readout')
  await map.hover([13.03, 52.365])
  await expect(readout).toHaveText(/^52\.36\d+° N, 13\.0[23]\d+° E$/)
  const notation = page.getByRole('button', { name: /^Coordinates/ })
  for (let i = 0; i < 3; i++) await notation.click()
  await map.hover([13.03, 52.365])
  await expect(readout).toHaveText(/^33U UU 6\d{4} 0\d{4}$/)
  await page.keyboard.press('l')
  await expect(page.getByText(/^Copied 33U UU/)).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await readout.textContent())

  // Where there is no pointer it is the middle of the map.
  await page.reload()
  await expect(readout).toHaveText(/^33U UU 6\d{4} 0\d{4}$/)
})

test('meridians and parallels bear their degrees in the notation chosen, on the globe too, and are gone when off', async ({
  page,
}) => {
  const { explore } = await withField(page)
  const map = mapDriver(page)
  const labels = page.getByTestId('graticule-labels')
  const button = page.getByRole('button', { name: 'Meridians and parallels' })
  expect((await map.layers('reference')).filter((id) => id.includes('graticule'))).toEqual([])
  await button.click()
  await map.lookAt([13.02, 52.36], 7.5)
  await expect(labels.getByText('13.5° E', { exact: true })).toBeVisible()
  await expect(labels.getByText('52.5° N', { exact: true })).toBeVisible()
  const middleOf = async (text: string) => {
    const { x, y, width, height } = (await labels.getByText(text, { exact: true }).boundingBox())!
    return page.evaluate(([px, py]) => window.swathMap!.unproject(px, py), [x + width / 2, y + height / 2] as const)
  }
  expect((await middleOf('13.5° E')).lng).toBeCloseTo(13.5, 2)
  expect((await middleOf('52.5° N')).lat).toBeCloseTo(52.5, 2)
  // Beside the panel, not under it.
  const panel = (await explore.panel.boundingBox())!
  const edge = (await labels.getByText('52.5° N', { exact: true }).boundingBox())!
  expect(edge.x).toBeGreaterThanOrEqual(panel.x + panel.width)

  await page.getByRole('button', { name: /^Coordinates/ }).click()
  await expect(labels.getByText(`13°20'E`, { exact: true })).toBeVisible()

  await page.getByRole('button', { name: 'Show as a globe' }).click()
  await map.lookAt([179, 10], 2)
  await expect(labels.getByText('180°', { exact: true })).toBeVisible()
  expect(Math.abs((await middleOf('165° W')).lng + 165)).toBeLessThan(0.5)
  await button.click()
  await expect(labels).toHaveCount(0)
  expect((await map.layers('reference')).filter((id) => id.includes('graticule'))).toEqual([])
})
