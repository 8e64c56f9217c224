import type { LibraryEntry } from '#src/spectra/library/library-entry.ts'
import { curveOf, type CurveKind, type SpectralAxis } from '#src/spectra/spectral-axis.ts'
import type { ChartSeries } from '#src/ui/chart/chart-data.ts'
import type { SampleValues } from './read-sample.ts'
import { sampleColour, sampleName, type Sample } from './samples.ts'
import type { LibraryCandidate } from './use-library.ts'

/** A spectrum to draw: a value for each band of the file. */
export type SpectralLine = SampleValues & { id: string; label: string; colour: string; isDashed?: boolean }

export function sampleLine(sample: Sample, read: SampleValues): SpectralLine {
  return { ...read, id: sampleLineId(sample.number), label: sampleName(sample), colour: sampleColour(sample.number) }
}

export function sampleLineId(number: number): string {
  return `sample-${number}`
}

/** The number of the sample whose line this is. */
export function sampleOfLine(id: string | undefined): number | null {
  const [, number] = /^sample-(\d+)$/.exec(id ?? '') ?? []
  return number === undefined ? null : Number(number)
}

const lastColour = 8

/** Library entries take the colours from the other end than samples do, and are dashed. */
export function libraryLines(candidates: readonly LibraryCandidate[], ids: readonly string[]): SpectralLine[] {
  const shown = ids.flatMap((id) => candidates.find(({ entry }) => entry.id === id) ?? [])
  return shown.map(({ entry, values }, i) => ({
    id: libraryLineId(entry),
    label: entry.name,
    colour: libraryColour(i),
    isDashed: true,
    values,
  }))
}

function libraryColour(index: number): string {
  return `--series-${lastColour - (index % lastColour)}`
}

function libraryLineId({ id }: Pick<LibraryEntry, 'id'>): string {
  return `library-${id}`
}

export function libraryEntryId(lineId: string): string {
  return lineId.slice('library-'.length)
}

/** The slope is shown a µm, in figures that can be read. */
const slopeFactor = 1000

export function toSeries(line: SpectralLine, axis: SpectralAxis, curve: CurveKind, windowBands: number): ChartSeries {
  const { id, label, colour, isDashed, values, deviation } = line
  const shown = curveOf(axis, values, curve, windowBands)
  const factor = curve === 'derivative' ? slopeFactor : 1
  // A deviation is of reflectance; it does not carry over to what is computed from a mean.
  const spread = curve === 'reflectance' && deviation && curveOf(axis, deviation, curve, windowBands)
  return {
    id,
    label,
    colour,
    ...(isDashed && { isDashed }),
    values: shown.map((value) => orNull(value * factor)),
    ...(spread && { spread: spread.map(orNull) }),
  }
}

function orNull(value: number): number | null {
  return Number.isFinite(value) ? value : null
}
