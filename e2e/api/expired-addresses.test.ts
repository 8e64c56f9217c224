import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { readWindow } from '#src/imagery/read-window.ts'
import { openShared } from '#src/rasters/open-shared.ts'
import { signedUrlPeriodMs } from '#sandbox/files.ts'
import { askForAoi, assetsOf } from './havel-aoi.ts'
import { startDesk } from './sandbox-fixture.ts'

const desk = await startDesk()
let aoiId: string

beforeAll(async () => {
  vi.stubGlobal('fetch', (url: string, options?: RequestInit) => desk.fetch(new Request(url, options)))
  const { aoi } = await askForAoi(desk)
  aoiId = aoi.aoi_id
  await desk.finishWork()
  expect(await mosaics()).toHaveLength(2)
})
afterAll(async () => {
  vi.unstubAllGlobals()
  await desk.close()
})

const mosaics = async () => (await assetsOf(desk, aoiId)).filter((asset) => asset.asset_type === 'mosaic')
const expire = () => desk.clock.advance(2 * signedUrlPeriodMs + 1000)

test('a picture goes on being read when its signed address has expired: the service is asked once for fresh ones', async () => {
  let asked = 0
  const refresh = async () => {
    asked++
    return { data: await mosaics() }
  }
  const cog = await openShared((await mosaics())[0]!.path!, refresh)
  expire()
  const [first, second] = await Promise.all([readWindow(cog, [0]), readWindow(cog, [3])])
  expect([first[0]!.some(Boolean), second[0]!.some(Boolean)]).toEqual([true, true])
  expect(asked).toBe(1)
  expire()
  await readWindow(cog, [5])
  expect(asked).toBe(2)
})

test('says so when nobody can be asked, or no fresher address is told', async () => {
  const before = await mosaics()
  const cog = await openShared(before[1]!.path!)
  expire()
  await expect(readWindow(cog, [0])).rejects.toThrow('The address of this picture has expired')
  // The same listing as before, as from a cache.
  await openShared(before[1]!.path!, async () => ({ data: before }))
  await expect(readWindow(cog, [0])).rejects.toThrow('The address of this picture has expired')
  const [now] = (await mosaics()).filter(({ id }) => id === before[1]!.id)
  await openShared(now!.path!)
  expect((await readWindow(cog, [0]))[0]!.some(Boolean)).toBe(true)
})
