import type { ReactElement, ReactNode } from 'react'
import {
  Dialog,
  DialogTrigger,
  Popover as AriaPopover,
  type PopoverProps as AriaPopoverProps,
} from 'react-aria-components'
import styles from './popover.module.css'

type PopoverProps = {
  /** A Button, IconButton or other pressable element. */
  trigger: ReactElement
  /** Accessible name of what opens. */
  label: string
  placement?: AriaPopoverProps['placement']
  /** A function gets `close`. */
  children: ReactNode | ((close: () => void) => ReactNode)
  isOpen?: boolean
  onOpenChange?: (isOpen: boolean) => void
}

/** A small window tied to a button: settings, a form of two fields. Escape or a click beside closes it. */
export function Popover({ trigger, label, placement = 'bottom start', children, isOpen, onOpenChange }: PopoverProps) {
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={onOpenChange}>
      {trigger}
      <AriaPopover placement={placement} offset={6} className={styles.popover}>
        <Dialog aria-label={label} className={styles.dialog}>
          {({ close }) => (typeof children === 'function' ? children(close) : children)}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  )
}
