import { get, set } from 'idb-keyval'
import type { LibraryEntry } from '#src/spectra/library/library-entry.ts'
import type { LibraryFile } from '#src/spectra/library/read-library.ts'

/** The spectra of one file that someone added. */
export type OwnLibrary = { fileName: string; spectra: readonly LibraryEntry[] }

const storeKey = 'spectral-libraries'
let libraries: readonly OwnLibrary[] = []
let loading: Promise<void> | undefined
const listeners = new Set<() => void>()

/**
 * Libraries added on this machine: kept by the browser (IndexedDB) and sent nowhere. A browser that keeps nothing, as in a
 * private window, still has them until the page is closed.
 */
export const ownLibraries = {
  /** For useSyncExternalStore. */
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    loading ??= load()
    return () => listeners.delete(listener)
  },
  read: (): readonly OwnLibrary[] => libraries,

  /** Adds what the files hold, in place of files of the same name. `problems` has a sentence for each file left out. */
  async add(files: readonly File[]): Promise<{ added: OwnLibrary[]; problems: string[]; isKept: boolean }> {
    await (loading ??= load())
    const { MAX_FILE_BYTES, readLibraries } = await import('#src/spectra/library/read-library.ts')
    const fitting = files.filter(({ size }) => size <= MAX_FILE_BYTES)
    const { libraries: found, problems } = readLibraries(await Promise.all(fitting.map(bytesOf)))
    const added = found.map(({ fileName, spectra }): OwnLibrary => {
      const stem = idOf(fileName)
      return { fileName, spectra: spectra.map((one, i) => ({ ...one, id: `${stem}.${i + 1}`, group: fileName })) }
    })
    const names = new Set(added.map(({ fileName }) => fileName))
    const isKept = await publish([...libraries.filter(({ fileName }) => !names.has(fileName)), ...added])
    const tooLarge = files.filter(({ size }) => size > MAX_FILE_BYTES)
    return {
      added,
      problems: [
        ...problems.map(({ fileName, message }) => `${fileName}: ${message}`),
        ...tooLarge.map(({ name }) => `${name}: It is larger than 64 MB. Save a part of it.`),
      ],
      isKept,
    }
  },

  async remove(fileName: string): Promise<void> {
    await publish(libraries.filter((library) => library.fileName !== fileName))
  },
}

async function bytesOf(file: File): Promise<LibraryFile> {
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
}

async function load(): Promise<void> {
  const kept = await get<OwnLibrary[]>(storeKey).catch(() => undefined)
  if (!kept || libraries.length > 0) return
  libraries = kept
  for (const listener of listeners) listener()
}

/** Whether the browser keeps them. */
async function publish(next: readonly OwnLibrary[]): Promise<boolean> {
  libraries = next
  for (const listener of listeners) listener()
  return set(storeKey, next).then(
    () => true,
    () => false,
  )
}

/** The same for the same name on every machine, so that a link finds the entry where the file was added too. */
function idOf(fileName: string): string {
  let hash = 0
  for (const char of fileName) hash = (Math.imul(hash, 31) + char.codePointAt(0)!) | 0
  return `own.${(hash >>> 0).toString(36)}`
}
