import type { DOMAttributes, ReactElement } from 'react'
import { Focusable, Tooltip as AriaTooltip, TooltipTrigger, type TooltipProps } from 'react-aria-components'
import { Kbd } from '../data/kbd.tsx'
import styles from './tooltip.module.css'

export type TooltipPlacement = NonNullable<TooltipProps['placement']>

type BubbleProps = { text: string; shortcut?: string; placement?: TooltipPlacement }

/** The bubble alone, for components that bring their own trigger. */
export function TooltipBubble({ text, shortcut, placement = 'top' }: BubbleProps) {
  return (
    <AriaTooltip placement={placement} offset={6} className={styles.bubble}>
      {text}
      {shortcut && <Kbd keys={shortcut} />}
    </AriaTooltip>
  )
}

/** Adds a hint to one focusable element (give plain elements a role and tabIndex). Never the only place of a fact. */
export function Tooltip({ children, ...bubble }: BubbleProps & { children: ReactElement }) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      <Focusable>{children as ReactElement<DOMAttributes<Element>, string>}</Focusable>
      <TooltipBubble {...bubble} />
    </TooltipTrigger>
  )
}
