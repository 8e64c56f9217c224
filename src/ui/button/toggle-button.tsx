import type { LucideIcon } from 'lucide-react'
import {
  ToggleButton as AriaToggleButton,
  ToggleButtonGroup as AriaToggleButtonGroup,
  TooltipTrigger,
} from 'react-aria-components'
import { classNames } from '../class-names.ts'
import { TooltipBubble } from '../overlay/tooltip.tsx'
import buttonStyles from './button.module.css'
import styles from './toggle-button.module.css'

type ToggleButtonProps = {
  label: string
  icon?: LucideIcon
  /** Shows only the icon; the label becomes the tooltip. */
  isIconOnly?: boolean
  isSelected: boolean
  onChange: (isSelected: boolean) => void
  shortcut?: string
  isDisabled?: boolean
}

/** One thing that is on or off, such as a tool or a layer. */
export function ToggleButton({ label, icon, isIconOnly, shortcut, ...toggle }: ToggleButtonProps) {
  return (
    <ToggleFace label={label} icon={icon} isIconOnly={isIconOnly} shortcut={shortcut}>
      <AriaToggleButton
        {...toggle}
        aria-label={isIconOnly ? label : undefined}
        className={classNames(buttonStyles.button, buttonStyles.quiet, styles.toggle, isIconOnly && styles.square)}
      >
        <FaceContent label={label} icon={icon} isIconOnly={isIconOnly} />
      </AriaToggleButton>
    </ToggleFace>
  )
}

export type ToggleOption<Id extends string> = { id: Id; label: string; icon?: LucideIcon; isDisabled?: boolean }

type ToggleButtonGroupProps<Id extends string> = {
  /** Accessible name of the choice, such as "Draw". */
  label: string
  options: readonly ToggleOption<Id>[]
  value: Id
  onChange: (id: Id) => void
  isIconOnly?: boolean
  isWide?: boolean
  isDisabled?: boolean
}

/** One of a few, all visible (a radio group); arrow keys move the focus. */
export function ToggleButtonGroup<Id extends string>(props: ToggleButtonGroupProps<Id>) {
  const { label, options, value, onChange, isIconOnly, isWide, isDisabled } = props
  return (
    <AriaToggleButtonGroup
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      isDisabled={isDisabled}
      onSelectionChange={(keys) => {
        const picked = options.find((option) => keys.has(option.id))
        if (picked) onChange(picked.id)
      }}
      className={classNames(styles.group, isWide && styles.wide)}
    >
      {options.map((option) => (
        <ToggleFace key={option.id} label={option.label} isIconOnly={isIconOnly}>
          <AriaToggleButton
            id={option.id}
            isDisabled={option.isDisabled}
            aria-label={isIconOnly ? option.label : undefined}
            className={classNames(buttonStyles.button, buttonStyles.quiet, styles.option, isIconOnly && styles.square)}
          >
            <FaceContent label={option.label} icon={option.icon} isIconOnly={isIconOnly} />
          </AriaToggleButton>
        </ToggleFace>
      ))}
    </AriaToggleButtonGroup>
  )
}

type FaceProps = { label: string; icon?: LucideIcon; isIconOnly?: boolean; shortcut?: string }

function ToggleFace({ label, isIconOnly, shortcut, children }: FaceProps & { children: React.ReactNode }) {
  if (!isIconOnly && !shortcut) return children
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      {children}
      <TooltipBubble text={label} shortcut={shortcut} />
    </TooltipTrigger>
  )
}

function FaceContent({ label, icon: Icon, isIconOnly }: FaceProps) {
  return (
    <span className={buttonStyles.content}>
      {Icon && <Icon size={isIconOnly ? 16 : 14} aria-hidden />}
      {!isIconOnly && <span className={buttonStyles.words}>{label}</span>}
    </span>
  )
}
