import type { TabItem } from '#src/ui/panel/tabs.tsx'
import { Dock } from './dock/dock.tsx'

/** The charts under the map: each is a part of the desk with a tab of its own. */
export function DeskDock() {
  const parts: TabItem<string>[] = []
  return parts.length > 0 ? <Dock parts={parts} /> : null
}
