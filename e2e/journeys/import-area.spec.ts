import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { exploreDriver } from '../drivers/explore.ts'
import { expect, test } from '../drivers/browser.ts'

// Made by GDAL; see make_fixtures.py there.
const fixture = (name: string) => join(import.meta.dirname, '../../src/vectors/fixtures', name)

test('a district out of a projected Shapefile, by keyboard alone, and back by undo', async ({ page }) => {
  const explore = exploreDriver(page)
  await explore.open()
  await explore.typeArea('13.03, 52.36, 13.06, 52.38')
  await expect(explore.areaHeading(/4\.55 km² .* 4 corners/)).toBeVisible()
  await explore.importByKeyboard(fixture('districts-utm33.zip'))
  const chooser = explore.panel.getByRole('form', { name: 'Features of districts-utm33.zip' })
  await expect(chooser.getByRole('checkbox', { name: 'All 3' })).toBeFocused()
  for (const key of ['Tab', 'Tab', 'ArrowDown', 'Enter']) await page.keyboard.press(key)
  await expect(chooser.getByRole('checkbox', { name: 'Kleinmachnow' })).toBeChecked()
  await chooser.getByRole('button', { name: 'Use this feature' }).press('Enter')
  await expect(explore.areaHeading(/37\.5 km² .* 4 corners/)).toBeVisible()
  await expect(explore.panel.getByText('Kleinmachnow, from zipped Shapefile.')).toBeVisible()
  // Saved under the name that it came with.
  await explore.panel.getByRole('button', { name: 'Export the area' }).press('Enter')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menu').getByRole('menuitem', { name: 'KML' }).first().press('Enter'),
  ])
  expect(download.suggestedFilename()).toBe('Kleinmachnow.kml')
  expect(readFileSync(await download.path(), 'utf8')).toContain('<name>Kleinmachnow</name>')
  await explore.panel.getByRole('button', { name: 'Undo' }).press('Enter')
  await expect(explore.areaHeading(/4\.55 km² .* 4 corners/)).toBeVisible()
  await expect(explore.panel.getByText('Kleinmachnow, from zipped Shapefile.')).toBeHidden()
})

test('two districts dropped on the map, ticked there and joined', async ({ page }) => {
  const explore = exploreDriver(page)
  await explore.open()
  await explore.dropFile('districts.gpkg', readFileSync(fixture('layers.gpkg')))
  const chooser = explore.panel.getByRole('form', { name: 'Features of districts.gpkg' })
  await chooser.getByRole('checkbox', { name: 'Potsdam' }).press('Space')
  await chooser.getByRole('checkbox', { name: 'Kleinmachnow' }).press('Space')
  await chooser.getByRole('button', { name: 'Join 2 into one area' }).click()
  await expect(explore.areaHeading(/143 km² .* 12 corners/)).toBeVisible()
})

test('text pasted on the map, also KML, and a file that is not what its name says', async ({ page }) => {
  const explore = exploreDriver(page)
  await explore.open()
  await explore.paste(
    'SRID=25833;POLYGON((363000 5800000, 373000 5800000, 373000 5810000, 363000 5810000, 363000 5800000))',
  )
  await expect(explore.areaHeading(/100 km² .* 4 corners/)).toBeVisible()
  await explore.dropFile('district.kml', readFileSync(fixture('districts.geojson')))
  await expect(explore.panel.getByText('Its name ends in .kml, but it is GeoJSON.')).toBeVisible()
  await explore.panel.getByRole('button', { name: 'Cancel' }).click()
  await expect(explore.areaHeading(/100 km² .* 4 corners/)).toBeVisible()
})

test('what a database prints, a table in minutes, and links to maps are areas, too', async ({ page }) => {
  const explore = exploreDriver(page)
  await explore.open()
  await explore.dropFile('postgis.csv', readFileSync(fixture('postgis.csv')))
  await expect(explore.panel.getByText('Bend, from CSV with outlines in "geom".')).toBeVisible()
  await expect(explore.areaHeading(/98\.7 km²/)).toBeVisible()
  await explore.paste('PolygonZ ((13 52 1, 13.2 52 1, 13.2 52.1 1, 13 52.1 1, 13 52 1))')
  await expect(explore.areaHeading(/153 km² .* 4 corners/)).toBeVisible()
  await explore.paste(
    'https://www.openstreetmap.org/#map=12/52.3/13\nN 52° 24.0 E 013° 00.0\nhttps://maps.google.com/?q=52.4,13.2',
  )
  await expect(explore.areaHeading(/75\.8 km² .* 3 corners/)).toBeVisible()
  await explore.dropFile('districts.fgb', readFileSync(fixture('districts.fgb')))
  await expect(explore.panel.getByRole('alert')).toContainText('is a FlatGeobuf file')
  await expect(explore.areaHeading(/75\.8 km²/)).toBeVisible()
})

test('a picture is refused in words, and the area stays', async ({ page }) => {
  const explore = exploreDriver(page)
  await explore.open()
  await explore.typeArea('13.03, 52.36, 13.06, 52.38')
  await explore.dropFile('area.geojson', readFileSync(fixture('picture.png')))
  await expect(explore.panel.getByRole('alert')).toContainText('is a PNG picture, which holds no outlines')
  await expect(explore.areaHeading(/4\.55 km²/)).toBeVisible()
  await explore.panel.getByRole('alert').getByRole('button', { name: 'Close' }).press('Enter')
  await expect(explore.panel.getByRole('alert')).toBeHidden()
})

test('an outline of 200,000 corners is made coarse, by a slider, and saved for others', async ({ page }) => {
  const ring = Array.from({ length: 200_000 }, (_, i) => {
    const angle = (2 * Math.PI * i) / 200_000
    const radius = 0.2 + 0.01 * Math.sin(40 * angle)
    return [13 + 1.6 * radius * Math.cos(angle), 52 + radius * Math.sin(angle)]
  })
  const coast = { type: 'Polygon', coordinates: [[...ring, ring[0]]] }
  const explore = exploreDriver(page)
  await explore.open()
  await explore.dropFile('coast.geojson', Buffer.from(JSON.stringify(coast)))
  await expect(explore.panel.getByText(/Simplified from 200,000 to 1,000 corners; the size changes by/)).toBeVisible({
    timeout: 60_000,
  })
  await expect(explore.areaHeading(/ km² .* 1,000 corners/)).toBeVisible()
  await explore.panel.getByRole('slider', { name: 'Corners kept' }).press('Home')
  await expect(explore.areaHeading(/ km² .* 20 corners/)).toBeVisible()
  await explore.panel.getByRole('button', { name: 'Undo' }).press('Enter')
  await expect(explore.areaHeading(/ km² .* 1,000 corners/)).toBeVisible()
  await explore.panel.getByRole('button', { name: 'Redo' }).press('Enter')
  await expect(explore.areaHeading(/ km² .* 20 corners/)).toBeVisible()

  await explore.panel.getByRole('button', { name: 'Export the area' }).press('Enter')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menu').getByRole('menuitem', { name: 'GeoJSON' }).first().press('Enter'),
  ])
  expect(download.suggestedFilename()).toMatch(/^(coast|area)\.geojson$/)
  const saved = JSON.parse(readFileSync(await download.path(), 'utf8')) as { geometry: { coordinates: number[][][] } }
  expect(saved.geometry.coordinates[0]).toHaveLength(21)
})
