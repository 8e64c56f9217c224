import type { Index } from '#src/contract/indices.ts'
import type { BandTable } from '#src/formula/bands.ts'
import { isColormap } from '#src/formula/colormaps.ts'
import { presetFor, presets, type PresetIndex } from '#src/formula/presets/preset-indices.ts'
import type { Picture } from './picture-search-params.ts'

/** An index that could be shown: one of the library, or one of the workspace's own. */
export type LibraryEntry = {
  id: string
  name: string
  title: string
  /** In the words of the literature, or as its maker wrote it. */
  text: string
  /** Why these bands can not serve it. */
  lacks?: string
  /** What the picture becomes when it is chosen. */
  change: Partial<Picture>
}

export type Library = { own: LibraryEntry[]; presets: LibraryEntry[]; lacking: LibraryEntry[] }

/** All that can be chosen for these bands; what they lack a band for comes last, with the reason. */
export function libraryFor(bands: BandTable, indices: readonly Index[]): Library {
  const entries = presets.map((preset): LibraryEntry => {
    const made = presetFor(preset, bands)
    const { key, name, title } = preset
    if (!made.ok) {
      const lacks = made.errors[0]?.message ?? 'A band is missing.'
      return { id: key, name, title, text: preset.formulas[0], lacks, change: {} }
    }
    const { written, rescale, colormap } = made.index
    return { id: key, name, title, text: written, change: pictureOf(written, rescale, colormap) }
  })
  const own = indices
    .filter(({ type, expression_type }) => type === 'custom' && (expression_type ?? 'index') !== 'composite')
    .map(({ id, name, description, expression, rescale, colormap }): LibraryEntry => {
      const [low, high] = rescale ?? []
      const range: [number, number] | null = low !== undefined && high !== undefined && low < high ? [low, high] : null
      return {
        id,
        name,
        title: description || 'Your own index',
        text: expression,
        change: pictureOf(expression, range, colormap ?? 'viridis'),
      }
    })
  return {
    own,
    presets: entries.filter(({ lacks }) => lacks === undefined),
    lacking: entries.filter(({ lacks }) => lacks !== undefined),
  }
}

function pictureOf(f: string, range: [number, number] | null, colormap: string): Partial<Picture> {
  return {
    show: 'formula',
    f,
    'f-range': range,
    'f-colours': isColormap(colormap) ? colormap : 'viridis',
    'f-gamma': 1,
    'f-breaks': null,
    'f-classes': null,
    'f-labels': null,
  }
}

/** The preset that a formula is, however it is spaced. */
export function presetOf(text: string, bands: BandTable): PresetIndex | undefined {
  const plain = text.replaceAll(/\s/g, '')
  if (plain === '') return undefined
  for (const preset of presets) {
    if (!preset.formulas.some((formula) => formula.replaceAll(/\s/g, '') === plain)) continue
    const made = presetFor(preset, bands)
    if (made.ok) return { ...made.index, written: text }
  }
  return undefined
}
