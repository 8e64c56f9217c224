import { execFileSync } from 'node:child_process'
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '../drivers/browser.ts'
import { insightsDriver } from '../drivers/insights.ts'
import { madeAoi } from '../drivers/made-aoi.ts'
import { mapDriver } from '../drivers/map.ts'

const realScene = process.env.SWATH_REAL_SCENE
test.skip(!realScene, 'SWATH_REAL_SCENE names no file: blocks are not run over a real scene')

test('over a real scene the map shows water where the lakes are and trees where the woods are', async ({
  page,
  server,
}) => {
  const meta = realScene!.replace(/\.tif$/, '.json')
  // Under a name of its own: another journey adds the same file to the same archive.
  const file = join(server.folder, 'measured_for_blocks.tif')
  copyFileSync(realScene!, file)
  execFileSync(process.execPath, ['scripts/add-scene.ts', file, '--meta', meta], {
    env: { ...process.env, SWATH_DATA: server.folder },
  })
  const { aoi } = await madeAoi(server, {
    collection: 'own-enmap',
    area: [13.018, 52.3805, 13.073, 52.397],
    name: 'Potsdam as measured',
  })
  const insights = insightsDriver(page)
  const map = mapDriver(page)
  await insights.openChooser(aoi)
  await insights.choose('Land cover')
  await insights.run()
  expect(await insights.legendHa('Water')).toBeGreaterThan(60)
  await map.lookAt([13.04, 52.388], 12.6)
  // Read off a map of Potsdam: the Havel on both sides of Hermannswerder, the woods of the Telegrafenberg.
  await expect.poll(() => map.colourAt([13.0545, 52.388])).toEqual([0x41, 0x9b, 0xdf])
  await expect.poll(() => map.colourAt([13.033, 52.3873])).toEqual([0x41, 0x9b, 0xdf])
  await expect.poll(() => map.colourAt([13.0585, 52.3835])).toEqual([0x39, 0x7d, 0x49])
})
