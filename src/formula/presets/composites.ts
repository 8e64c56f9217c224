import type { BandTable } from '../bands.ts'
import { bind } from '../bind.ts'
import { parseComposite } from '../parse.ts'
import { printExpression } from '../print.ts'

export type PresetComposite = {
  key: string
  name: string
  description: string
  /** Three expressions for red, green and blue in band names, parted by `;`. */
  expression: string
  /** Reflectance shown as black and as full brightness, for all three channels. */
  rescale: [number, number]
}

// Alternatives as with indices: the first that the sensor's bands serve.
const composites: (Omit<PresetComposite, 'expression'> & { formulas: string[] })[] = [
  {
    key: 'true_colour',
    name: 'True colour',
    description: 'As the eye would see it.',
    formulas: ['R650; R550; R480', 'red; green; blue'],
    rescale: [0, 0.25],
  },
  {
    key: 'colour_infrared',
    name: 'Colour infrared',
    description: 'Vegetation in red: the classic for vigour and for land against water.',
    formulas: ['nir; red; green'],
    rescale: [0, 0.45],
  },
  {
    key: 'red_edge',
    name: 'Red edge',
    description: 'Differences between plants that look alike in other pictures.',
    formulas: ['nir; R720; red', 'nir; rededge; red'],
    rescale: [0, 0.45],
  },
  {
    key: 'water',
    name: 'Water',
    description: 'Sediment and algae: bands that light still reaches through water, little stretched.',
    formulas: ['R708; R560; R490', 'red; green; blue'],
    rescale: [0, 0.12],
  },
  {
    key: 'shortwave',
    name: 'Shortwave infrared',
    description: 'Moisture, burnt ground and bare rock.',
    formulas: ['swir22; nir; red'],
    rescale: [0, 0.45],
  },
]

/** All composites that a satellite with these bands can show. */
export function presetComposites(bands: BandTable): PresetComposite[] {
  return composites.flatMap(({ formulas, ...composite }) => {
    for (const formula of formulas) {
      const parsed = parseComposite(formula)
      if (!parsed.ok) continue
      const channels = parsed.trees.flatMap((tree) => {
        const bound = bind(tree, bands)
        return bound.ok ? [printExpression(bound.tree)] : []
      })
      if (channels.length === 3) return [{ ...composite, expression: channels.join(';') }]
    }
    return []
  })
}
