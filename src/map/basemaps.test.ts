import { expect, test } from 'vitest'
import { BASEMAP_PALETTE } from './basemap-palette.ts'
import { basemapStyle } from './basemaps.ts'
import { slotOf } from './layer-slots.ts'

const options = { theme: 'dark', labels: true, projection: 'mercator' } as const

test('all variants have the same layers in the same order, so that one can become the other in place', () => {
  const ids = (style: ReturnType<typeof basemapStyle>) => style.layers.map(({ id, type }) => `${id} ${type}`)
  const first = ids(basemapStyle(options))
  expect(ids(basemapStyle({ theme: 'light', labels: false, projection: 'globe' }))).toEqual(first)
})

test('its layers lie in the two slots of the basemap, ground first', () => {
  const slots = basemapStyle(options).layers.map(({ id }) => slotOf(id))
  expect(slots).toEqual(slots.toSorted())
  expect(new Set(slots)).toEqual(new Set(['ground', 'reference']))
})

test.each(['dark', 'light'] as const)('%s is drawn in true greys', (theme) => {
  for (const colour of Object.values(BASEMAP_PALETTE[theme])) {
    const [red, green, blue] = colour.startsWith('#')
      ? [colour.slice(1, 3), colour.slice(3, 5), colour.slice(5, 7)]
      : (colour.match(/\d+/g) ?? [])
    expect([green, blue]).toEqual([red, red])
  }
})

test.each(['dark', 'light'] as const)('%s: names can be read, and large ones more easily than small ones', (theme) => {
  const { land, countryName, placeName, capitalName } = BASEMAP_PALETTE[theme]
  const contrast = (grey: string) => {
    const [a, b] = [luminance(grey), luminance(land)]
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
  }
  expect(contrast(placeName)).toBeGreaterThan(3.5)
  expect(contrast(capitalName)).toBeGreaterThan(contrast(placeName))
  expect(contrast(countryName)).toBeLessThan(contrast(placeName))
})

/** Relative luminance of a grey (WCAG 2.2). */
function luminance(grey: string): number {
  const share = parseInt(grey.slice(1, 3), 16) / 255
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
}
