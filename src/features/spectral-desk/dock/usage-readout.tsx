import { useSyncExternalStore } from 'react'
import { formatBytes } from '#src/downloads/format-bytes.ts'
import { imageryUsage } from '#src/imagery/imagery-usage.ts'
import { formatNumber } from '#src/ui/data/format-number.ts'
import styles from './dock.module.css'

/** What looking takes: unpacked pixels in memory, of what they may fill, and what was read for them. */
export function UsageReadout() {
  const { heldBytes, budgetBytes, fetchedBytes, requests, inFlight } = useSyncExternalStore(
    imageryUsage.subscribe,
    imageryUsage.get,
  )
  if (requests === 0) return null
  return (
    <p
      className={styles.usage}
      data-figures
      title="Unpacked pixels stay in memory up to this much; what was not looked at the longest goes first."
    >
      <span>
        {formatBytes(heldBytes)} of {formatBytes(budgetBytes)} held
      </span>
      <span className={styles.read}>
        {inFlight > 0
          ? `reading … ${formatBytes(fetchedBytes)}`
          : `${formatBytes(fetchedBytes)} read in ${formatNumber(requests, 0)} ${requests === 1 ? 'request' : 'requests'}`}
      </span>
    </p>
  )
}
