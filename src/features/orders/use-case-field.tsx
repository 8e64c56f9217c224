import { useState } from 'react'
import { useCases } from '#src/cart/use-cases.ts'
import { Select } from '#src/ui/field/select.tsx'
import { TextField } from '#src/ui/field/text-field.tsx'
import styles from './order-form.module.css'

type UseCaseFieldProps = { value: string; onChange: (usecase: string) => void; error: string | undefined }

const options = [...useCases, { id: 'other', label: 'Other' }]

/** What the pictures are for: one of our words, or any other. Two fields of a grid when it is another. */
export function UseCaseField({ value, onChange, error }: UseCaseFieldProps) {
  const isKnown = useCases.some(({ id }) => id === value)
  const [isOther, setOther] = useState(!isKnown)
  return (
    <>
      <Select
        label="Use case"
        options={options}
        value={isOther ? 'other' : value}
        onChange={(id) => {
          setOther(id === 'other')
          onChange(id === 'other' ? '' : id)
        }}
        error={isOther ? undefined : error}
      />
      {isOther && (
        <div className={styles.wideField}>
          <TextField
            label="Use case in your words"
            isRequired
            autoFocus={value === ''}
            value={value}
            onChange={onChange}
            error={error}
          />
        </div>
      )}
    </>
  )
}
