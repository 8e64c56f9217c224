type KeyCommand = 'undo' | 'redo' | 'cancel' | 'finish' | 'remove'

/** What a key asks of the drawing wherever the focus is; undefined if it is meant for something else, such as a text field. */
export function keyCommand(event: KeyboardEvent): KeyCommand | undefined {
  if (event.defaultPrevented || isText(event.target) || isOverlay(event.target)) return undefined
  if (event.ctrlKey || event.metaKey) {
    const key = event.key.toLowerCase()
    if (key === 'z') return event.shiftKey ? 'redo' : 'undo'
    if (key === 'enter') return 'finish'
    return key === 'y' ? 'redo' : undefined
  }
  if (event.key === 'Escape') return 'cancel'
  if (event.key === 'Delete' || event.key === 'Backspace') return 'remove'
  // On a button or a link Enter presses that.
  return event.key === 'Enter' && !isPressable(event.target) ? 'finish' : undefined
}

/** How far an arrow key goes, in pixels; null for any other key. Shift goes further, Alt a pixel at a time. */
export function arrowStep({ key, shiftKey, altKey, ctrlKey, metaKey }: KeyboardEvent): [dx: number, dy: number] | null {
  if (ctrlKey || metaKey) return null
  const step = altKey ? 1 : shiftKey ? 50 : 10
  switch (key) {
    case 'ArrowLeft':
      return [-step, 0]
    case 'ArrowRight':
      return [step, 0]
    case 'ArrowUp':
      return [0, -step]
    case 'ArrowDown':
      return [0, step]
    default:
      return null
  }
}

function isText(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
}

function isOverlay(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest('[role="dialog"], [role="alertdialog"], [role="menu"]') !== null
  )
}

function isPressable(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('button, a, [role="button"], [role="option"], [role="menuitem"]') !== null
  )
}
