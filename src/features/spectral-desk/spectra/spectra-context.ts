import { createContext, use } from 'react'
import type { Area } from '#src/geo/rings.ts'
import type { SpectralAxis } from '#src/spectra/spectral-axis.ts'
import type { Pixel } from '#src/imagery/read-spectrum.ts'
import type { Sample } from './samples.ts'
import type { SpectraState } from './spectra-search-params.ts'
import type { SampleState } from './use-sample-values.ts'
import type { ChangeSpectra } from './use-spectra-state.ts'

/** What the hand holds: an outline being drawn, the outline of a region being mended, the crosshair. */
export type SpectraTool = { kind: 'draw' } | { kind: 'edit'; number: number } | { kind: 'crosshair'; at: Pixel }

/** What list, chart and map of the spectra share. */
export type Spectra = {
  state: SpectraState
  change: ChangeSpectra
  /** Of the picture at hand. */
  axis: SpectralAxis
  valuesOf: (sample: Sample) => SampleState
  retry: (sample: Sample) => void
  /** Does nothing when the pixel is pinned already, or when there is no room for more. */
  addPoint: (place: readonly [lng: number, lat: number]) => void
  addRegion: (area: Area) => void
  update: (
    number: number,
    change: { name?: string; isShown?: boolean; place?: readonly [number, number]; area?: Area },
  ) => void
  remove: (sample: Sample) => void
  /** The sample under the pointer, in the list, the chart or on the map. */
  pointedAt: number | null
  pointAt: (number: number | null) => void
  tool: SpectraTool | null
  setTool: (tool: SpectraTool | null) => void
}

export const SpectraContext = createContext<Spectra | null>(null)

export function useSpectra(): Spectra {
  const spectra = use(SpectraContext)
  if (!spectra) throw new Error('A part of the spectra is used outside of them')
  return spectra
}
