/**
 * A number as the app writes it: `1,234.5`, a true minus sign, at most `digits` decimals.
 * `keepZeros` keeps all decimals, so that the figures of a column stand under each other.
 */
export function formatNumber(value: number, digits = 2, keepZeros = false): string {
  if (!Number.isFinite(value)) return '–'
  const text = value.toLocaleString('en-GB', {
    minimumFractionDigits: keepZeros ? digits : 0,
    maximumFractionDigits: digits,
    signDisplay: 'negative',
  })
  return text.replace('-', '−')
}
