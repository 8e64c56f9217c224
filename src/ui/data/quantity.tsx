import { classNames } from '../class-names.ts'
import { formatNumber } from './format-number.ts'
import styles from './quantity.module.css'

type QuantityProps = {
  value: number | undefined
  unit: string
  digits?: number
  /** Keeps all decimals, for columns. */
  keepZeros?: boolean
  isStrong?: boolean
}

/** A number with its unit, which never break apart. */
export function Quantity({ value, unit, digits = 2, keepZeros, isStrong }: QuantityProps) {
  if (value === undefined) return <span className={styles.unit}>–</span>
  return (
    <span data-figures className={classNames(styles.quantity, isStrong && styles.strong)}>
      {formatNumber(value, digits, keepZeros)}
      <span className={styles.unit}>{unit}</span>
    </span>
  )
}

/** What the service charges: its currency is the token. */
export function Tokens({ amount, isStrong }: { amount: number | undefined; isStrong?: boolean }) {
  return <Quantity value={amount} unit={amount === 1 ? 'token' : 'tokens'} isStrong={isStrong} />
}
