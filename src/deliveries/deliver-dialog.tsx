import { useMutation, useQuery } from '@tanstack/react-query'
import { useId, useState, type FormEvent } from 'react'
import { useNavigate } from 'react-router'
import { Failed } from '#src/answers/failed.tsx'
import { deliveryMutations } from '#src/api/deliveries.ts'
import { fieldProblems, noticeFor } from '#src/api/errors.ts'
import { storeQueries } from '#src/api/stores.ts'
import { paths } from '#src/paths.ts'
import { Button } from '#src/ui/button/button.tsx'
import { Select } from '#src/ui/field/select.tsx'
import { TextField } from '#src/ui/field/text-field.tsx'
import { Dialog } from '#src/ui/overlay/dialog.tsx'
import { ErrorNotice } from '#src/ui/status/error-notice.tsx'
import { notify } from '#src/ui/status/notice-store.ts'
import styles from './deliveries.module.css'
import { NoStores } from './no-stores.tsx'
import { kindOf, placeIn } from './store-place.ts'

export type WhatToDeliver = { catalog_ids: string[] } | { order_item_ids: string[] }

type DeliverDialogProps = { what: WhatToDeliver; label: string; onClose: () => void }

// Who delivers one picture often delivers the next to the same place.
let last: { storeId?: string; folder: string } = { folder: '' }

/** To which store, and into which folder of it. What was chosen stays when the service refuses it. */
export function DeliverDialog({ what, label, onClose }: DeliverDialogProps) {
  const navigate = useNavigate()
  const formId = useId()
  const [pickedId, setPickedId] = useState(last.storeId)
  const [folder, setFolder] = useState(last.folder)
  const [wasTried, setWasTried] = useState(false)
  const { data, error, refetch, isFetching } = useQuery(storeQueries.list())
  const deliver = useMutation(deliveryMutations.create())

  const stores = data?.stores ?? []
  const store = stores.find(({ id }) => id === pickedId) ?? (stores.length === 1 ? stores[0] : undefined)
  const problems = Object.entries(fieldProblems(deliver.error))
  const about = (field: string) => problems.find(([name]) => name.endsWith(field))?.[1]
  const storeError = about('cloud_info.config') ?? (wasTried && !store ? 'Choose a store.' : undefined)
  const folderError = about('cloud_info.path')
  const isBeside = storeError !== undefined || folderError !== undefined

  const submit = (event: FormEvent) => {
    event.preventDefault()
    setWasTried(true)
    if (!store || deliver.isPending) return
    const path = folder.trim()
    deliver.mutate([{ ...what, cloud_info: { config: store.id, ...(path && { path }) } }], {
      onSuccess: ({ deliveries }) => {
        last = { storeId: store.id, folder: path }
        const count = deliveries.length
        notify({
          id: 'delivery-started',
          tone: 'ok',
          title: `${count} ${count === 1 ? 'delivery' : 'deliveries'} to ${store.name} started`,
          action: { label: 'Show deliveries', onPress: () => void navigate(paths.deliveries()) },
        })
        onClose()
      },
    })
  }

  return (
    <Dialog
      title={`Deliver ${label}`}
      size="s"
      isOpen
      onOpenChange={onClose}
      isDismissable={!deliver.isPending}
      footer={
        stores.length > 0 && (
          <>
            <Button isDisabled={deliver.isPending} onPress={onClose}>
              Cancel
            </Button>
            <Button tone="primary" type="submit" form={formId} isPending={deliver.isPending}>
              Deliver
            </Button>
          </>
        )
      }
    >
      {!data && <Failed query={{ error, refetch, isFetching }} />}
      {data && stores.length === 0 && <NoStores />}
      {(stores.length > 0 || (!data && !error)) && (
        <form id={formId} className={styles.form} onSubmit={submit}>
          <Select
            label="Store"
            isRequired
            isDisabled={!data}
            placeholder={data ? 'Choose' : 'Loading stores'}
            options={stores.map((each) => ({
              id: each.id,
              label: each.name,
              description: `${kindOf(each.type).name}, ${placeIn(each)}`,
            }))}
            value={store?.id}
            onChange={(id) => {
              setPickedId(id)
              deliver.reset()
            }}
            error={storeError}
          />
          <TextField
            label="Folder in the store"
            isCode
            placeholder="optional"
            value={folder}
            onChange={(next) => {
              setFolder(next)
              if (folderError) deliver.reset()
            }}
            error={folderError}
          />
          {store && !folderError && (
            <p className={styles.target}>
              Files arrive below <code>{placeIn(store, folder)}/</code>
            </p>
          )}
          {deliver.error && !isBeside && (
            <ErrorNotice {...noticeFor(deliver.error)} kept="Nothing was sent; your choice is still here." />
          )}
        </form>
      )}
    </Dialog>
  )
}
