import { expect, it } from 'vitest'
import { colormapGroups, colormapHex, colormapNames, colormapTable, isColormap, sampleColormap } from './colormaps.ts'

it('has more than thirty maps, each complete', () => {
  expect(colormapNames.length).toBeGreaterThan(30)
  for (const name of colormapNames) {
    expect(colormapTable(name).length).toBe(1024)
    expect(sampleColormap(name, 0)).not.toEqual(sampleColormap(name, 0.5))
  }
})

it('has each map in one group', () => {
  expect(colormapGroups.flatMap(({ names }) => names).toSorted()).toEqual([...colormapNames].toSorted())
})

it.each([
  ['viridis', 0, '#440154'],
  ['viridis', 1, '#fde725'],
  ['viridis', 0.5, '#21918c'],
  ['magma', 1, '#fcfdbf'],
  ['turbo', 0, '#30123b'],
  ['Spectral', 0, '#9e0142'],
  ['RdYlGn', 0.5, '#ffffbf'],
  ['spectral_r', 1, '#9e0142'],
  ['grey', 0.5, '#808080'],
])('%s at %d is %s', (name, t, hex) => {
  const channels = (text: string) => [1, 3, 5].map((at) => Number.parseInt(text.slice(at, at + 2), 16))
  const [got, want] = [channels(colormapHex(name, t)), channels(hex)]
  got.forEach((channel, i) => expect(Math.abs(channel - (want[i] ?? NaN))).toBeLessThanOrEqual(3))
})

it('reverses, clamps and survives what is not a number', () => {
  expect(sampleColormap('Greens_r', 0.25)).toEqual(sampleColormap('Greens', 0.75))
  expect(sampleColormap('Greens', 7)).toEqual(sampleColormap('Greens', 1))
  expect(sampleColormap('Greens', NaN)).toEqual(sampleColormap('Greens', 0))
})

it("knows the API's names and tells those it does not know", () => {
  expect(isColormap('rplumbo') && isColormap('rplumbo_r') && isColormap('YLGN')).toBe(true)
  expect(sampleColormap('rplumbho', 0.9)).toEqual(sampleColormap('rplumbo', 0.9))
  expect(isColormap('nonesuch')).toBe(false)
  expect(sampleColormap('nonesuch', 0.3)).toEqual(sampleColormap('viridis', 0.3))
})

it('rises evenly in lightness where a map promises to', () => {
  const lightness = (name: string, t: number) => {
    const [r, g, b] = sampleColormap(name, t).map((channel) => (channel / 255) ** 2.2)
    return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0)
  }
  for (const name of ['viridis', 'magma', 'inferno', 'plasma', 'cividis', 'gray', 'haline', 'thermal']) {
    for (let t = 0.1; t <= 1; t += 0.1) expect(lightness(name, t)).toBeGreaterThan(lightness(name, t - 0.1))
  }
})
