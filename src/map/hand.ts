/** What a hand on the map does is one tool's at a time: taking up another puts the last one down. */
let held: { putDown: () => void } | undefined

/** Takes the map in hand; `putDown` is called when another tool does. The returned function lets go. */
export function takeInHand(putDown: () => void): () => void {
  const tool = { putDown }
  const before = held
  held = tool
  before?.putDown()
  return () => {
    if (held === tool) held = undefined
  }
}
