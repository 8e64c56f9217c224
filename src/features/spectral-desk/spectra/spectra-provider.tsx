import { useMemo, useState, type ReactNode } from 'react'
import type { Area } from '#src/geo/rings.ts'
import { spectralAxis } from '#src/spectra/spectral-axis.ts'
import { notify } from '#src/ui/status/notice-store.ts'
import { useDesk } from '../desk-context.ts'
import { pixelAt } from '#src/imagery/read-spectrum.ts'
import { MAX_SAMPLES, nextNumber, sampleName, type Sample } from './samples.ts'
import { SpectraContext, type Spectra, type SpectraTool } from './spectra-context.ts'
import { useSampleValues } from './use-sample-values.ts'
import { useSpectraState } from './use-spectra-state.ts'
import { words } from './words.ts'

/** Holds the samples of the desk, and reads their spectra from the picture at hand. */
export function SpectraProvider({ children }: { children: ReactNode }) {
  const { cog } = useDesk().scene
  const [state, change] = useSpectraState()
  const [pointedAt, pointAt] = useState<number | null>(null)
  const [tool, setTool] = useState<SpectraTool | null>(null)
  const axis = useMemo(() => spectralAxis(cog.info.bands), [cog])
  const { samples } = state
  const { valuesOf, retry } = useSampleValues(cog, samples)

  const add = (make: (number: number) => Sample) => {
    if (samples.length >= MAX_SAMPLES) {
      notify({ id: 'spectra-full', tone: 'warn', title: words.full(MAX_SAMPLES), body: words.fullAdvice })
      return
    }
    change((now) => ({ samples: [...now.samples, make(nextNumber(now.samples))] }))
  }
  const base = { name: '', isShown: true }
  const spectra: Spectra = {
    state,
    change,
    axis,
    valuesOf,
    retry,
    addPoint: (place) => {
      const pixel = pixelAt(cog, [...place])
      const same = samples.find((sample) => {
        const other = sample.kind === 'point' && pixelAt(cog, [...sample.place])
        return pixel && other && other.x === pixel.x && other.y === pixel.y
      })
      if (same) pointAt(same.number)
      else if (pixel) add((number) => ({ ...base, kind: 'point', number, place }))
      else notify({ id: 'spectra-outside', tone: 'info', title: words.outsideTitle })
    },
    addRegion: (area: Area) => add((number) => ({ ...base, kind: 'region', number, area })),
    update: (number, given) =>
      change((now) => ({
        samples: now.samples.map((sample) => (sample.number === number ? ({ ...sample, ...given } as Sample) : sample)),
      })),
    remove: (sample) => {
      const before = { samples, likeness: state.likeness }
      change((now) => ({
        samples: now.samples.filter(({ number }) => number !== sample.number),
        ...(now.likeness === sample.number && { likeness: null }),
      }))
      if (pointedAt === sample.number) pointAt(null)
      notify({
        id: 'spectra-removed',
        tone: 'info',
        title: words.removed(sampleName(sample)),
        action: { label: words.undo, onPress: () => change(before) },
      })
    },
    pointedAt,
    pointAt,
    tool,
    setTool,
  }
  return <SpectraContext value={spectra}>{children}</SpectraContext>
}
