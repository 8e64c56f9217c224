/**
 * A key that does something while a part of the screen is there. `keys` as a person reads them: "[", "Space", "?". Without `run`
 * it is only listed: the part listens for it itself.
 */
export type Shortcut = { keys: string; does: string; run?: () => void }

type Registered = { shortcuts: () => readonly Shortcut[] }

let registered: readonly Registered[] = []

/** Adds shortcuts until the returned function is called. What came last wins over the same key before it. */
export function addShortcuts(shortcuts: () => readonly Shortcut[]): () => void {
  const entry = { shortcuts }
  if (registered.length === 0) document.addEventListener('keydown', onKeyDown)
  registered = [...registered, entry]
  return () => {
    registered = registered.filter((other) => other !== entry)
    if (registered.length === 0) document.removeEventListener('keydown', onKeyDown)
  }
}

/** Everything a key does at this moment, each key once, in the order of the screen. */
export function activeShortcuts(): Shortcut[] {
  return [...new Map(registered.flatMap(({ shortcuts }) => shortcuts()).map((one) => [one.keys, one])).values()]
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTaken(event)) return
  const key = event.key === ' ' ? 'Space' : event.key.length === 1 ? event.key.toUpperCase() : event.key
  const found = activeShortcuts().find(({ keys }) => keys === key)
  if (!found?.run) return
  event.preventDefault()
  found.run()
}

const overlays = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]'
const typedInto = 'input:not([type="radio"], [type="checkbox"], [type="range"]), textarea, select, [contenteditable]'

/** Where a key has a meaning of its own: text, open lists, and for Space whatever it presses. */
function isTaken({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false
  if (target.closest(overlays) || target.closest(typedInto)) return true
  return key === ' ' && target.closest('button, a, input, [role="tab"], [role="radio"]') !== null
}
