import type { OrderItem } from '#src/contract/order-items.ts'
import { Tokens } from '#src/ui/data/quantity.tsx'
import { formatNumber } from '#src/ui/data/format-number.ts'
import { isFeasibilityLine } from './feasibility.ts'
import styles from './order-form.module.css'

type UpliftRowsProps = {
  item: Pick<OrderItem, 'base_amount' | 'final_amount' | 'uplifts'> | undefined
  /** What the base price is made of, as "100 km² × 3 captures". With it the sum always shows. */
  baseOf?: string
}

/** How a price comes about: the base, and what makes it higher or lower. Nothing when base and price are one. */
export function UpliftRows({ item, baseOf }: UpliftRowsProps) {
  const uplifts = (item?.uplifts ?? []).filter((line) => !isFeasibilityLine(line))
  if (!item || (uplifts.length === 0 && baseOf === undefined)) return null
  // A floor, for one, is in the base price already: then there is no sum to show, only a reason.
  const isSum = baseOf !== undefined || uplifts.some(({ amount }) => Boolean(amount))
  return (
    <dl className={styles.uplifts}>
      {isSum && <PriceRow label="Base price" reason={baseOf} amount={item.base_amount} />}
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

type PriceRowProps = { label: string; reason?: string; amount: number | null | undefined; isStrong?: boolean }

function PriceRow({ label, reason, amount, isStrong }: PriceRowProps) {
  return (
    <div className={styles.uplift}>
      <dt>
        {label}
        {reason && <span className={styles.upliftReason}>{reason}</span>}
      </dt>
      <dd>
        <Tokens amount={amount ?? undefined} isStrong={isStrong} />
      </dd>
    </div>
  )
}

const signed = (percent: number) => `${percent > 0 ? '+' : ''}${formatNumber(percent, 1)}`
