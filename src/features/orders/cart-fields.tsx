import { useState } from 'react'
import type { Project } from '#src/contract/projects.ts'
import { Select } from '#src/ui/field/select.tsx'
import { TextField } from '#src/ui/field/text-field.tsx'
import styles from './cart.module.css'
import type { ItemProblem } from './order-problems.ts'
import { useCases } from '#src/cart/use-cases.ts'

type CartFieldsProps = {
  projects: readonly Project[]
  projectId: string | undefined
  onProjectChange: (id: string) => void
  usecase: string
  onUsecaseChange: (usecase: string) => void
  problems: ReadonlyMap<number, readonly ItemProblem[]>
}

const options = [...useCases, { id: 'other', label: 'Other' }]

/** What holds for the whole order. */
export function CartFields(props: CartFieldsProps) {
  const { projects, projectId, onProjectChange, usecase, onUsecaseChange, problems } = props
  const [isOther, setOther] = useState(false)
  const problemOf = (field: string) => [...problems.values()].flat().find((problem) => problem.field === field)?.reason
  return (
    <div className={styles.fields}>
      <Select
        label="Project"
        isRequired
        isDisabled={projects.length === 0}
        placeholder={projects.length === 0 ? 'Loading' : 'Choose'}
        options={projects.map(({ id, title, name }) => ({ id, label: title || name || id }))}
        value={projectId}
        onChange={onProjectChange}
        error={problemOf('project_id')}
      />
      <Select
        label="Use case"
        options={options}
        value={isOther ? 'other' : usecase}
        onChange={(id) => {
          setOther(id === 'other')
          onUsecaseChange(id === 'other' ? '' : id)
        }}
        error={isOther ? undefined : problemOf('usecase')}
      />
      {isOther && (
        <div className={styles.wideField}>
          <TextField
            label="Use case in your words"
            isRequired
            autoFocus
            value={usecase}
            onChange={onUsecaseChange}
            error={problemOf('usecase')}
          />
        </div>
      )}
    </div>
  )
}
