import { openDownload } from '../drivers/delivered-files.ts'
import { expect, test } from '../drivers/browser.ts'
import { makeAoi, workflowsDriver } from '../drivers/workflows.ts'

test('run a workflow: its steps go in order of dependence, and the file of one holds what the screen says', async ({
  page,
}) => {
  const workflows = workflowsDriver(page)
  const { main } = workflows
  await page.goto('/explore')
  await workflows.open('Stressed fields')
  await expect(main.getByText('It was never run.', { exact: false })).toBeVisible()

  const button = workflows.runButton()
  await expect(button).toBeEnabled()
  const price = /\d+/.exec(await button.innerText())![0]
  await button.dblclick()
  await workflows.waitForRun()
  const moments = await workflows.watchGraph()
  await expect(main.getByText(/left$/)).toBeVisible()
  await workflows.waitUntilEnded()
  await expect(main.getByText(/^5 of 5 steps ready, took/)).toBeVisible()
  await expect(main).toContainText(new RegExp(`Cost${price}\\s*tokens?`))

  const before: Record<string, string[]> = {
    'Crop stress': ['Area of interest'],
    Components: ['Area of interest'],
    Patches: ['Components'],
    'Stress of each patch': ['Crop stress', 'Patches'],
  }
  const seen = await moments()
  expect(seen.some((moment) => moment['Area of interest']?.startsWith('In progress'))).toBe(true)
  expect(seen.some((moment) => moment['Stress of each patch']?.startsWith('Waiting'))).toBe(true)
  for (const moment of seen) {
    for (const [step, waitsFor] of Object.entries(before)) {
      if (moment[step]?.startsWith('Waiting')) continue
      for (const earlier of waitsFor) expect(moment[earlier], `${step}: ${moment[step]}`).toMatch(/^Ready/)
    }
  }

  await workflows.step('Crop stress').click()
  const details = main.getByRole('region', { name: 'Crop stress', exact: true })
  await details.getByRole('button', { name: /^Stress class/ }).click()
  const legend = details.getByRole('list', { name: /classes$/ })
  await expect(legend.getByRole('listitem').first()).toBeVisible()
  const told = (await legend.getByRole('listitem').allInnerTexts()).map((text) =>
    Number(/([\d.,]+)\s*ha/.exec(text)![1]!.replaceAll(',', '')),
  )

  const saved = page.waitForEvent('download')
  await details.getByRole('button', { name: 'Download', exact: true }).click()
  const { names, rasters } = await openDownload(await saved)
  expect(names.toSorted()).toEqual(['class_areas.csv', 'stress_class.tif', 'stress_score.tif'])
  const classes = rasters.find(({ name }) => name === 'stress_class.tif')!
  const { bounds, width, height } = classes
  const pixelHa = ((bounds.east - bounds.west) * (bounds.north - bounds.south)) / (width * height) / 10_000
  const counts = new Map<number, number>()
  for (const value of Array.from(await classes.band(0))) counts.set(value, (counts.get(value) ?? 0) + 1)
  counts.delete(0)
  const counted = [...counts.values()].map((count) => Math.round(count * pixelHa * 10) / 10)
  expect(told.toSorted((a, b) => a - b)).toEqual(counted.toSorted((a, b) => a - b))

  // The link shows the same again, and the double click began one run.
  await page.reload()
  await expect(details.getByRole('list', { name: /classes$/ })).toBeVisible()
  await main.getByRole('button', { name: 'Back' }).click()
  await expect(main.getByRole('list', { name: 'Runs' }).getByRole('listitem')).toHaveCount(1)
})

test('a step that fails says why, and only what hangs on it is not run; by keyboard', async ({ page, server }) => {
  // A mine in the driest desert: no lake to judge.
  await makeAoi(server, { project: 'Lakes and rivers', place: [-68.95, -22.3], name: 'Dry ground' })
  const workflows = workflowsDriver(page)
  const { main, step } = workflows
  await page.goto('/explore')
  await workflows.open('Lake health')
  await expect(workflows.runButton()).toBeEnabled()
  await workflows.runButton().press('Enter')
  await workflows.waitForRun()
  await workflows.waitUntilEnded()

  await expect(main.getByText(/^2 of 4 steps ready, 1 failed, 1 not run, took/)).toBeVisible()
  const notice = main.getByRole('alert')
  await expect(notice).toContainText('Water quality failed: the picture shows no open water')
  await expect(notice).toContainText('Not run because of it: Figures for the area.')
  await expect(step('Land cover')).toHaveAccessibleName(/^Land cover, Ready/)

  // Down the graph by arrow keys.
  await step('Area of interest').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect(step('Figures for the area')).toBeFocused()
  await page.keyboard.press('Enter')
  const details = main.getByRole('region', { name: 'Figures for the area' })
  await expect(details).toContainText('Not run, because Water quality failed.')

  // What did succeed can still be had.
  const saved = page.waitForEvent('download')
  await main.getByRole('button', { name: 'Download all results' }).press('Enter')
  const { names } = await openDownload(await saved)
  expect(names.toSorted()).toEqual(['land-cover/class_areas.csv', 'land-cover/land_cover.tif'])
})
