import type { LucideIcon } from 'lucide-react'
import type { Ref } from 'react'
import { Button, TooltipTrigger, type ButtonProps } from 'react-aria-components'
import { classNames } from '../class-names.ts'
import { TooltipBubble, type TooltipPlacement } from '../overlay/tooltip.tsx'
import buttonStyles from './button.module.css'
import styles from './icon-button.module.css'

export type IconButtonProps = Omit<ButtonProps, 'className' | 'style' | 'children' | 'aria-label'> & {
  icon: LucideIcon
  /** Accessible name, and the tooltip. */
  label: string
  /** Shown in the tooltip; the screen binds the key. */
  shortcut?: string
  size?: 's' | 'm' | 'l'
  tone?: 'quiet' | 'neutral' | 'primary'
  tooltipPlacement?: TooltipPlacement
  ref?: Ref<HTMLButtonElement>
}

/** A square button with an icon; its name appears as a tooltip on hover and on keyboard focus. */
export function IconButton(props: IconButtonProps) {
  const { icon: Icon, label, shortcut, size = 'm', tone = 'quiet', tooltipPlacement = 'top', ...button } = props
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      <Button
        {...button}
        aria-label={label}
        className={classNames(buttonStyles.button, buttonStyles[tone], styles[size])}
      >
        <Icon size={size === 'l' ? 18 : 16} aria-hidden />
      </Button>
      <TooltipBubble text={label} shortcut={shortcut} placement={tooltipPlacement} />
    </TooltipTrigger>
  )
}
