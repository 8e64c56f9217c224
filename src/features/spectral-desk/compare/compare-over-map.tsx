import { useShortcuts } from '#src/ui/shortcuts/use-shortcuts.ts'
import { useComparison } from './compare-context.ts'
import { SideNames } from './side-names.tsx'
import { SwipeDivider } from './swipe-divider.tsx'
import { ValuesReadout } from './values-readout.tsx'
import { words } from './words.ts'

/** What a comparison puts over the map. */
export function CompareOverMap() {
  const { compare, swap, flip } = useComparison()
  const { versus } = compare
  useShortcuts([
    ...(versus ? [{ keys: 'S', does: words.swap, run: swap }] : []),
    ...(versus === 'blink' ? [{ keys: 'B', does: words.flip, run: flip }] : []),
  ])
  if (!versus) return null
  return (
    <>
      <SideNames />
      <ValuesReadout />
      {versus === 'swipe' && <SwipeDivider />}
    </>
  )
}
