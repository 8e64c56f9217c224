const formats = new Map<string, Intl.NumberFormat>()

/**
 * A number as the app writes it: `1,234.5`, a true minus sign, at most `digits` decimals.
 * `keepZeros` keeps all decimals, so that the figures of a column stand under each other.
 */
export function formatNumber(value: number, digits = 2, keepZeros = false): string {
  return Number.isFinite(value) ? formatOf(digits, keepZeros).format(value).replace('-', '−') : '–'
}

/** Making one takes longer than a hundred uses, and a chart under the pointer has hundreds of figures. */
function formatOf(digits: number, keepZeros: boolean): Intl.NumberFormat {
  const key = `${digits} ${keepZeros}`
  let format = formats.get(key)
  if (!format) {
    format = new Intl.NumberFormat('en-GB', {
      minimumFractionDigits: keepZeros ? digits : 0,
      maximumFractionDigits: digits,
      signDisplay: 'negative',
    })
    formats.set(key, format)
  }
  return format
}
