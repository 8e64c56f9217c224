import { useEffect, useRef, type RefObject } from 'react'
import { Popover, VisuallyHidden } from 'react-aria-components'
import { classNames } from '../class-names.ts'
import { words } from '../words.ts'
import type { Suggestion } from './code-field.tsx'
import styles from './code-field.module.css'
import listStyles from './option-list.module.css'

type CodeSuggestionsProps = {
  id: string
  options: readonly Suggestion[]
  chosen: number
  onChoose: (index: number) => void
  onTake: (option: Suggestion) => void
  anchor: RefObject<HTMLElement | null>
  onClose: () => void
}

/** The list under a CodeField. The focus stays in the text, which names the chosen one to screen readers. */
export function CodeSuggestions({ id, options, chosen, onChoose, onTake, anchor, onClose }: CodeSuggestionsProps) {
  const list = useRef<HTMLDivElement>(null)
  const isOpen = options.length > 0
  useEffect(() => {
    if (isOpen) list.current?.children[chosen]?.scrollIntoView({ block: 'nearest' })
  }, [isOpen, chosen])
  return (
    <>
      <Popover
        triggerRef={anchor}
        isOpen={isOpen}
        onOpenChange={(open) => !open && onClose()}
        isNonModal
        placement="bottom start"
        offset={4}
        maxHeight={280}
        className={classNames(listStyles.popover, styles.popover)}
      >
        <div ref={list} id={id} role="listbox" aria-label={words.suggestions} className={listStyles.list}>
          {options.map((option, index) => (
            <div
              key={option.insert}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === chosen}
              className={classNames(listStyles.option, styles.option)}
              onPointerEnter={() => onChoose(index)}
              // Before the text loses the focus.
              onPointerDown={(event) => {
                event.preventDefault()
                onTake(option)
              }}
            >
              <code className={styles.insert}>{option.insert}</code>
              <span className={listStyles.description}>{option.meaning}</span>
            </div>
          ))}
        </div>
      </Popover>
      <VisuallyHidden aria-live="polite">{isOpen ? words.suggestionsFound(options.length) : ''}</VisuallyHidden>
    </>
  )
}
