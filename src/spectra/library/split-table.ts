import Papa from 'papaparse'

/** `line` counts from 1, as editors do. */
export type TableRow = { line: number; cells: string[] }

export type TextTable = {
  rows: TableRow[]
  /** How this table writes numbers: with a point or a comma. */
  toNumber: (cell: string) => number
}

/** Splits at tabs, semicolons, commas or spaces, whichever the text uses; quotes may hold any of them. Comments begin with #. */
export function splitTable(text: string): TextTable {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .map((line, i) => ({ text: line, line: i + 1 }))
    .filter((each) => each.text.trim() !== '' && !each.text.trimStart().startsWith('#'))
  const sample = lines
    .slice(0, 20)
    .map((each) => each.text)
    .join('\n')
  const separator = ['\t', ';', ','].find((each) => sample.includes(each)) ?? /\s+/
  const hasDecimalComma = separator !== ',' && /(^|[\s;])-?\d+,\d+([\s;]|$)/m.test(sample)
  return {
    rows: lines.map((each) => ({ line: each.line, cells: cellsOf(each.text, separator) })),
    toNumber: (cell) => Number(hasDecimalComma ? cell.replace(',', '.') : cell),
  }
}

function cellsOf(line: string, separator: string | RegExp): string[] {
  if (typeof separator !== 'string') return line.trim().split(separator)
  const [cells = []] = Papa.parse<string[]>(line, { delimiter: separator }).data
  return cells.map((cell) => cell.trim())
}
