import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import { TextArea as AriaTextArea, TextField } from 'react-aria-components'
import { classNames } from '../class-names.ts'
import { CodeSuggestions } from './code-suggestions.tsx'
import styles from './code-field.module.css'
import { FieldLabel, FieldMessages, fieldClass, type FieldLook } from './field-parts.tsx'
import fieldStyles from './field.module.css'

/** A part of the text that is wrong: from `start` up to, not including, `end`. */
export type CodeMark = { start: number; end: number }

export type Suggestion = { insert: string; caret: number; meaning: string }
export type Suggestions = { start: number; end: number; options: readonly Suggestion[] }

type CodeFieldProps = FieldLook & {
  value: string
  onChange: (value: string) => void
  /** Underlined where they are. */
  marks?: readonly CodeMark[]
  /** What the word before the caret could become; `isAsked` when a person asked for it with Ctrl and Space. */
  suggest?: (text: string, caret: number, isAsked: boolean) => Suggestions
  placeholder?: string
  isDisabled?: boolean
  isRequired?: boolean
  inputRef?: RefObject<HTMLTextAreaElement | null>
}

/**
 * A formula or another short code: grows with its text, underlines what is wrong in place, and completes words. Arrow
 * keys choose a suggestion, Enter or Tab takes it, Escape puts the list away, Ctrl and Space ask for it.
 */
export function CodeField(props: CodeFieldProps) {
  const {
    label,
    labelPlacement,
    description,
    error,
    value,
    onChange,
    marks = [],
    suggest,
    placeholder,
    isDisabled,
    isRequired = false,
  } = props
  const listId = useId()
  const own = useRef<HTMLTextAreaElement>(null)
  const input = props.inputRef ?? own
  const box = useRef<HTMLDivElement>(null)
  const caretToSet = useRef<number>(undefined)
  const [offered, setOffered] = useState<Suggestions>()
  const [chosen, setChosen] = useState(0)
  const options = offered?.options ?? []
  const isOpen = options.length > 0

  // The text is controlled, so a caret within it can be placed only once it is there.
  useLayoutEffect(() => {
    const caret = caretToSet.current
    if (caret !== undefined) input.current?.setSelectionRange(caret, caret)
    caretToSet.current = undefined
  }, [value, input])

  const offer = (text: string, caret: number, isAsked: boolean) => {
    setOffered(suggest?.(text, caret, isAsked))
    setChosen(0)
  }
  const close = () => setOffered(undefined)
  const take = (option: Suggestion | undefined) => {
    if (!offered || !option) return
    onChange(value.slice(0, offered.start) + option.insert + value.slice(offered.end))
    caretToSet.current = offered.start + option.caret
    close()
    input.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === ' ' && event.ctrlKey) {
      event.preventDefault()
      return offer(value, event.currentTarget.selectionStart, true)
    }
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (isOpen && step !== 0) {
      event.preventDefault()
      return setChosen((chosen + step + options.length) % options.length)
    }
    if (isOpen && (event.key === 'Enter' || event.key === 'Tab')) {
      event.preventDefault()
      return take(options[chosen])
    }
    if (isOpen && event.key === 'Escape') {
      event.stopPropagation()
      return close()
    }
    // One line of meaning, however many it takes to show.
    if (event.key === 'Enter') event.preventDefault()
    if (/^(Arrow|Home|End|Page)/.test(event.key)) close()
  }

  return (
    <TextField
      value={value}
      onChange={onChange}
      isDisabled={isDisabled}
      isRequired={isRequired}
      isInvalid={error !== undefined}
      className={fieldClass(labelPlacement)}
    >
      <FieldLabel label={label} labelPlacement={labelPlacement} isRequired={isRequired} />
      <div
        ref={box}
        className={classNames(fieldStyles.box, styles.box)}
        data-invalid={error !== undefined || undefined}
      >
        <div className={classNames(fieldStyles.mono, styles.mirror)} aria-hidden>
          {markedParts(value, marks).map(({ text, isMarked }, index) => (
            <span key={index} className={isMarked ? styles.marked : undefined}>
              {text}
            </span>
          ))}
          {/* Keeps the height of an empty field, and of one that ends in a space. */}
          {'\u200b'}
        </div>
        <AriaTextArea
          ref={input}
          rows={1}
          placeholder={placeholder}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          aria-autocomplete={suggest ? 'list' : undefined}
          aria-controls={isOpen ? listId : undefined}
          aria-activedescendant={isOpen ? `${listId}-${chosen}` : undefined}
          className={classNames(fieldStyles.mono, styles.input)}
          onInput={({ currentTarget }) => offer(currentTarget.value, currentTarget.selectionStart, false)}
          onKeyDown={onKeyDown}
          onPointerDown={close}
          onBlur={close}
        />
      </div>
      <FieldMessages description={description} error={error} />
      <CodeSuggestions
        id={listId}
        options={options}
        chosen={chosen}
        onChoose={setChosen}
        onTake={take}
        anchor={box}
        onClose={close}
      />
    </TextField>
  )
}

/** The text cut where a mark begins or ends. */
export function markedParts(text: string, marks: readonly CodeMark[]): { text: string; isMarked: boolean }[] {
  const edges = [0, ...marks.flatMap(({ start, end }) => [start, end]), text.length]
    .filter((at) => at >= 0 && at <= text.length)
    .toSorted((a, b) => a - b)
  return edges.slice(0, -1).flatMap((from, i) => {
    const to = edges[i + 1]!
    if (from === to) return []
    return [{ text: text.slice(from, to), isMarked: marks.some(({ start, end }) => start <= from && end >= to) }]
  })
}
