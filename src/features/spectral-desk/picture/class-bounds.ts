import { formatNumber } from '#src/ui/data/format-number.ts'

/** Which values a class holds: "0.2 to 0.4", "below 0". */
export function boundsText(min: number, max: number): string {
  if (min === -Infinity) return `below ${formatNumber(max, 4)}`
  return max === Infinity ? `above ${formatNumber(min, 4)}` : `${formatNumber(min, 4)} to ${formatNumber(max, 4)}`
}
