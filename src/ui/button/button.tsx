import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button as AriaButton, Link, ProgressBar, type ButtonProps as AriaButtonProps } from 'react-aria-components'
import { classNames } from '../class-names.ts'
import { words } from '../words.ts'
import styles from './button.module.css'

export type ButtonTone = 'primary' | 'neutral' | 'quiet' | 'danger'

type ButtonLook = {
  /** `primary` is the one action of a screen; `danger` spends or destroys. */
  tone?: ButtonTone
  size?: 's' | 'm'
  icon?: LucideIcon
  /** Fills the width of its container. */
  isWide?: boolean
  children: ReactNode
}

export type ButtonProps = ButtonLook & Omit<AriaButtonProps, 'className' | 'style' | 'children'>

/** A button. `isPending` keeps it focusable, ignores presses and tells screen readers. */
export function Button({ tone, size, icon, isWide, children, ...button }: ButtonProps) {
  return (
    <AriaButton {...button} className={look({ tone, size, isWide })}>
      {({ isPending }) => (
        <>
          {isPending && <ProgressBar isIndeterminate aria-label={words.busy} className={styles.pending} />}
          <ButtonContent icon={icon}>{children}</ButtonContent>
        </>
      )}
    </AriaButton>
  )
}

export type LinkButtonProps = ButtonLook & { href: string; target?: string; download?: string; isDisabled?: boolean }

/** A link to another URL that looks like a button. */
export function LinkButton({ tone, size, icon, isWide, children, ...link }: LinkButtonProps) {
  return (
    <Link {...link} className={look({ tone, size, isWide })}>
      <ButtonContent icon={icon}>{children}</ButtonContent>
    </Link>
  )
}

function ButtonContent({ icon: Icon, children }: Pick<ButtonLook, 'icon' | 'children'>) {
  return (
    <span className={styles.content}>
      {Icon && <Icon size={14} aria-hidden />}
      <span className={styles.words}>{children}</span>
    </span>
  )
}

function look({ tone = 'neutral', size = 'm', isWide }: Omit<ButtonLook, 'children'>): string {
  return classNames(styles.button, styles[tone], size === 's' && styles.small, isWide && styles.wide)
}
