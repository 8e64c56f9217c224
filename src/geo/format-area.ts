/**
 * An area for reading, with its unit: `1,234 km²`, `12.3 km²`, `45.6 ha` below 1 km2, `850 m²` below a hectare. Three
 * significant digits, since outlines are rarely drawn better.
 */
export function formatAreaKm2(km2: number, unit: 'auto' | 'km2' | 'ha' = 'auto'): string {
  if (!Number.isFinite(km2)) return '–'
  if (unit === 'ha' || (unit === 'auto' && km2 < 1 && km2 >= 0.01)) return `${digits(km2 * 100)} ha`
  if (unit === 'auto' && km2 < 0.01) return `${digits(km2 * 1e6)} m²`
  return `${digits(km2)} km²`
}

function digits(value: number): string {
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en-US')
  return String(Number(value.toPrecision(3)))
}
