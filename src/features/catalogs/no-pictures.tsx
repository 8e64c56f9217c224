import { PackageSearch } from 'lucide-react'
import { paths } from '#src/paths.ts'
import { Button, LinkButton } from '#src/ui/button/button.tsx'
import { EmptyState } from '#src/ui/status/empty-state.tsx'

type NoPicturesProps = { isFiltered: boolean; hasProject: boolean; onClear: () => void }

/** Why the list is empty, and the way on. */
export function NoPictures({ isFiltered, hasProject, onClear }: NoPicturesProps) {
  if (isFiltered) {
    return (
      <EmptyState icon={PackageSearch} action={<Button onPress={onClear}>Clear filters</Button>}>
        No delivered picture matches these filters.
      </EmptyState>
    )
  }
  return (
    <EmptyState icon={PackageSearch} action={<LinkButton href={paths.explore()}>Find scenes</LinkButton>}>
      {hasProject
        ? 'Nothing was delivered to this project yet.'
        : 'Pictures you order are kept here once they are delivered.'}
    </EmptyState>
  )
}
