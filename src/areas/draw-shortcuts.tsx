import type { RefObject } from 'react'
import type { DrawHandle, DrawMode } from '#src/map/draw-area.tsx'
import type { Shortcut } from '#src/ui/shortcuts/shortcut-store.ts'
import { useShortcuts } from '#src/ui/shortcuts/use-shortcuts.ts'
import { words } from './words.ts'

const { keys } = words

/** The keys of the tool in hand, while it is. Those without `run` are heard by the map. */
export function DrawShortcuts({ mode, draw }: { mode: DrawMode; draw: RefObject<DrawHandle | null> }): null {
  const arrows: Shortcut = { keys: '← ↑ → ↓', does: keys.crosshair }
  const always: Shortcut[] = [
    { keys: 'Esc', does: keys.leave },
    { keys: 'Ctrl+Z', does: keys.undo },
  ]
  const drawing: Shortcut[] = [
    arrows,
    { keys: 'Enter', does: keys.press },
    { keys: 'Ctrl+Enter', does: keys.close },
    { keys: 'Backspace', does: keys.back },
    ...always,
  ]
  const editing: Shortcut[] = [
    { keys: 'N', does: keys.next, run: () => draw.current?.stepVertex(1) },
    { keys: 'P', does: keys.previous, run: () => draw.current?.stepVertex(-1) },
    arrows,
    { keys: 'I', does: keys.insert, run: () => draw.current?.insertVertex() },
    { keys: 'A', does: keys.all, run: () => draw.current?.chooseAll() },
    { keys: 'Delete', does: keys.remove },
    ...always,
  ]
  useShortcuts(mode === 'edit' ? editing : drawing)
  return null
}
