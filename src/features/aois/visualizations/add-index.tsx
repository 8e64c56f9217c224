import { useMutation, useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { ApiError, wordsFor } from '#src/api/errors.ts'
import { indexQueries } from '#src/api/indices.ts'
import { visualizationMutations } from '#src/api/visualizations.ts'
import type { Index } from '#src/contract/indices.ts'
import { paths } from '#src/paths.ts'
import { LinkButton } from '#src/ui/button/button.tsx'
import { List } from '#src/ui/data/list.tsx'
import { ListRow } from '#src/ui/data/list-row.tsx'
import { SearchField } from '#src/ui/field/search-field.tsx'
import { Dialog } from '#src/ui/overlay/dialog.tsx'
import { Badge } from '#src/ui/status/badge.tsx'
import { EmptyState } from '#src/ui/status/empty-state.tsx'
import { ErrorNotice } from '#src/ui/status/error-notice.tsx'
import { SkeletonRows } from '#src/ui/status/skeleton.tsx'
import { orderIndices } from './order-indices.ts'
import styles from './visualizations.module.css'

type AddIndexProps = {
  aoiId: string
  satelliteId: string
  /** Visualizations of this AOI by the index they show. */
  existing: ReadonlyMap<string, string>
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  onShow: (visualizationId: string) => void
}

/** Chooses an index of the AOI's satellite and has it computed for all its dates. */
export function AddIndex({ aoiId, satelliteId, existing, isOpen, onOpenChange, onShow }: AddIndexProps) {
  const [text, setText] = useState('')
  const indices = useQuery({ ...indexQueries.list(satelliteId), enabled: isOpen })
  const create = useMutation(visualizationMutations.create(aoiId))
  const found = orderIndices(indices.data ?? [], text)
  const show = (id: string) => {
    onShow(id)
    onOpenChange(false)
  }
  const choose = (index: Index) => {
    const known = existing.get(index.id)
    if (known) return show(known)
    if (create.isPending) return
    create.mutate(
      { index_id: index.id },
      {
        onSuccess: ({ id }) => show(id),
        onError: (error) => {
          const id = alreadyThere(error)
          if (id) show(id)
        },
      },
    )
  }
  const failure = create.error && !alreadyThere(create.error) ? wordsFor(create.error) : null
  return (
    <Dialog
      title="Add an index"
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      footer={
        <LinkButton tone="quiet" icon={Plus} href={paths.indices({ satellite: satelliteId, index: 'new' })}>
          Make an index of your own
        </LinkButton>
      }
    >
      <div className={styles.chooser}>
        <SearchField
          label="Find an index"
          placeholder="Find an index by name or meaning"
          value={text}
          onChange={setText}
          autoFocus
        />
        {failure && (
          <ErrorNotice
            what={failure.title}
            advice={failure.whatToDo}
            {...(failure.serverWords && { details: failure.serverWords })}
          />
        )}
        {indices.isPending && <SkeletonRows label="Loading indices" look="tall" />}
        {indices.isError && (
          <ErrorNotice
            what={wordsFor(indices.error).title}
            advice={wordsFor(indices.error).whatToDo}
            onRetry={() => void indices.refetch()}
          />
        )}
        {indices.isSuccess && found.length === 0 && (
          <EmptyState>
            {text ? 'No index of this satellite matches.' : 'There is no index for this satellite yet.'}
          </EmptyState>
        )}
        <div className={styles.choices}>
          <List label="Indices">
            {found.map((index) => (
              <ListRow
                key={index.id}
                title={index.name}
                meta={index.description || index.expression}
                value={
                  existing.has(index.id) ? (
                    <Badge tone="accent">Added</Badge>
                  ) : create.isPending && create.variables.index_id === index.id ? (
                    'Starting'
                  ) : index.type === 'custom' ? (
                    <Badge>Custom</Badge>
                  ) : undefined
                }
                onPress={() => choose(index)}
              />
            ))}
          </List>
        </div>
      </div>
    </Dialog>
  )
}

/** The service refuses a second visualization of the same index and may say which one is there. */
function alreadyThere(error: unknown): string | undefined {
  if (!(error instanceof ApiError) || error.status !== 409) return undefined
  const details = error.details as { visualization_id?: unknown } | null | undefined
  return typeof details?.visualization_id === 'string' ? details.visualization_id : undefined
}
