import { useEffect, useRef } from 'react'
import { addShortcuts, type Shortcut } from './shortcut-store.ts'

/** Single keys that act while the component is there; `ShortcutList` shows them. Not while somebody types. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const latest = useRef(shortcuts)
  useEffect(() => {
    latest.current = shortcuts
  })
  useEffect(() => addShortcuts(() => latest.current), [])
}
