import { Archive } from 'lucide-react'
import { paths } from '#src/paths.ts'
import { LinkButton } from '#src/ui/button/button.tsx'
import { EmptyState } from '#src/ui/status/empty-state.tsx'

/** Before anything can be delivered there must be a place for it. */
export function NoStores() {
  return (
    <EmptyState
      icon={Archive}
      action={
        <LinkButton tone="primary" href={paths.stores({ store: 'new' })}>
          Add a store
        </LinkButton>
      }
    >
      A store is a bucket of yours, at Amazon, Google or Azure, that pictures are copied into.
    </EmptyState>
  )
}
