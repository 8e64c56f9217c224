import { formatNumber } from '#src/ui/data/format-number.ts'

/** A value of a formula in four digits, whatever its size. */
export function formatFigure(value: number): string {
  const digits = value === 0 ? 0 : Math.min(8, Math.max(0, 3 - Math.floor(Math.log10(Math.abs(value)))))
  return formatNumber(value, digits)
}
