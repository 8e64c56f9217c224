import type { MapTestHandle } from '#src/map/test-handle.ts'
import type { Page } from './browser.ts'

export type LngLat = readonly [lng: number, lat: number]

/** The map as a person uses it: looks at a place, clicks on places. */
export function mapDriver(page: Page) {
  const idle = () =>
    page.waitForFunction(() => (window as { swathMap?: MapTestHandle }).swathMap?.isIdle() ?? false, undefined, {
      timeout: 60_000,
    })

  async function pixelOf([lng, lat]: LngLat): Promise<{ x: number; y: number }> {
    const pixel = await page.evaluate(([x, y]) => (window as { swathMap?: MapTestHandle }).swathMap!.project(x, y), [
      lng,
      lat,
    ] as const)
    if (!pixel) throw new Error(`${lng}, ${lat} is not in the window`)
    return pixel
  }

  return {
    idle,
    /** Page pixels of a place. */
    pixelOf,
    async lookAt([lng, lat]: LngLat, zoom: number) {
      await idle()
      await page.evaluate((camera) => (window as { swathMap?: MapTestHandle }).swathMap!.jumpTo(camera), {
        lng,
        lat,
        zoom,
      })
      await idle()
    },
    async hover(place: LngLat) {
      const { x, y } = await pixelOf(place)
      await page.mouse.move(x - 2, y)
      await page.mouse.move(x, y)
    },
    async click(place: LngLat) {
      const { x, y } = await pixelOf(place)
      await page.mouse.move(x, y)
      await page.mouse.click(x, y)
    },
    /** The colour that a person sees at a place, red, green, blue from 0 to 255. */
    async colourAt(place: LngLat): Promise<[number, number, number]> {
      const { x, y } = await pixelOf(place)
      const picture = await page.screenshot({ clip: { x: Math.floor(x), y: Math.floor(y), width: 1, height: 1 } })
      return page.evaluate(async (base64) => {
        const image = new Image()
        image.src = `data:image/png;base64,${base64}`
        await image.decode()
        const context = document.createElement('canvas').getContext('2d')!
        context.drawImage(image, 0, 0)
        const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data
        return [red, green, blue] as [number, number, number]
      }, picture.toString('base64'))
    },
    /** Names of what is drawn, as `result-…` in `imagery/1/result-…/custom`. */
    layers: (slot: string) =>
      page.evaluate((wanted) => window.swathMap!.layers().filter((id) => id.startsWith(`${wanted}/`)), slot),
    async drag(from: LngLat, to: LngLat) {
      const [start, end] = [await pixelOf(from), await pixelOf(to)]
      await page.mouse.move(start.x, start.y)
      await page.mouse.down()
      await page.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2, { steps: 4 })
      await page.mouse.move(end.x, end.y, { steps: 4 })
      await page.mouse.up()
    },
  }
}
