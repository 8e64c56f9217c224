import { useMutation } from '@tanstack/react-query'
import { BookmarkPlus } from 'lucide-react'
import { useState } from 'react'
import { ApiError, fieldProblems, wordsFor } from '#src/api/errors.ts'
import { indexMutations } from '#src/api/indices.ts'
import type { Satellite } from '#src/contract/satellites.ts'
import { printExpression } from '#src/formula/print.ts'
import { bandTable } from '#src/scenes/satellite-bands.ts'
import { Button } from '#src/ui/button/button.tsx'
import { TextArea } from '#src/ui/field/text-area.tsx'
import { TextField } from '#src/ui/field/text-field.tsx'
import { Dialog } from '#src/ui/overlay/dialog.tsx'
import { ErrorNotice } from '#src/ui/status/error-notice.tsx'
import { notify } from '#src/ui/status/notice-store.ts'
import { useDesk } from '../desk-context.ts'
import { readFormula } from './picture-trees.ts'
import styles from './picture.module.css'

/** Keeps the formula in the service, where it can be computed for every date of an AOI. */
export function SaveIndex({ name }: { name: string }) {
  const { scene } = useDesk()
  const [isOpen, setOpen] = useState(false)
  const { satellite } = scene
  return (
    <div className={styles.save}>
      <Button size="s" icon={BookmarkPlus} isDisabled={!satellite} onPress={() => setOpen(true)}>
        Save as index…
      </Button>
      {!satellite && (
        <p className={styles.hint}>
          The service keeps indices by satellite, and this file is of none it knows. The link in the address bar keeps
          the formula.
        </p>
      )}
      {satellite && isOpen && <SaveDialog name={name} satellite={satellite} onClose={() => setOpen(false)} />}
    </div>
  )
}

type SaveDialogProps = { name: string; satellite: Satellite; onClose: () => void }

function SaveDialog({ name: preset, satellite, onClose }: SaveDialogProps) {
  const { picture, shown } = useDesk()
  const [name, setName] = useState(preset === '' ? '' : `${preset} of mine`)
  const [description, setDescription] = useState('')
  const [wasTried, setWasTried] = useState(false)
  const create = useMutation(indexMutations.create())
  // The service knows bands by the satellite's names, whatever the file calls them.
  const read = readFormula(picture.f, bandTable(satellite))
  const expression = read.ok ? printExpression(read.trees[0]) : undefined
  const [low, high] = shown?.ranges[0] ?? [0, 1]

  const refused = fieldProblems(create.error)
  const isTaken = create.error instanceof ApiError && create.error.status === 409
  const nameError =
    refused.name ?? (isTaken ? 'This name is taken.' : wasTried && !name.trim() ? 'Give it a name.' : undefined)
  const formulaError = read.ok ? refused.expression : read.errors[0]?.message
  const isBeside = isTaken || Boolean(refused.name ?? refused.expression ?? refused.description)
  const failure = create.error && !isBeside ? wordsFor(create.error) : null

  const submit = () => {
    setWasTried(true)
    if (!name.trim() || expression === undefined || create.isPending) return
    create.mutate(
      {
        name: name.trim(),
        description: description.trim(),
        expression,
        expression_type: 'index',
        colormap: picture['f-colours'],
        rescale: [low, high],
        satellite_id: satellite.id,
      },
      {
        onSuccess: (index) => {
          notify({
            tone: 'ok',
            title: `${index.name} can be added to AOIs of ${satellite.name}`,
          })
          onClose()
        },
      },
    )
  }
  return (
    <Dialog
      title="Save as index"
      size="s"
      isOpen
      onOpenChange={(open) => !open && onClose()}
      isDismissable={!create.isPending}
      footer={
        <>
          <Button isDisabled={create.isPending} onPress={onClose}>
            Cancel
          </Button>
          <Button tone="primary" isPending={create.isPending} onPress={submit}>
            Save index
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <TextField
          label="Name"
          isRequired
          autoFocus
          value={name}
          onChange={(next) => {
            setName(next)
            if (isTaken) create.reset()
          }}
          {...(nameError && { error: nameError })}
        />
        <TextArea
          label="Description"
          rows={2}
          value={description}
          onChange={setDescription}
          {...(refused.description && { error: refused.description })}
        />
        <div>
          <p className={styles.label}>Formula in the bands of {satellite.name}</p>
          <code className={styles.code}>{expression ?? picture.f}</code>
          {formulaError && <ErrorNotice tone="warn" what={formulaError} />}
        </div>
        <p className={styles.hint}>
          Shown from {Number(low.toPrecision(4))} to {Number(high.toPrecision(4))} in {picture['f-colours']}.
        </p>
        {failure && (
          <ErrorNotice
            what={failure.title}
            kept="What you entered is still here."
            advice={failure.whatToDo}
            {...(failure.serverWords && { details: failure.serverWords })}
          />
        )}
      </div>
    </Dialog>
  )
}
