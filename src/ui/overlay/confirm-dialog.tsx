import type { ReactNode } from 'react'
import { Button } from '../button/button.tsx'
import { words } from '../words.ts'
import { Dialog } from './dialog.tsx'
import styles from './confirm-dialog.module.css'

type ConfirmDialogProps = {
  /** The question, as "Delete this AOI?". */
  title: string
  /** What follows from it, and what can not be undone. */
  children: ReactNode
  /** The verb, as "Delete AOI"; never "OK". */
  confirmLabel: string
  tone?: 'danger' | 'primary'
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  onConfirm: () => void
  /** While the confirmed thing runs: neither button nor Escape acts twice. */
  isPending?: boolean
}

/** A plain question before what can not be undone. The safe button has the focus. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, children, confirmLabel, tone = 'danger', isOpen, onOpenChange, onConfirm, isPending } = props
  return (
    <Dialog
      role="alertdialog"
      size="s"
      title={title}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable={!isPending}
      footer={
        <>
          <Button autoFocus isDisabled={isPending} onPress={() => onOpenChange(false)}>
            {words.cancel}
          </Button>
          <Button tone={tone} isPending={isPending} onPress={onConfirm}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      <div className={styles.words}>{children}</div>
    </Dialog>
  )
}
