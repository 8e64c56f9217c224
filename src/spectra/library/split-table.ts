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
  if (!line.includes('"')) return line.split(separator).map((cell) => cell.trim())
  const cells = ['']
  let isQuoted = false
  for (let i = 0; i < line.length; i++) {
    const char = line[i]!
    if (char === '"' && isQuoted && line[i + 1] === '"') {
      cells[cells.length - 1] += '"'
      i++
    } else if (char === '"') isQuoted = !isQuoted
    else if (char === separator && !isQuoted) cells.push('')
    else cells[cells.length - 1] += char
  }
  return cells.map((cell) => cell.trim())
}
