import { CircleAlert } from 'lucide-react'
import { FieldError as AriaFieldError } from 'react-aria-components'
import { classNames } from '../class-names.ts'
import fieldStyles from './field.module.css'
import styles from './field-error.module.css'

/** The reason a field is not accepted; inside a field it becomes part of the input's description. */
export function FieldError({ children }: { children?: string }) {
  return (
    <AriaFieldError className={classNames(fieldStyles.message, styles.error)}>
      {({ validationErrors }) => {
        const reason = children ?? validationErrors.join(' ')
        if (reason === '') return null
        return (
          <>
            <CircleAlert size={13} aria-hidden />
            <span>{reason}</span>
          </>
        )
      }}
    </AriaFieldError>
  )
}
