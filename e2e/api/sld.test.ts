// @vitest-environment jsdom
import { describe, expect, test } from 'vitest'
import { presets } from '#src/formula/presets/preset-indices.ts'
import { theoreticalClasses } from '#src/formula/presets/legend-classes.ts'
import type { LegendClass } from '#src/formula/presets/preset.ts'
import { dynamicClasses } from '#sandbox/visualizations/legend.ts'
import { styledLayerDescriptor } from '#sandbox/visualizations/sld.ts'
import { schemaProblems } from './sld-schema.ts'

/** The one thing beyond the schema that GIS need for classes: see `styledLayerDescriptor`. */
const knownExtension = ['ColorMap: attribute type is not in the schema']

const entry = (min: number, max: number, color = '#112233', label = 'x'): LegendClass => ({ min, max, color, label })

/** What GeoTools paints a value with, by its rule for intervals (`SLDColorMapBuilder`); null: nothing. */
function painted(xml: string, value: number): string | null {
  const document = new DOMParser().parseFromString(xml, 'application/xml')
  const entries = [...document.querySelectorAll('ColorMapEntry')].map((one) => ({
    colour: one.getAttribute('color'),
    quantity: Number(one.getAttribute('quantity')),
    opacity: Number(one.getAttribute('opacity') ?? '1'),
  }))
  if (entries.length < 2) throw new Error('GeoTools refuses intervals of one entry')
  for (const [i, { quantity }] of entries.entries()) {
    const before = entries[i - 1]
    if (before && quantity <= before.quantity) throw new Error(`quantity ${quantity} does not rise`)
  }
  const found = entries.find(({ quantity }) => value < quantity)
  return found && found.opacity > 0 ? found.colour : null
}

/** The class that the API counts a value to. */
function counted(classes: readonly LegendClass[], value: number): string | null {
  const last = classes.length - 1
  const found = classes.find(({ min, max }, i) => value >= min && (value < max || (i === last && value === max)))
  return found?.color ?? null
}

const legends: [string, LegendClass[]][] = [
  ['five steps', dynamicClasses(-0.37, 0.912345, 5, 'rdylgn')],
  ['one class', [entry(0, 1)]],
  ['fifteen steps below zero', dynamicClasses(-9e-7, -1e-9, 15, 'viridis')],
  ['a class that ends at zero', [entry(-1, -0.5, '#aa0000'), entry(-0.5, 0, '#00aa00')]],
  ['a gap between classes', [entry(0, 0.2, '#aa0000'), entry(0.4, 0.8, '#00aa00')]],
  ['large values', dynamicClasses(-1e20, 3e22, 4, 'viridis')],
  ...presets.map((preset): [string, LegendClass[]] => [`${preset.name}, fixed`, theoreticalClasses(preset).classes]),
]

describe('a style of', () => {
  test.each(legends)('%s is valid and paints each value with the class it is counted to', (_, classes) => {
    const xml = styledLayerDescriptor('NDVI 2026-05-06', classes)
    expect(schemaProblems(xml)).toEqual(knownExtension)
    const bounds = classes.flatMap(({ min, max }) => [min, (min + max) / 2, max])
    const width = classes.at(-1)!.max - classes[0]!.min
    for (const value of [...bounds, bounds[0]! - width / 10, bounds.at(-1)! + width / 10])
      expect(painted(xml, value), String(value)).toBe(counted(classes, value))
  })

  const names = [
    'Ufer & Wiese <Ω>',
    'a "quoted" name',
    ']]>',
    'two\nlines\tand a tab',
    'bell\u0007 and half a pair \uD800',
    '',
  ]
  test.each(names)('classes named %j is valid, and the name is kept', (name) => {
    const xml = styledLayerDescriptor(name, [entry(0, 1, '#000000', name)])
    expect(schemaProblems(xml)).toEqual(knownExtension)
    const document = new DOMParser().parseFromString(xml, 'application/xml')
    const speakable = name.replaceAll('\u0007', '').replaceAll('\uD800', '')
    expect(document.querySelector('Title')!.textContent).toBe(speakable)
    expect([...document.querySelectorAll('ColorMapEntry')].at(-1)!.getAttribute('label')).toBe(speakable)
  })
})

describe('the schema refuses', () => {
  const right = styledLayerDescriptor('NDVI', [entry(0, 1), entry(1, 2)]).replace(' type="intervals"', '')
  const broken: [string, (xml: string) => string, RegExp][] = [
    ['what is no XML', (xml) => xml.replace('</Rule>', ''), /^not well-formed/],
    ['another version', (xml) => xml.replace('version="1.0.0" xmlns', 'version="1.1.0" xmlns'), /version is "1.1.0"/],
    ['no version', (xml) => xml.replace('version="1.0.0" xmlns', 'xmlns'), /lacks version/],
    [
      'another namespace',
      (xml) => xml.replace('"http://www.opengis.net/sld"', '"http://www.opengis.net/se"'),
      /not of/,
    ],
    ['a layer without a name', (xml) => xml.replace('<Name>NDVI</Name>', ''), /^NamedLayer: holds UserStyle/],
    [
      'a title before the name',
      (xml) => xml.replace('<Name>NDVI</Name>', '<Title>a</Title><Name>NDVI</Name>'),
      /^NamedLayer/,
    ],
    [
      'an opacity after the colours',
      (xml) => xml.replace('<Opacity>1</Opacity>', '').replace('</ColorMap>', '</ColorMap><Opacity>1</Opacity>'),
      /^RasterSymbolizer: holds ColorMap, Opacity/,
    ],
    ['an opacity in words', (xml) => xml.replace('<Opacity>1<', '<Opacity>full<'), /^Opacity: says "full"/],
    ['an entry without a colour', (xml) => xml.replace('color="#112233"', ''), /lacks color/],
    ['an endless quantity', (xml) => xml.replace('quantity="1"', 'quantity="Infinity"'), /quantity is "Infinity"/],
    ['an attribute of one’s own', (xml) => xml.replace('<ColorMapEntry', '<ColorMapEntry area="3"'), /area is not/],
    ['no rule', (xml) => xml.replace(/<Rule>[^]*<\/Rule>/, ''), /^FeatureTypeStyle: holds nothing/],
    ['an element of another kind', (xml) => xml.replace('<Opacity>1</Opacity>', '<Gain>1</Gain>'), /Gain/],
  ]
  test.each(broken)('%s', (_, change, problem) => {
    expect(schemaProblems(right)).toEqual([])
    expect(change(right)).not.toBe(right)
    expect(schemaProblems(change(right)).join('\n')).toMatch(problem)
  })
})
