import { Link } from 'react-aria-components'
import type { BlockSpec } from '#src/blocks/block-spec.ts'
import { Tokens } from '#src/ui/data/quantity.tsx'
import styles from './insights.module.css'

type BlockChoiceProps = { block: BlockSpec; href: string; missing: readonly string[] }

/** A block to choose: what it finds, and why it can not be run if so. */
export function BlockChoice({ block: { title, description, unitPrice }, href, missing }: BlockChoiceProps) {
  return (
    <li>
      <Link href={href} className={styles.choice}>
        <span className={styles.choiceHead}>
          <span className={styles.choiceTitle}>{title}</span>
          {unitPrice !== undefined && (
            <span className={styles.note} title="What it costs over this AOI is said before it runs">
              <Tokens amount={unitPrice} /> a unit
            </span>
          )}
        </span>
        <span className={styles.note}>{description}</span>
        {missing.map((reason) => (
          <span key={reason} className={styles.missing}>
            {reason}.
          </span>
        ))}
      </Link>
    </li>
  )
}
