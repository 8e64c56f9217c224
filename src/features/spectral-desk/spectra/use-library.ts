import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { Candidate } from '#src/spectra/best-matches.ts'
import type { LibraryEntry } from '#src/spectra/library/library-entry.ts'
import { resampler } from '#src/spectra/resample.ts'
import type { SpectralAxis } from '#src/spectra/spectral-axis.ts'
import { withGaps } from '#src/spectra/spectrum.ts'
import { ownLibraries } from './own-libraries.ts'

export type LibraryCandidate = Candidate<LibraryEntry>

/** All entries there are: the built-in ones, which are computed once and a moment later, and those added on this machine. */
export function useLibrary(): readonly LibraryEntry[] {
  const own = useSyncExternalStore(ownLibraries.subscribe, ownLibraries.read)
  const [builtIn, setBuiltIn] = useState<readonly LibraryEntry[]>([])
  useEffect(() => {
    let isGone = false
    void import('#src/spectra/library/built-in.ts').then(({ builtInLibrary }) => {
      if (!isGone) setBuiltIn(builtInLibrary())
    })
    return () => {
      isGone = true
    }
  }, [])
  return useMemo(() => [...builtIn, ...own.flatMap(({ spectra }) => spectra)], [builtIn, own])
}

/** The entries as this sensor would see them, with the gaps of its bad bands. None without wavelengths. */
export function useCandidates(axis: SpectralAxis, entries: readonly LibraryEntry[]): readonly LibraryCandidate[] {
  return useMemo(() => {
    if (!axis.isSpectral) return []
    const made: { grid: LibraryEntry; resample: ReturnType<typeof resampler> }[] = []
    // Entries of one file mostly share a grid, of which the resampling is made once.
    const resamplerOf = (entry: LibraryEntry) => {
      const known = made.find(
        ({ grid }) => isSame(grid.wavelengthsNm, entry.wavelengthsNm) && isSame(grid.fwhmNm, entry.fwhmNm),
      )
      if (known) return known.resample
      const resample = resampler(entry, axis)
      made.push({ grid: entry, resample })
      return resample
    }
    return entries.map((entry) => ({ entry, values: withGaps(resamplerOf(entry)(entry.values), axis.isGap) }))
  }, [axis, entries])
}

function isSame(a: readonly number[] | undefined, b: readonly number[] | undefined): boolean {
  return a === b || (a !== undefined && a.length === b?.length && a.every((each, i) => each === b[i]))
}
