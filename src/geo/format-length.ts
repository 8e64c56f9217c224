/** A length for reading, with its unit: `1,234 km`, `12.3 km`, `850 m` below a kilometre. Three significant digits. */
export function formatLengthKm(km: number): string {
  if (!Number.isFinite(km)) return '–'
  if (km < 1) return `${Number((km * 1000).toPrecision(3))} m`
  return `${km >= 100 ? Math.round(km).toLocaleString('en-US') : Number(km.toPrecision(3))} km`
}
