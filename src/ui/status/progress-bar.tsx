import { ProgressBar as AriaProgressBar } from 'react-aria-components'
import { classNames } from '../class-names.ts'
import styles from './progress-bar.module.css'
import { timeLeft } from './time-left.ts'

type ProgressBarProps = {
  label: string
  /** How much is done, of `total`; absent while the amount is not known yet. */
  done?: number
  /** 100 when absent, so `done` is a percentage. */
  total?: number
  /** What is counted, in real numbers: "412 of 1,024 MB". A percentage when absent. */
  amount?: string
  secondsLeft?: number
  tone?: 'accent' | 'ok' | 'fail' | 'paused'
  /** Only the bar is drawn, as in a row that already says the numbers. */
  isBare?: boolean
}

/** Long work, in real numbers and with how long is left. */
export function ProgressBar(props: ProgressBarProps) {
  const { label, done, total = 100, amount, secondsLeft, tone = 'accent', isBare = false } = props
  const fraction = done === undefined || total <= 0 ? undefined : Math.min(1, Math.max(0, done / total))
  const measured = amount ?? (fraction === undefined ? '' : `${Math.floor(fraction * 100)} %`)
  const left = secondsLeft === undefined ? '' : timeLeft(secondsLeft)
  return (
    <AriaProgressBar
      aria-label={label}
      value={fraction ?? 0}
      maxValue={1}
      isIndeterminate={fraction === undefined}
      valueLabel={[measured, left].filter(Boolean).join(', ')}
      className={styles.progress}
    >
      {!isBare && (
        <div className={styles.words}>
          <span className={styles.label}>{label}</span>
          <span data-figures>{measured}</span>
        </div>
      )}
      <div className={styles.track}>
        <div
          className={classNames(styles.fill, styles[tone], fraction === undefined && styles.unknown)}
          style={fraction === undefined ? undefined : { width: `${fraction * 100}%` }}
        />
      </div>
      {!isBare && left && <div className={styles.left}>{left}</div>}
    </AriaProgressBar>
  )
}
