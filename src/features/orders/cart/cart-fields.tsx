import type { DeliveryChoice } from '../delivery-choice.ts'
import { DeliveryFields } from '../delivery-fields.tsx'
import styles from '../order-form.module.css'
import type { ItemProblem } from '../order-problems.ts'
import { ProjectField } from '../project-field.tsx'
import { UseCaseField } from '../use-case-field.tsx'

type CartFieldsProps = {
  projectId: string | undefined
  onProjectChange: (id: string) => void
  usecase: string
  onUsecaseChange: (usecase: string) => void
  delivery: DeliveryChoice
  onDeliveryChange: (changes: Partial<DeliveryChoice>) => void
  /** Of the archive items. */
  problems: readonly ItemProblem[]
}

/** What holds for all scenes of the archive; a new picture says it for itself. */
export function CartFields(props: CartFieldsProps) {
  const { projectId, onProjectChange, usecase, onUsecaseChange, delivery, onDeliveryChange, problems } = props
  const problemOf = (field: string) => problems.find((problem) => problem.field === field)?.reason
  return (
    <div className={styles.fields}>
      <ProjectField value={projectId} onChange={onProjectChange} error={problemOf('project_id')} />
      <UseCaseField value={usecase} onChange={onUsecaseChange} error={problemOf('usecase')} />
      <DeliveryFields
        value={delivery}
        onChange={onDeliveryChange}
        storeError={problemOf('cloud_delivery.config') ?? problemOf('cloud_delivery')}
        folderError={problemOf('cloud_delivery.path')}
      />
    </div>
  )
}
