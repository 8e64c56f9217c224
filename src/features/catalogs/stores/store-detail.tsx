import { useMutation } from '@tanstack/react-query'
import { Trash2, X } from 'lucide-react'
import { useState } from 'react'
import { ApiError, noticeFor } from '#src/api/errors.ts'
import { storeMutations } from '#src/api/stores.ts'
import type { Store } from '#src/contract/stores.ts'
import { kindOf, placeIn } from '#src/deliveries/store-place.ts'
import { paths } from '#src/paths.ts'
import { Button, LinkButton } from '#src/ui/button/button.tsx'
import { CopyButton } from '#src/ui/button/copy-button.tsx'
import { IconButton } from '#src/ui/button/icon-button.tsx'
import { Property, PropertyList } from '#src/ui/data/property-list.tsx'
import { UtcTime } from '#src/ui/data/utc-time.tsx'
import { ConfirmDialog } from '#src/ui/overlay/confirm-dialog.tsx'
import { Panel } from '#src/ui/panel/panel.tsx'
import { ErrorNotice } from '#src/ui/status/error-notice.tsx'
import { notify } from '#src/ui/status/notice-store.ts'
import styles from './stores.module.css'

type StoreDetailProps = { store: Store; onClose: () => void }

/** One store: what is known of it, which its secrets are not, and the way to its deliveries. */
export function StoreDetail({ store, onClose }: StoreDetailProps) {
  const [isAsking, setAsking] = useState(false)
  const { id, name, type, configs, labels, created_at: created } = store
  const kind = kindOf(type)
  return (
    <Panel
      title={name}
      subtitle={kind.name}
      actions={<IconButton icon={X} label="Close" onPress={onClose} />}
      footer={
        <>
          <Button tone="quiet" icon={Trash2} onPress={() => setAsking(true)}>
            Delete
          </Button>
          <LinkButton href={paths.deliveries({ store: id })}>Its deliveries</LinkButton>
        </>
      }
    >
      <PropertyList>
        <Property label={kind.bucket} value={configs?.bucket} />
        <Property label="Region" value={configs?.region} />
        <Property label="Folder" value={configs?.path_prefix} />
        <Property
          label="Labels"
          value={Object.entries(labels ?? {})
            .map(([key, value]) => `${key}=${value}`)
            .join(', ')}
        />
        <Property label="Added" value={created && <UtcTime value={created} />} />
        <Property label="Place" value={<CopyButton text={placeIn(store)} label="Copy" />} />
        <Property label="Store id" value={<CopyButton text={id} label={id.slice(0, 13)} />} />
      </PropertyList>
      <p className={styles.after}>The keys are with the service and can be neither shown nor changed.</p>
      {isAsking && <DeleteStore store={store} onKeep={() => setAsking(false)} onDeleted={onClose} />}
    </Panel>
  )
}

function DeleteStore({ store, onKeep, onDeleted }: { store: Store; onKeep: () => void; onDeleted: () => void }) {
  const remove = useMutation(storeMutations.remove())
  const isBusy = remove.error instanceof ApiError && remove.error.status === 409
  return (
    <ConfirmDialog
      title={`Delete the store ${store.name}?`}
      confirmLabel="Delete store"
      isOpen
      onOpenChange={onKeep}
      isPending={remove.isPending}
      onConfirm={() =>
        remove.mutate(store, {
          onSuccess: () => {
            notify({ tone: 'ok', title: `${store.name} deleted` })
            onDeleted()
          },
        })
      }
    >
      <p>
        What was delivered stays in the {kindOf(store.type).bucket.toLowerCase()}. Orders that were to deliver here will
        not. This can not be undone: to use it again, add it with its keys.
      </p>
      {remove.error && (
        <ErrorNotice
          {...noticeFor(remove.error)}
          {...(isBusy && {
            advice: 'Wait until it has ended.',
            actions: (
              <LinkButton size="s" href={paths.deliveries({ store: store.id })}>
                Show its deliveries
              </LinkButton>
            ),
          })}
        />
      )}
    </ConfirmDialog>
  )
}
