const units = ['B', 'kB', 'MB', 'GB', 'TB'] as const

/** A size for reading, in decimal units: `812 B`, `4.2 MB`, `128 MB`. */
export function formatBytes(bytes: number): string {
  let value = bytes
  let step = 0
  while (value >= 999.5 && step < units.length - 1) {
    value /= 1000
    step += 1
  }
  const digits = step > 0 && value < 9.95 ? 1 : 0
  return `${value.toFixed(digits)} ${units[step]}`
}
