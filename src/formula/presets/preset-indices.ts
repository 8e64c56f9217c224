import type { BandTable } from '../bands.ts'
import { bind } from '../bind.ts'
import { parseFormula } from '../parse.ts'
import { printExpression, printWithWavelengths } from '../print.ts'
import type { FormulaError } from '../tree.ts'
import { groundPresets } from './ground.ts'
import { theoreticalClasses } from './legend-classes.ts'
import { pigmentPresets } from './pigments.ts'
import type { LegendClass, Preset } from './preset.ts'
import { vegetationPresets } from './vegetation.ts'
import { waterPresets } from './water.ts'

/** Every index of the library, by name. The set and its names are the API's; formulas, ranges and words are the literature's. */
export const presets: readonly Preset[] = [
  ...vegetationPresets,
  ...pigmentPresets,
  ...waterPresets,
  ...groundPresets,
].toSorted((a, b) => a.key.localeCompare(b.key))

/** A preset made out for one satellite. */
export type PresetIndex = {
  key: string
  name: string
  title: string
  description: string
  /** As it was proposed: in wavelengths and roles, good for any sensor that has them. */
  written: string
  /** In the satellite's band names, on reflectance from 0 to 1. */
  expression: string
  /** The same for people, in wavelengths. */
  formula: string
  bandsUsed: string[]
  rescale: [number, number]
  colormap: string
  source: string
  theoretical: { classes: LegendClass[]; source: string }
}

/** All indices that a satellite with these bands can compute. */
export function presetIndices(bands: BandTable): PresetIndex[] {
  return presets.flatMap((preset) => {
    const made = presetFor(preset, bands)
    return made.ok ? [made.index] : []
  })
}

/** One preset for one satellite, or why its bands can not serve it. */
export function presetFor(
  preset: Preset,
  bands: BandTable,
): { ok: true; index: PresetIndex } | { ok: false; errors: FormulaError[] } {
  let reasons: FormulaError[] | undefined
  for (const formula of preset.formulas) {
    const parsed = parseFormula(formula)
    const bound = parsed.ok ? bind(parsed.tree, bands) : parsed
    if (!bound.ok) {
      reasons ??= bound.errors
      continue
    }
    const { key, name, title, description, rescale, colormap, source } = preset
    const bandsUsed = bound.bandsUsed.map((index) => bands[index]?.name ?? '')
    const readable = printWithWavelengths(bound.tree, bands)
    // A foreign file's bands may have names that no formula can hold ("Band 1 (443 nm)"): then wavelengths stand for them.
    const nameable = bandsUsed.every((band) => /^[A-Za-z_]\w*$/.test(band))
    const expression = nameable ? printExpression(bound.tree) : readable
    const theoretical = theoreticalClasses(preset)
    return {
      ok: true,
      index: {
        key,
        name,
        title,
        description,
        written: formula,
        expression,
        formula: readable,
        bandsUsed,
        rescale,
        colormap,
        source,
        theoretical,
      },
    }
  }
  return { ok: false, errors: reasons ?? [] }
}
