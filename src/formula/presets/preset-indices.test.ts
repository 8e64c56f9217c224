import { describe, expect, it } from 'vitest'
import { bind } from '../bind.ts'
import { isColormap } from '../colormaps.ts'
import { evaluator } from '../evaluate.ts'
import { parseComposite, parseFormula } from '../parse.ts'
import { fireflyBands, landsatBands, sentinel2Bands } from '../satellite-bands.ts'
import { presetComposites } from './composites.ts'
import { presetFor, presetIndices, presets } from './preset-indices.ts'

// Reflectance of a green leaf canopy, dry soil and clear water at wavelengths (nm), rough but of the right shape.
const spectra: Record<string, [nm: number, reflectance: number][]> = {
  vegetation: [
    [440, 0.03],
    [500, 0.035],
    [550, 0.09],
    [600, 0.055],
    [670, 0.03],
    [700, 0.1],
    [720, 0.25],
    [750, 0.42],
    [860, 0.46],
    [950, 0.45],
    [1610, 0.2],
    [2200, 0.09],
  ],
  soil: [
    [440, 0.09],
    [500, 0.11],
    [550, 0.14],
    [600, 0.17],
    [670, 0.2],
    [700, 0.21],
    [720, 0.22],
    [750, 0.23],
    [860, 0.26],
    [950, 0.28],
    [1610, 0.38],
    [2200, 0.34],
  ],
  water: [
    [440, 0.05],
    [500, 0.05],
    [550, 0.045],
    [600, 0.025],
    [670, 0.015],
    [700, 0.01],
    [720, 0.006],
    [750, 0.005],
    [860, 0.004],
    [950, 0.003],
    [1610, 0.001],
    [2200, 0.001],
  ],
}
const reflectance = (cover: string, nm: number) => {
  const points = spectra[cover] ?? []
  const next = Math.max(
    1,
    points.findIndex(([at]) => at >= nm),
  )
  const [[x1, y1], [x2, y2]] = [points[next - 1] ?? [0, 0], points[next] ?? [0, 0]]
  return y1 + ((y2 - y1) * (nm - x1)) / (x2 - x1)
}
const valueOf = (expression: string, bands: typeof fireflyBands, cover: string) => {
  const parsed = parseFormula(expression)
  const bound = parsed.ok ? bind(parsed.tree, bands) : parsed
  if (!bound.ok) throw new Error(`${expression}: ${JSON.stringify(bound.errors)}`)
  return evaluator(bound.tree)(bands.map(({ wavelengthNm = 0 }) => reflectance(cover, wavelengthNm)))
}
const expressionOf = (key: string, bands: typeof fireflyBands) =>
  presetIndices(bands).find((index) => index.key === key)?.expression

describe('presetIndices', () => {
  it('has the fifty indices, each once and complete', () => {
    expect(presets).toHaveLength(50)
    expect(new Set(presets.map(({ key }) => key)).size).toBe(50)
    for (const preset of presets) {
      expect(
        preset.formulas.map(parseFormula).every(({ ok }) => ok),
        preset.key,
      ).toBe(true)
      expect(isColormap(preset.colormap), preset.key).toBe(true)
      expect(preset.rescale[0]).toBeLessThan(preset.rescale[1])
      expect(preset.description).toMatch(/\.$/)
    }
  })

  it.each([
    ['ndvi', '(B118 - B062) / (B118 + B062)', '(B08 - B04) / (B08 + B04)', '(nir08 - red) / (nir08 + red)'],
    ['ioi', 'B049 / B002', 'B04 / B02', 'red / blue'],
    ['psri', '(B064 - B009) / B086', '(B04 - B02) / B06', '(red - blue) / nir08'],
    ['ci', 'B060 - B046 + (B046 - B065) * (45 / 61)', undefined, undefined],
    ['cmi', undefined, 'B11 / B12', 'swir16 / swir22'],
    ['gci', 'B118 / B022 - 1', 'B08 / B03 - 1', 'nir08 / green - 1'],
    ['reci', 'B096 / B072 - 1', 'B07 / B05 - 1', undefined],
    ['pri', '(B019 - B031) / (B019 + B031)', undefined, undefined],
    ['ndci', '(B073 - B060) / (B073 + B060)', '(B05 - B04) / (B05 + B04)', undefined],
    ['cri2', '1 / B012 - 1 / B071', '1 / B02 - 1 / B05', undefined],
    [
      'evi',
      '2.5 * (B118 - B062) / (B118 + 6 * B062 - 7.5 * B009 + 1)',
      '2.5 * (B08 - B04) / (B08 + 6 * B04 - 7.5 * B02 + 1)',
      '2.5 * (nir08 - red) / (nir08 + 6 * red - 7.5 * blue + 1)',
    ],
    ['ndsi', undefined, '(B03 - B11) / (B03 + B11)', '(green - swir16) / (green + swir16)'],
    [
      'mcari',
      '(B071 - B061 - 0.2 * (B071 - B025)) * (B071 / B061)',
      '(B05 - B04 - 0.2 * (B05 - B03)) * (B05 / B04)',
      undefined,
    ],
  ])('%s in the bands of Firefly, Sentinel-2 and Landsat', (key, firefly, sentinel2, landsat) => {
    expect(expressionOf(key, fireflyBands)).toBe(firefly)
    expect(expressionOf(key, sentinel2Bands)).toBe(sentinel2)
    expect(expressionOf(key, landsatBands)).toBe(landsat)
  })

  it('runs on Firefly whatever needs no shortwave, on Sentinel-2 all but what needs narrow bands', () => {
    const missing = (bands: typeof fireflyBands) => {
      const made = new Set(presetIndices(bands).map(({ key }) => key))
      return presets.map(({ key }) => key).filter((key) => !made.has(key))
    }
    const shortwave = [
      'cmi',
      'fai',
      'fmi',
      'mndwi',
      'msi',
      'nbri',
      'ndbi',
      'nddi',
      'ndmi',
      'ndsi',
      'nmdi_soil',
      'nmdi_veg',
    ]
    expect(missing(fireflyBands)).toEqual(shortwave)
    expect(missing(sentinel2Bands)).toEqual(['ci', 'pri'])
    expect(missing(landsatBands)).not.toContain('ndvi')
  })

  it('says why a satellite can not compute an index', () => {
    const preset = presets.find(({ key }) => key === 'ndmi')
    const made = preset && presetFor(preset, fireflyBands)
    expect(made && !made.ok && made.errors[0]?.message).toMatch(/no shortwave-infrared.*nearest is B135/)
  })

  it('gives values over what it is made for within or near the usual range', () => {
    const inWater = new Set(['fai', 'mci', 'osi', 'ndci', 'ci'])
    for (const bands of [fireflyBands, sentinel2Bands, landsatBands]) {
      for (const { key, expression, rescale } of presetIndices(bands)) {
        const [low, high] = rescale
        const value = valueOf(expression, bands, inWater.has(key) ? 'water' : 'vegetation')
        expect(value, `${key}: ${expression}`).toBeGreaterThanOrEqual(low - (high - low) * 0.5)
        expect(value, `${key}: ${expression}`).toBeLessThanOrEqual(high + (high - low) * 0.5)
      }
    }
  })

  it('puts plants, soil and water in the right order', () => {
    for (const bands of [fireflyBands, sentinel2Bands, landsatBands]) {
      for (const key of ['ndvi', 'evi', 'evi2', 'savi', 'msavi', 'gndvi', 'gci', 'mtvi2', 'vari', 'grvi']) {
        const expression = expressionOf(key, bands) ?? ''
        const [plants, soil] = [valueOf(expression, bands, 'vegetation'), valueOf(expression, bands, 'soil')]
        expect(plants, key).toBeGreaterThan(soil)
      }
      const ndwi = expressionOf('ndwi', bands) ?? ''
      expect(valueOf(ndwi, bands, 'water')).toBeGreaterThan(0)
      expect(valueOf(ndwi, bands, 'vegetation')).toBeLessThan(0)
    }
    const reip = valueOf(expressionOf('reip', fireflyBands) ?? '', fireflyBands, 'vegetation')
    expect(reip).toBeGreaterThan(710)
    expect(reip).toBeLessThan(735)
  })

  it('gives every index classes that touch and rise', () => {
    for (const { key, theoretical } of presetIndices([...fireflyBands, ...sentinel2Bands.slice(-2)])) {
      const { classes, source } = theoretical
      expect(classes.length, key).toBeGreaterThan(1)
      expect(source, key).not.toBe('')
      classes.forEach(({ min, max, color, label }, i) => {
        expect(max, key).toBeGreaterThan(min)
        expect(color, key).toMatch(/^#[\da-f]{6}$/)
        expect(label, key).toMatch(/^[A-Z\d]/)
        if (i > 0) expect(min, key).toBe(classes[i - 1]?.max)
      })
    }
    const ndvi = presetIndices(fireflyBands).find(({ key }) => key === 'ndvi')
    expect(ndvi?.theoretical.classes[0]?.min).toBe(-1)
    expect(ndvi?.theoretical.classes.at(-1)?.max).toBe(1)
  })

  it('falls back on wavelengths where band names can not stand in a formula', () => {
    const bands = fireflyBands.map((band, i) => ({ ...band, name: `Band ${i} (${band.wavelengthNm} nm)` }))
    expect(expressionOf('ndvi', bands)).toBe('(R854 - R672) / (R854 + R672)')
  })
})

it('composes colours for every satellite', () => {
  const trueColour = (bands: typeof fireflyBands) =>
    presetComposites(bands).find(({ key }) => key === 'true_colour')?.expression
  expect(trueColour(sentinel2Bands)).toBe('B04;B03;B02')
  expect(trueColour(landsatBands)).toBe('red;green;blue')
  expect(presetComposites(fireflyBands).map(({ key }) => key)).toEqual([
    'true_colour',
    'colour_infrared',
    'red_edge',
    'water',
  ])
  for (const { expression } of presetComposites(fireflyBands)) expect(parseComposite(expression).ok).toBe(true)
})
