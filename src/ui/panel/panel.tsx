import { ArrowLeft, ChevronDown, ChevronUp } from 'lucide-react'
import { useId, type CSSProperties, type ReactNode } from 'react'
import { IconButton } from '../button/icon-button.tsx'
import { classNames } from '../class-names.ts'
import { words } from '../words.ts'
import { PanelResizer } from './panel-resizer.tsx'
import styles from './panel.module.css'

type PanelProps = {
  title: string
  /** A quieter line under the title, or beside it a badge. */
  subtitle?: ReactNode
  badge?: ReactNode
  onBack?: () => void
  /** Icon buttons at the right of the title. */
  actions?: ReactNode
  /** Stays above the scrolling body: tabs, filters. */
  toolbar?: ReactNode
  /** Stays below it: the buttons that act. */
  footer?: ReactNode
  children: ReactNode
  isFolded?: boolean
  onFoldedChange?: (isFolded: boolean) => void
  /** Width in px with its change, when the panel can be resized. */
  widthPx?: number
  onWidthChange?: (widthPx: number) => void
  /** No padding around the body, for lists and tables that reach the edges. */
  isFlush?: boolean
}

/** A panel that floats over the map: title, scrolling body, footer. It never pushes the map. */
export function Panel(props: PanelProps) {
  const { title, subtitle, badge, onBack, actions, toolbar, footer, children, isFlush } = props
  const { isFolded = false, onFoldedChange, widthPx, onWidthChange } = props
  const id = useId()
  const width: CSSProperties | undefined = widthPx === undefined ? undefined : { width: widthPx }
  return (
    <section
      aria-labelledby={`${id}-title`}
      className={classNames(styles.panel, isFolded && styles.folded)}
      style={width}
    >
      <header className={styles.header}>
        {onBack && <IconButton icon={ArrowLeft} label={words.back} onPress={onBack} />}
        <div className={styles.titles}>
          <div className={styles.titleRow}>
            <h2 id={`${id}-title`} className={styles.title} title={title}>
              {title}
            </h2>
            {badge}
          </div>
          {subtitle && <div className={styles.subtitle}>{subtitle}</div>}
        </div>
        <div className={styles.actions}>
          {actions}
          {onFoldedChange && (
            <IconButton
              icon={isFolded ? ChevronDown : ChevronUp}
              label={isFolded ? words.unfold : words.fold}
              aria-expanded={!isFolded}
              onPress={() => onFoldedChange(!isFolded)}
            />
          )}
        </div>
      </header>
      {!isFolded && (
        <>
          {toolbar && <div className={styles.toolbar}>{toolbar}</div>}
          <div className={classNames(styles.body, isFlush && styles.flush)}>{children}</div>
          {footer && <footer className={styles.footer}>{footer}</footer>}
          {onWidthChange && <PanelResizer widthPx={widthPx ?? 360} onWidthChange={onWidthChange} />}
        </>
      )}
    </section>
  )
}

/** The padding of a flush panel, for the parts of it that are not a list. */
export function PanelPart({ children }: { children: ReactNode }) {
  return <div className={styles.part}>{children}</div>
}
