import { describeBands } from '#src/formula/complete.ts'
import { printWithWavelengths } from '#src/formula/print.ts'
import { bandsOf } from '#src/formula/to-glsl.ts'
import type { BandTable } from '#src/formula/bands.ts'
import type { BoundFormula } from '#src/formula/tree.ts'
import type { Paint } from '#src/imagery/paint.ts'
import { formatNumber } from '#src/ui/data/format-number.ts'
import { formatFigure } from '../dock/format-figure.ts'
import { boundsText } from '../picture/class-bounds.ts'
import { rampColours } from '../picture/colour-maps.ts'
import { classesOf } from '../picture/picture-paint.ts'
import type { Picture } from '../picture/picture-search-params.ts'
import { words } from './words.ts'

/** What the colours of a picture mean. */
export type Legend = { title: string } & (
  | { kind: 'ramp'; colours: readonly string[]; ticks: readonly string[] }
  | { kind: 'rows'; rows: readonly { colour: string; label: string; figure: string }[] }
)

/** Ground of each class, once it is counted. */
export type ClassGround = { areasM2: readonly number[]; totalM2: number }

export function rampLegend(title: string, { range, colormap, gamma = 1 }: Extract<Paint, { kind: 'ramp' }>): Legend {
  const [low, high] = range
  return {
    kind: 'ramp',
    title,
    colours: rampColours(colormap, gamma),
    ticks: [low, (low + high) / 2, high].map(formatFigure),
  }
}

export function legendOf(
  title: string,
  picture: Picture,
  paint: Paint,
  bands: BandTable,
  ground: ClassGround | undefined,
): Legend {
  if (paint.kind === 'ramp') return rampLegend(title, paint)
  if (paint.kind === 'classes')
    return {
      kind: 'rows',
      title,
      rows: classesOf(picture, picture['f-breaks'] ?? []).map(({ colour, label, min, max }, i) => ({
        colour,
        label: label === '' ? boundsText(min, max) : `${label} (${boundsText(min, max)})`,
        figure: ground ? groundText(ground, i) : '',
      })),
    }
  return {
    kind: 'rows',
    title,
    rows: paint.trees.map((tree, i) => ({
      colour: channelColours[i]!,
      label: `${words.channels[i]}: ${bandWords(tree, bands)}`,
      figure: paint.ranges[i]!.map(formatFigure).join(' to '),
    })),
  }
}

const channelColours = ['#e5635a', '#55b678', '#6f9df0']

function bandWords(tree: BoundFormula, bands: BandTable): string {
  return tree.kind === 'band' ? describeBands(bandsOf(tree), bands) : printWithWavelengths(tree, bands)
}

function groundText({ areasM2, totalM2 }: ClassGround, at: number): string {
  const areaM2 = areasM2[at] ?? 0
  return words.ground(formatNumber(areaM2 / 1e4, 1), formatNumber(totalM2 > 0 ? (100 * areaM2) / totalM2 : 0, 1, true))
}
