import type { AreaImport } from './use-area-import.ts'

type Taken = Pick<Extract<AreaImport, { step: 'taken' }>, 'name' | 'indices'> & {
  file: { features: readonly { name: string }[] }
}

/** What an area out of a file is called: as its feature; without that, or of several joined, as the file. */
export function takenName({ name, file, indices: [index = 0, ...others] }: Taken): string | undefined {
  const own = others.length === 0 ? file.features[index]?.name : undefined
  // Pasted text has no ending, and no name of its own.
  return own || /^(.+)\.\w+$/.exec(name)?.[1]
}
