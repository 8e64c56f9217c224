import { useMemo } from 'react'
import type { BandTable } from '#src/formula/bands.ts'
import { useDesk } from '../desk-context.ts'
import { bandText, compositeText, readComposite, readFormula } from '../picture/picture-trees.ts'
import type { Handle } from './band-handle.tsx'

const channels = [
  { id: 'red', label: 'Red', letter: 'R', colour: 'var(--channel-red)' },
  { id: 'green', label: 'Green', letter: 'G', colour: 'var(--channel-green)' },
  { id: 'blue', label: 'Blue', letter: 'B', colour: 'var(--channel-blue)' },
] as const

/** The bands that a hand can move: those of a composite, or the one shown alone. Those of a formula are only marked. */
export function useBandHandles(): {
  handles: readonly Handle[]
  /** Bands to mark, with the word of the formula that means each. */
  marked: readonly { band: number; sign: string }[]
  move: (handle: string, band: number) => void
} {
  const { scene, picture, changePicture } = useDesk()
  const { bands } = scene.cog.info
  const { show, rgb, f, band } = picture
  const { handles, marked } = useMemo(() => {
    if (show === 'composite') {
      const read = readComposite(compositeText(rgb, bands), bands)
      const found = channels.flatMap(({ letter, ...channel }, i): Handle[] => {
        const tree = read.ok ? read.trees[i] : undefined
        if (tree?.kind !== 'band') return []
        const { index } = tree.band
        return [{ ...channel, band: index, sign: letter, detail: signOf(index, bands) }]
      })
      return { handles: found, marked: [] }
    }
    const read = readFormula(show === 'formula' ? f : bandText(band, bands), bands)
    const references = read.ok ? read.references : []
    const words = new Map(references.flatMap(({ text, indices }) => indices.map((index) => [index, text] as const)))
    const [only] = words.keys()
    if (show === 'band' && only !== undefined && words.size === 1)
      return { handles: [{ id: 'band', label: 'Band', sign: signOf(only, bands), band: only }], marked: [] }
    // More words than a few would lie over each other.
    const hasWords = references.length <= 8 && words.size <= 8
    return { handles: [], marked: [...words].map(([index, text]) => ({ band: index, sign: hasWords ? text : '' })) }
  }, [show, rgb, f, band, bands])

  const move = (handle: string, to: number) => {
    const name = bands[to]?.name
    if (name === undefined) return
    if (handle === 'band') return changePicture({ band: name })
    const parts = compositeText(rgb, bands).split(';')
    const next = channels.map(({ id }, i) => (id === handle ? name : (parts[i] ?? '').trim()))
    changePicture({ rgb: next.join('; ') })
  }
  return { handles, marked, move }
}

function signOf(index: number, bands: BandTable): string {
  const nm = bands[index]?.wavelengthNm
  return nm === undefined ? (bands[index]?.name ?? '') : `${Math.round(nm)}`
}
