import type { OrderItem } from '#src/contract/order-items.ts'
import { Tokens } from '#src/ui/data/quantity.tsx'
import { formatNumber } from '#src/ui/data/format-number.ts'
import styles from './cart.module.css'

/** How a price comes about: the base, and what makes it higher or lower. Nothing when base and price are one. */
export function UpliftRows({
  item,
}: {
  item: Pick<OrderItem, 'base_amount' | 'final_amount' | 'uplifts'> | undefined
}) {
  const uplifts = item?.uplifts ?? []
  if (!item || uplifts.length === 0) return null
  return (
    <dl className={styles.uplifts}>
      <div className={styles.uplift}>
        <dt>Base price</dt>
        <dd>
          <Tokens amount={item.base_amount ?? undefined} />
        </dd>
      </div>
      {uplifts.map(({ title, subtitle, percentage, amount }, index) => (
        <div key={index} className={styles.uplift}>
          <dt>
            {title || 'Uplift'}
            {Boolean(percentage) && <span data-figures> {signed(percentage ?? 0)} %</span>}
            {subtitle && <span className={styles.upliftReason}>{subtitle}</span>}
          </dt>
          <dd>{amount ? <Tokens amount={amount} /> : <span className={styles.faint}>included</span>}</dd>
        </div>
      ))}
      <div className={styles.uplift}>
        <dt>Price</dt>
        <dd>
          <Tokens amount={item.final_amount ?? undefined} isStrong />
        </dd>
      </div>
    </dl>
  )
}

const signed = (percent: number) => `${percent > 0 ? '+' : ''}${formatNumber(percent, 1)}`
