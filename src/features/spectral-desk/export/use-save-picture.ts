import { saveBlob } from '#src/downloads/save-file.ts'
import { printWithWavelengths } from '#src/formula/print.ts'
import { regionValues } from '#src/imagery/region-values.ts'
import { mapSnapshot } from '#src/map/map-snapshot.ts'
import { useMap } from '#src/map/use-map.ts'
import { tokenColour } from '#src/ui/theme.ts'
import { notify } from '#src/ui/status/notice-store.ts'
import { useComparison } from '../compare/compare-context.ts'
import { sideName } from '../compare/side-names.tsx'
import { useDesk, type Desk } from '../desk-context.ts'
import { sampleColour } from '../spectra/samples.ts'
import { useSpectra } from '../spectra/spectra-context.ts'
import { fileStem } from '#src/downloads/file-name.ts'
import { legendOf, rampLegend, type ClassGround, type Legend } from './legend.ts'
import { words } from './words.ts'

/** Saves the map as it is seen, as a sheet with all that its colours mean. */
export function useSavePicture(): () => Promise<void> {
  const map = useMap()
  const a = useDesk()
  const { compare, b, difference, isBShown } = useComparison()
  const { state } = useSpectra()
  const { versus } = compare

  const draw = async () => {
    if (!map) return
    // At once: the map may move while classes are counted.
    const snapshot = await mapSnapshot(map)
    const shown = b && versus === 'blink' ? [isBShown ? b : a] : b && versus ? [a, b] : [a]
    const isDifference = versus === 'difference' && difference.kind === 'ready' && b !== undefined
    const names = shown.map((side) => (b ? sideName(side, side === a ? b : a) : sideName(side, side)))
    // Which of the two something is said of.
    const letter = (i: number) => (shown.length > 1 ? (i === 0 ? 'A: ' : 'B: ') : '')
    const legends = isDifference
      ? [rampLegend('A − B', difference.paint)]
      : await Promise.all(shown.map((side, i) => legendOfSide(side, letter(i) + names[i]!)))
    const { drawSheet } = await import('./draw-sheet.ts')
    const sheet = await drawSheet({
      title: [...new Set(shown.map(({ scene }) => scene.title))].join(' | '),
      lines: shown.map((side, i) => `${letter(i)}${names[i]!}${formulaOf(side, names[i]!)}`),
      snapshot,
      legends: legends.filter((legend) => legend !== undefined),
      pins: state.samples.flatMap((sample) =>
        sample.kind === 'point' && sample.isShown
          ? [{ number: sample.number, place: sample.place, colour: tokenColour(sampleColour(sample.number)) }]
          : [],
      ),
    })
    saveBlob(sheet, `${fileStem(a.scene.title, ...names)}.png`)
  }
  return () =>
    draw().catch((error: unknown) => {
      const body = error instanceof Error ? error.message : String(error)
      notify({ id: 'desk-picture', tone: 'fail', title: words.failedPicture, body })
    })
}

/** In wavelengths, so that it can be typed again for another sensor; nothing where the name is the formula. */
function formulaOf({ shown }: Desk, name: string): string {
  const { trees = [], cog } = shown ?? {}
  const text = cog ? trees.map((tree) => printWithWavelengths(tree, cog.info.bands)).join('; ') : ''
  const plain = (words: string) => words.replaceAll(/\s/g, '')
  return text === '' || plain(text) === plain(name) ? '' : ` = ${text}`
}

async function legendOfSide({ picture, shown }: Desk, title: string): Promise<Legend | undefined> {
  if (!shown) return undefined
  const { cog, paint } = shown
  const ground = paint.kind === 'classes' ? await groundOfClasses(shown, picture['f-breaks'] ?? []) : undefined
  return legendOf(title, picture, paint, cog.info.bands, ground)
}

/** Of the whole raster, each pixel counted. */
async function groundOfClasses(
  { cog, trees }: NonNullable<Desk['shown']>,
  breaks: readonly number[],
): Promise<ClassGround | undefined> {
  const { values, pixelAreaM2 } = await regionValues(cog, trees, null, { breaks })
  const [counted] = values
  if (!counted?.classPixels) return undefined
  return { areasM2: counted.classPixels.map((pixels) => pixels * pixelAreaM2), totalM2: counted.valid * pixelAreaM2 }
}
