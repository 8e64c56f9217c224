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
  // A floor, for one, is in the base price already: then there is no sum to show, only a reason.
  const isSum = uplifts.some(({ amount }) => Boolean(amount))
  return (
    <dl className={styles.uplifts}>
      {isSum && <PriceRow label="Base price" amount={item.base_amount} />}
      {uplifts.map(({ title, subtitle, percentage, amount }, index) => (
        <div key={index} className={styles.uplift}>
          <dt>
            {title || 'Uplift'}
            {Boolean(percentage) && <span data-figures> {signed(percentage ?? 0)} %</span>}
            {subtitle && <span className={styles.upliftReason}>{subtitle}</span>}
          </dt>
          <dd>{amount ? <Tokens amount={amount} /> : <span className={styles.faint}>in the base price</span>}</dd>
        </div>
      ))}
      {isSum && <PriceRow label="Price" amount={item.final_amount} isStrong />}
    </dl>
  )
}

type PriceRowProps = { label: string; amount: number | null | undefined; isStrong?: boolean }

function PriceRow({ label, amount, isStrong }: PriceRowProps) {
  return (
    <div className={styles.uplift}>
      <dt>{label}</dt>
      <dd>
        <Tokens amount={amount ?? undefined} isStrong={isStrong} />
      </dd>
    </div>
  )
}

const signed = (percent: number) => `${percent > 0 ? '+' : ''}${formatNumber(percent, 1)}`
