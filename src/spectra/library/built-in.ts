import { curveOf, firstNm } from '../models/curve.ts'
import { spectrumOf } from '../models/materials.ts'
import { builtInGroups } from './built-in-groups.ts'
import type { LibraryEntry } from './library-entry.ts'

/** Each fifth nm is enough for features of 10 nm and more, which is all that the models know. */
const stepNm = 5
const wavelengthsNm = [...curveOf((nm) => nm)].filter((nm) => (nm - firstNm) % stepNm === 0)

let made: LibraryEntry[] | undefined

/**
 * Common materials on the ground, 400 to 2500 nm: made by models from published features and constants, not measured; good to
 * tell kinds of surfaces apart, not to name a species or a rock. Computed once, in some 20 ms.
 */
export function builtInLibrary(): readonly LibraryEntry[] {
  made ??= builtInGroups.flatMap(({ name: group, source, entries }) =>
    Object.entries(entries).map(([id, [name, from]]) => {
      const curve = typeof from === 'string' ? spectrumOf(from) : from()
      return { id, name, group, source, wavelengthsNm, values: wavelengthsNm.map((nm) => curve[nm - firstNm]!) }
    }),
  )
  return made
}
