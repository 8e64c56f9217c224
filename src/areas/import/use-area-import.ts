import { useCallback, useEffect, useRef, useState } from 'react'
import type { Area } from '#src/geo/rings.ts'
import { Refusal } from '#src/vectors/limits.ts'
import type { OpenedFile, TakenArea } from './area-file-desk.ts'
import { startAreaFileReader, type AreaFileReader } from './open-area-files.ts'

/** As many corners as fit into an address; what is drawn, searched and ordered has no more. */
export const mostCorners = 1000

export type AreaImport =
  | { step: 'reading'; name: string }
  | { step: 'refused'; name: string; message: string }
  | { step: 'choosing'; name: string; file: OpenedFile; isJoining: boolean; message?: string }
  /** `given` is what became the area last; `taken` follows the hand on the slider. */
  | { step: 'taken'; name: string; file: OpenedFile; indices: readonly number[]; taken: TakenArea; given: Area }

/** The first time of an import, after a choice or straight in, or again after that with another number of corners. */
type TakenHow = { isFirst: boolean; wasChosen: boolean }

export type AreaImportActions = {
  /**
   * One feature goes straight in, several are offered. Resolves to what is wrong, in words, if anything; `isToldElsewhere`:
   * whoever asked says it.
   */
  open: (files: readonly File[], isToldElsewhere?: boolean) => Promise<string | undefined>
  /** Makes the chosen features the area. */
  take: (indices: readonly number[]) => void
  /** The area again with another number of corners. `isFinal`: it becomes the area. */
  simplify: (corners: number, isFinal: boolean) => void
  close: () => void
}

/** An import from the first byte to the area. `onTake` gets each area that is to be shown. */
export function useAreaImport(
  onTake: (area: Area, how: TakenHow) => void,
): { state: AreaImport | null } & AreaImportActions {
  const [state, setState] = useState<AreaImport | null>(null)
  const reader = useRef<AreaFileReader>(undefined)
  const latest = useRef(onTake)
  useEffect(() => void (latest.current = onTake), [onTake])

  const close = useCallback(() => {
    reader.current?.close()
    reader.current = undefined
    setState(null)
  }, [])
  useEffect(() => () => reader.current?.close(), [])

  const takeFrom = useCallback(
    async (from: AreaFileReader, name: string, file: OpenedFile, indices: readonly number[], wasChosen: boolean) => {
      const taken = await from.take(indices, mostCorners)
      if (reader.current !== from) return
      setState({ step: 'taken', name, file, indices, taken, given: taken.area })
      latest.current(taken.area, { isFirst: true, wasChosen })
    },
    [],
  )

  const open = useCallback(
    async (files: readonly File[], isToldElsewhere = false) => {
      reader.current?.close()
      const started = startAreaFileReader()
      reader.current = started
      const name = files.length === 1 ? (files[0]?.name ?? '') : `${files.length} files`
      setState({ step: 'reading', name })
      try {
        const file = await started.open(files)
        if (reader.current !== started) return undefined
        if (file.features.length === 1) await takeFrom(started, name, file, [0], false)
        else setState({ step: 'choosing', name, file, isJoining: false })
        return undefined
      } catch (error) {
        if (reader.current !== started) return undefined
        started.close()
        reader.current = undefined
        const message = messageOf(error)
        setState(isToldElsewhere ? null : { step: 'refused', name, message })
        return message
      }
    },
    [takeFrom],
  )

  const take = useCallback(
    (indices: readonly number[]) => {
      const from = reader.current
      if (!from || state?.step !== 'choosing') return
      const { name, file } = state
      setState({ step: 'choosing', name, file, isJoining: true })
      takeFrom(from, name, file, indices, true).catch((error: unknown) => {
        if (reader.current === from)
          setState({ step: 'choosing', name, file, isJoining: false, message: messageOf(error) })
      })
    },
    [state, takeFrom],
  )

  // The hand is faster than the worker: of what it asks meanwhile only the last counts.
  const wish = useRef<{ isAsking: boolean; next: [corners: number, isFinal: boolean] | undefined }>({
    isAsking: false,
    next: undefined,
  })
  const simplify = useCallback(
    (corners: number, isFinal: boolean) => {
      const from = reader.current
      if (!from || state?.step !== 'taken') return
      const { indices } = state
      const { current: now } = wish
      now.next = [corners, isFinal]
      if (now.isAsking) return
      now.isAsking = true
      const askAll = async () => {
        while (now.next && reader.current === from) {
          const [most, isLast] = now.next
          now.next = undefined
          const taken = await from.take(indices, most)
          if (reader.current !== from) return
          setState((was) => (was?.step === 'taken' ? { ...was, taken, ...(isLast && { given: taken.area }) } : was))
          if (isLast) latest.current(taken.area, { isFirst: false, wasChosen: false })
        }
      }
      // Ended in between: nothing is shown that could be wrong.
      askAll()
        .catch(() => undefined)
        .finally(() => (now.isAsking = false))
    },
    [state],
  )
  return { state, open, take, simplify, close }
}

function messageOf(error: unknown): string {
  if (error instanceof Refusal) return error.message
  throw error
}
