import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { IconButton } from '../button/icon-button.tsx'
import { classNames } from '../class-names.ts'
import { words } from '../words.ts'
import styles from './dialog.module.css'

type DialogProps = {
  title: string
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  children: ReactNode
  /** Buttons, the one that acts last. */
  footer?: ReactNode
  size?: 's' | 'm' | 'l'
  /** `alertdialog` for a decision that must be taken. */
  role?: 'dialog' | 'alertdialog'
  /** False while something runs that must not be interrupted by Escape or a click beside. */
  isDismissable?: boolean
}

/** A window over everything; focus stays in it and returns to where it came from. */
export function Dialog(props: DialogProps) {
  const { title, isOpen, onOpenChange, children, footer, size = 'm', role = 'dialog', isDismissable = true } = props
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable={isDismissable && role === 'dialog'}
      isKeyboardDismissDisabled={!isDismissable}
      className={styles.scrim}
    >
      <Modal className={classNames(styles.window, styles[size])}>
        <AriaDialog role={role} className={styles.dialog}>
          <header className={styles.header}>
            <Heading slot="title" level={2} className={styles.title}>
              {title}
            </Heading>
            {role === 'dialog' && (
              <IconButton
                icon={X}
                label={words.close}
                isDisabled={!isDismissable}
                onPress={() => onOpenChange(false)}
              />
            )}
          </header>
          <div className={styles.body}>{children}</div>
          {footer && <footer className={styles.footer}>{footer}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
