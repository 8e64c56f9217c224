import { Compass } from 'lucide-react'
import { paths } from '#src/paths.ts'
import { LinkButton } from '#src/ui/button/button.tsx'
import { Panel } from '#src/ui/panel/panel.tsx'
import { EmptyState } from '#src/ui/status/empty-state.tsx'
import { words } from './words.ts'

/** For an address that no screen has. */
export function NotFoundScreen() {
  return (
    <Panel title={words.notFoundTitle}>
      <title>{words.pageTitle(words.notFoundTitle)}</title>
      <EmptyState icon={Compass} action={<LinkButton href={paths.explore()}>{words.toExplore}</LinkButton>}>
        {words.notFound}
      </EmptyState>
    </Panel>
  )
}
