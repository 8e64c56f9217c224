import type { BandTable } from '#src/formula/bands.ts'
import { bind, type ResolvedReference } from '#src/formula/bind.ts'
import { parseComposite, parseFormula } from '#src/formula/parse.ts'
import { presetComposites, type PresetComposite } from '#src/formula/presets/composites.ts'
import type { BoundFormula, FormulaError } from '#src/formula/tree.ts'
import type { Picture } from './picture-search-params.ts'

/** One text of the picture, made out for the bands at hand. */
export type ReadText<Trees> =
  | { ok: true; trees: Trees; references: readonly ResolvedReference[] }
  | { ok: false; errors: readonly FormulaError[] }

export function readFormula(text: string, bands: BandTable): ReadText<readonly [BoundFormula]> {
  const parsed = parseFormula(text)
  if (!parsed.ok) return parsed
  const bound = bind(parsed.tree, bands)
  return bound.ok ? { ok: true, trees: [bound.tree], references: bound.references } : bound
}

type Three = readonly [BoundFormula, BoundFormula, BoundFormula]

/** Three expressions parted by `;`; errors of all of them at once. */
export function readComposite(text: string, bands: BandTable): ReadText<Three> {
  const parsed = parseComposite(text)
  if (!parsed.ok) return parsed
  const bound = parsed.trees.map((tree) => bind(tree, bands))
  const errors = bound.flatMap((one) => (one.ok ? [] : one.errors))
  const [red, green, blue] = bound.flatMap((one) => (one.ok ? [one] : []))
  if (!red || !green || !blue) return { ok: false, errors }
  return {
    ok: true,
    trees: [red.tree, green.tree, blue.tree],
    references: [red, green, blue].flatMap(({ references }) => references),
  }
}

/** The preset that a composite is, by its key, by nothing said (the first that these bands can show), or by its bands. */
export function compositePreset(rgb: string, bands: BandTable): PresetComposite | undefined {
  const all = presetComposites(bands)
  if (rgb === '') return all[0]
  const plain = (text: string) => text.replaceAll(/\s/g, '')
  return all.find(({ key, expression }) => key === rgb || plain(expression) === plain(rgb))
}

/** The expressions of a composite: those of its preset, else those typed. */
export function compositeText(rgb: string, bands: BandTable): string {
  const preset = compositePreset(rgb, bands)
  if (preset) return preset.expression
  if (rgb !== '') return rgb
  const at = (share: number) => bands[Math.min(bands.length - 1, Math.floor(bands.length * share))]?.name ?? ''
  return bands.length < 3 ? [at(0), at(0), at(0)].join('; ') : [at(0.75), at(0.5), at(0.25)].join('; ')
}

/** The band shown alone: the one named, else one in the middle. */
export function bandText(band: string, bands: BandTable): string {
  return band || (bands[Math.floor(bands.length / 2)]?.name ?? '')
}

/** What the map shall show, one tree or three; or which text of the picture can not be read, and why. */
export type PictureTrees =
  | { ok: true; trees: readonly BoundFormula[] }
  | { ok: false; field: 'rgb' | 'f' | 'band' | 'mask'; errors: readonly FormulaError[] }

type Texts = Pick<Picture, 'show' | 'rgb' | 'f' | 'band' | 'mask'>

export function treesOfPicture({ show, rgb, f, band, mask }: Texts, bands: BandTable): PictureTrees {
  const [field, read] =
    show === 'composite'
      ? (['rgb', readComposite(compositeText(rgb, bands), bands)] as const)
      : show === 'formula'
        ? (['f', readFormula(f, bands)] as const)
        : (['band', readFormula(bandText(band, bands), bands)] as const)
  if (!read.ok) return { ok: false, field, errors: read.errors }
  if (mask.trim() === '') return read
  const condition = readFormula(mask, bands)
  if (!condition.ok) return { ok: false, field: 'mask', errors: condition.errors }
  return { ok: true, trees: read.trees.map((tree) => masked(tree, condition.trees[0])) }
}

const nowhere = { start: 0, end: 0 }
const zero: BoundFormula = { kind: 'number', value: 0, ...nowhere }
/** What has no value is left out of every picture, and 0 / 0 has none for all evaluators. */
const noValue: BoundFormula = { kind: 'binary', operator: '/', left: zero, right: zero, ...nowhere }

function masked(tree: BoundFormula, condition: BoundFormula): BoundFormula {
  return { kind: 'conditional', test: condition, whenTrue: tree, whenFalse: noValue, ...nowhere }
}
