type KeyCommand = 'undo' | 'redo' | 'cancel' | 'finish' | 'remove'

/** What a key asks of the drawing; undefined if it is meant for something else, such as a text field. */
export function keyCommand(event: KeyboardEvent): KeyCommand | undefined {
  if (event.defaultPrevented || isText(event.target)) return undefined
  if (event.ctrlKey || event.metaKey) {
    const key = event.key.toLowerCase()
    if (key === 'z') return event.shiftKey ? 'redo' : 'undo'
    return key === 'y' ? 'redo' : undefined
  }
  if (event.key === 'Escape') return 'cancel'
  if (event.key === 'Delete' || event.key === 'Backspace') return 'remove'
  // On a button or a link Enter presses that.
  return event.key === 'Enter' && !isPressable(event.target) ? 'finish' : undefined
}

function isText(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
}

function isPressable(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('button, a, [role="button"], [role="option"], [role="menuitem"]') !== null
  )
}
