/** Rows as CSV (RFC 4180), or parted by tabs, which spreadsheets paste into cells. */
export function writeRows(rows: readonly (readonly string[])[], separator: ',' | '\t' = ','): string {
  return `${rows.map((row) => row.map((cell) => quoted(cell, separator)).join(separator)).join('\r\n')}\r\n`
}

/** Seven digits are all that a float32 holds. */
export function figure(value: number | undefined): string {
  return value === undefined || !Number.isFinite(value) ? '' : String(Number(value.toPrecision(7)))
}

/** A cell that begins like a formula would run in a spreadsheet; names are typed by people. */
function quoted(cell: string, separator: string): string {
  const safe = /^[=+@\t]/.test(cell) || /^-[^\d.]/.test(cell) ? `'${cell}` : cell
  return safe.includes(separator) || /["\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
