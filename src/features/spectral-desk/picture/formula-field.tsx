import type { BandTable } from '#src/formula/bands.ts'
import { completeFormula, describeBands } from '#src/formula/complete.ts'
import type { ReadText } from './picture-trees.ts'
import type { RefObject } from 'react'
import { CodeField } from '#src/ui/field/code-field.tsx'
import { formulaProblem } from './formula-problem.ts'
import styles from './picture.module.css'

type FormulaFieldProps = {
  label: string
  labelPlacement?: 'top' | 'side' | 'hidden'
  value: string
  onChange: (value: string) => void
  read: ReadText<unknown>
  bands: BandTable
  placeholder?: string
  inputRef?: RefObject<HTMLTextAreaElement | null>
  /** Says under the field which bands its words mean. */
  hasReferences?: boolean
}

/** A formula over the bands at hand: completed and checked as it is typed, what is wrong underlined in place. */
export function FormulaField(props: FormulaFieldProps) {
  const { read, bands, hasReferences = false, ...field } = props
  const problem = read.ok ? undefined : formulaProblem(field.value, read.errors)
  return (
    <div className={styles.formula}>
      <CodeField
        {...field}
        marks={read.ok || field.value.trim() === '' ? [] : read.errors}
        suggest={(text, caret, isAsked) => completeFormula(text, caret, bands, isAsked)}
        {...(problem && { error: problem })}
      />
      {hasReferences && read.ok && <References read={read} bands={bands} />}
    </div>
  )
}

function References({ read, bands }: { read: Extract<ReadText<unknown>, { ok: true }>; bands: BandTable }) {
  const seen = new Map(read.references.map(({ text, indices }) => [text, indices]))
  // A band called by its own name needs no words, unless its wavelength is worth some.
  const entries = [...seen].flatMap(([text, indices]) => {
    const meant = describeBands(indices, bands)
    return meant === text ? [] : [{ text, meant: meant.startsWith(`${text}, `) ? meant.slice(text.length + 2) : meant }]
  })
  const offNm = (text: string, indices: readonly number[]) => {
    const asked = /^[Rr](\d+(?:\.\d+)?)$/.exec(text)?.[1]
    const nm = bands[indices[0] ?? -1]?.wavelengthNm
    const off = asked === undefined || nm === undefined ? 0 : Math.abs(nm - Number(asked))
    return off >= 0.05 ? `, ${Number(off.toFixed(1))} nm off` : ''
  }
  if (entries.length === 0) return null
  return (
    <dl className={styles.references}>
      {entries.map(({ text, meant }) => (
        <div key={text}>
          <dt>{text}</dt>
          <dd>
            {meant}
            {offNm(text, seen.get(text) ?? [])}
          </dd>
        </div>
      ))}
    </dl>
  )
}
