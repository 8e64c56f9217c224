import { everyOperation } from '#src/contract/every-operation.ts'
import { askersOf, filesByArea, handles } from './layers.ts'
import type { Asker } from './layers.ts'
import { placeFinder } from './screens.ts'
import type { Place } from './screens.ts'
import { readSourceFiles } from './source-files.ts'

/** One operation on its way from the wire to a person. What is missing is undefined or empty. */
export type CoverageRow = {
  operation: string
  method: string
  path: string
  tag: string
  contractFile: string | undefined
  sandboxFile: string | undefined
  askers: Asker[]
  places: Place[]
}

/** Follows every operation through the source files. Nothing is listed by hand. */
export function readCoverage(root: string): CoverageRow[] {
  const files = readSourceFiles(root, ['src', 'sandbox/routes'])
  const operations = everyOperation()
  const names = new Set(operations.map(({ name }) => name))
  const contractFiles = filesByArea(files.get('src/contract/contract.ts')!)
  const sandboxFiles = filesByArea(files.get('sandbox/routes/router.ts')!)
  const askers = askersOf(files, (name) => names.has(name))
  const placesOf = placeFinder(files, 'src/app/router.tsx')
  return operations.map(({ name, area, method, path, contract }) => {
    const sandboxFile = sandboxFiles.get(area)
    const asking = askers.filter((asker) => asker.operations.has(name))
    return {
      operation: name,
      method,
      path,
      tag: contract['~orpc'].route.tags?.[0] ?? area,
      contractFile: contractFiles.get(area),
      sandboxFile: sandboxFile && handles(files.get(sandboxFile), name) ? sandboxFile : undefined,
      askers: asking,
      places: merged(asking.flatMap(placesOf)),
    }
  })
}

function merged(places: readonly Place[]): Place[] {
  const byFile = new Map(places.map((place) => [place.file, place]))
  return [...byFile.values()].toSorted((a, b) => (a.file < b.file ? -1 : 1))
}

/** What a row lacks, as a sentence each. */
export function holesOf({ operation, contractFile, sandboxFile, askers, places }: CoverageRow): string[] {
  return [
    ...(contractFile ? [] : [`${operation} is in no file of src/contract`]),
    ...(sandboxFile ? [] : [`${operation} has no handler in sandbox/routes`]),
    ...(askers.length > 0 ? [] : [`${operation} is asked by nothing in src/api`]),
    ...(places.length > 0 ? [] : [`${operation} has no screen`]),
  ]
}
