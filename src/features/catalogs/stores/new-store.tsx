import { useMutation } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useId, useRef, useState, type FormEvent } from 'react'
import { ApiError, fieldProblems, noticeFor } from '#src/api/errors.ts'
import { storeMutations } from '#src/api/stores.ts'
import { storeTypes } from '#src/contract/stores.ts'
import { placeIn, storeKinds } from '#src/deliveries/store-place.ts'
import { Button } from '#src/ui/button/button.tsx'
import { IconButton } from '#src/ui/button/icon-button.tsx'
import { ToggleButtonGroup } from '#src/ui/button/toggle-button.tsx'
import { TextField } from '#src/ui/field/text-field.tsx'
import { Panel } from '#src/ui/panel/panel.tsx'
import { ErrorNotice } from '#src/ui/status/error-notice.tsx'
import { notify } from '#src/ui/status/notice-store.ts'
import { emptyDraft, storeFrom } from './store-draft.ts'
import type { StoreDraft } from './store-draft.ts'
import { SecretFields } from './secret-fields.tsx'
import styles from './stores.module.css'

type NewStoreProps = { onClose: () => void; onMade: (id: string) => void }

const regions = { S3: 'eu-central-1', GCS: 'europe-west3', AZBLOB: 'westeurope' }
const beside = ['name', 'type', 'labels', 'configs.', 'secrets']

/** Adds a bucket. The secrets live in this form alone, and go with it. */
export function NewStore({ onClose, onMade }: NewStoreProps) {
  const formId = useId()
  const form = useRef<HTMLFormElement>(null)
  const [draft, setDraft] = useState<StoreDraft>(emptyDraft)
  const [wasTried, setWasTried] = useState(false)
  const create = useMutation(storeMutations.create())
  const kind = storeKinds[draft.type]
  const read = storeFrom(draft)

  const refused = fieldProblems(create.error)
  const isTaken = create.error instanceof ApiError && create.error.status === 409 && !refused.name
  const problems: Record<string, string> = {
    ...(wasTried && !read.ok && read.problems),
    ...refused,
    ...(isTaken && { name: 'This name is taken.' }),
  }
  const isBeside = isTaken || Object.keys(refused).some((field) => beside.some((start) => field.startsWith(start)))
  const errorOf = (field: string) => (problems[field] === undefined ? {} : { error: problems[field] })

  const change = (changes: Partial<StoreDraft>) => {
    setDraft({ ...draft, ...changes })
    if (create.error) create.reset()
  }
  const focusFirstProblem = () =>
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setWasTried(true)
    if (create.isPending) return
    if (!read.ok) return void focusFirstProblem()
    create.mutate(read.store, {
      onSuccess: ({ id, name }) => {
        notify({ tone: 'ok', title: `Pictures can be delivered to ${name}` })
        onMade(id)
      },
      onError: focusFirstProblem,
    })
  }

  return (
    <Panel
      title="New store"
      actions={<IconButton icon={X} label="Close" onPress={onClose} />}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button tone="primary" type="submit" form={formId} isPending={create.isPending}>
            Add store
          </Button>
        </>
      }
    >
      <form ref={form} id={formId} noValidate autoComplete="off" className={styles.stack} onSubmit={submit}>
        <ToggleButtonGroup
          label="Kind of store"
          isWide
          options={storeTypes.map((id) => ({ id, label: storeKinds[id].shortName }))}
          value={draft.type}
          onChange={(type) => {
            // What the other kind needs was not tried yet.
            setWasTried(false)
            change({ type })
          }}
        />
        <TextField
          label="Name"
          isRequired
          autoFocus
          description="As it shall be called here"
          value={draft.name}
          onChange={(name) => change({ name })}
          {...errorOf('name')}
        />
        <TextField
          label={kind.bucket}
          isRequired
          isCode
          value={draft.bucket}
          onChange={(bucket) => change({ bucket })}
          {...errorOf('configs.bucket')}
        />
        <TextField
          label="Region"
          isRequired
          isCode
          placeholder={`such as ${regions[draft.type]}`}
          value={draft.region}
          onChange={(region) => change({ region })}
          {...errorOf('configs.region')}
        />
        <TextField
          label="Folder"
          isCode
          placeholder="optional"
          description={`All files arrive below ${placeIn({ type: draft.type, configs: { bucket: draft.bucket || '…' } }, draft.pathPrefix)}/`}
          value={draft.pathPrefix}
          onChange={(pathPrefix) => change({ pathPrefix })}
          {...errorOf('configs.path_prefix')}
        />
        <SecretFields
          type={draft.type}
          secrets={draft.secrets}
          onChange={(secrets) => change({ secrets })}
          problems={problems}
        />
        <TextField
          label="Labels"
          placeholder="optional, such as team=data, env=prod"
          value={draft.labels}
          onChange={(labels) => change({ labels })}
          {...errorOf('labels')}
        />
        {create.error && !isBeside && (
          <ErrorNotice {...noticeFor(create.error)} kept="What you entered is still here." />
        )}
      </form>
    </Panel>
  )
}
