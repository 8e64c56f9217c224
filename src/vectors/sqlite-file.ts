export type SqliteValue = number | bigint | string | Uint8Array | null
export type SqliteRow = Readonly<Record<string, SqliteValue>>

type Table = { name: string; columns: string[]; rowIdColumn: string | undefined; rootPage: number }

/**
 * Reads the tables of an SQLite file from first row to last: no SQL, no indices, no writing, by
 * https://www.sqlite.org/fileformat2.html. @throws RangeError on a damaged file.
 */
export class SqliteFile {
  readonly tables: ReadonlyMap<string, Table>
  /** A program writes into a log beside it (WAL), and has not yet put that into the file. */
  readonly isBeingWritten: boolean
  readonly #view: DataView
  readonly #bytes: Uint8Array
  readonly #pageSize: number
  readonly #usable: number
  readonly #decoder: TextDecoder

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const size = this.#view.getUint16(16)
    this.#pageSize = size === 1 ? 65536 : size
    this.#usable = this.#pageSize - this.#view.getUint8(20)
    if (this.#usable < 480) throw new RangeError('the page size is wrong')
    this.isBeingWritten = this.#view.getUint8(18) === 2
    const encoding = ['utf-8', 'utf-8', 'utf-16le', 'utf-16be'][this.#view.getUint32(56)]
    this.#decoder = new TextDecoder(encoding)
    const schema = { name: 'sqlite_master', rowIdColumn: undefined, rootPage: 1 }
    const tables = new Map<string, Table>()
    for (const row of this.#scan({ ...schema, columns: ['type', 'name', 'tbl_name', 'rootpage', 'sql'] })) {
      const { type, name, rootpage, sql } = row
      if (type !== 'table' || typeof name !== 'string' || typeof sql !== 'string' || !rootpage) continue
      tables.set(name.toLowerCase(), { name, rootPage: Number(rootpage), ...columnsOf(sql) })
    }
    this.tables = tables
  }

  /** All rows of a table, none if there is no such table. Column names are in lower case. */
  rows(name: string): Iterable<SqliteRow> {
    const table = this.tables.get(name.toLowerCase())
    return table ? this.#scan(table) : []
  }

  *#scan(table: Table): Generator<SqliteRow> {
    const toVisit = [table.rootPage]
    // No page belongs to a table twice: more pages than there are means a ring.
    let left = Math.ceil(this.#bytes.length / this.#pageSize)
    for (let page = toVisit.pop(); page !== undefined; page = toVisit.pop()) {
      if (left-- <= 0) throw new RangeError('pages lead in a ring')
      const start = (page - 1) * this.#pageSize
      const header = page === 1 ? 100 : start
      const kind = this.#view.getUint8(header)
      if (kind !== 5 && kind !== 13) throw new RangeError(`page ${page} is not of a table`)
      const cells = this.#view.getUint16(header + 3)
      const pointers = header + (kind === 5 ? 12 : 8)
      const cell = (i: number) => start + this.#view.getUint16(pointers + 2 * i)
      if (kind === 5) {
        toVisit.push(this.#view.getUint32(header + 8))
        for (let i = cells - 1; i >= 0; i--) toVisit.push(this.#view.getUint32(cell(i)))
      } else {
        for (let i = 0; i < cells; i++) yield this.#row(table, cell(i))
      }
    }
  }

  #row({ columns, rowIdColumn }: Table, cell: number): SqliteRow {
    const [size, afterSize] = varint(this.#view, cell)
    const [rowId, start] = varint(this.#view, afterSize)
    const payload = this.#payload(start, size)
    const view = new DataView(payload.buffer, payload.byteOffset, payload.byteLength)
    const row: Record<string, SqliteValue> = {}
    let [headerEnd, at] = varint(view, 0)
    let value = headerEnd
    for (const column of columns) {
      // Columns added later are missing from older rows.
      if (at >= headerEnd) {
        row[column] = null
        continue
      }
      const [type, next] = varint(view, at)
      at = next
      const bytes = type >= 12 ? (type - 12) >> 1 : (numberBytes[type] ?? 0)
      row[column] = this.#value(view, value, type, bytes)
      value += bytes
    }
    if (rowIdColumn && row[rowIdColumn] === null) row[rowIdColumn] = rowId
    return row
  }

  #value(view: DataView, at: number, type: number, bytes: number): SqliteValue {
    if (type >= 12) {
      if (at + bytes > view.byteLength) throw new RangeError('a value leads past its row')
      const part = new Uint8Array(view.buffer, view.byteOffset + at, bytes)
      return type % 2 === 0 ? part : this.#decoder.decode(part)
    }
    if (type === 0) return null
    if (type === 7) return view.getFloat64(at)
    if (type >= 8) return type - 8
    let integer = BigInt(view.getInt8(at))
    for (let i = 1; i < bytes; i++) integer = (integer << 8n) | BigInt(view.getUint8(at + i))
    return Number.isSafeInteger(Number(integer)) ? Number(integer) : integer
  }

  /** What of a row does not fit its page continues on overflow pages. */
  #payload(start: number, size: number): Uint8Array {
    const most = this.#usable - 35
    if (size <= most) return this.#bytes.subarray(start, start + size)
    if (size > this.#bytes.length) throw new RangeError('a row is larger than the file')
    const least = Math.floor(((this.#usable - 12) * 32) / 255) - 23
    const fitting = least + ((size - least) % (this.#usable - 4))
    const here = fitting <= most ? fitting : least
    const whole = new Uint8Array(size)
    whole.set(this.#bytes.subarray(start, start + here))
    let page = this.#view.getUint32(start + here)
    for (let filled = here; filled < size; filled += this.#usable - 4) {
      const from = (page - 1) * this.#pageSize
      page = this.#view.getUint32(from)
      const part = Math.min(size - filled, this.#usable - 4)
      whole.set(this.#bytes.subarray(from + 4, from + 4 + part), filled)
    }
    return whole
  }
}

/** Bytes of a value by its serial type. */
const numberBytes = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0]

/** A number of up to nine bytes, and where it ends. Exact to 2^53, which no length reaches. */
function varint(view: DataView, at: number): [value: number, end: number] {
  let value = 0
  for (let i = 0; i < 8; i++) {
    const byte = view.getUint8(at + i)
    value = value * 128 + (byte & 127)
    if (byte < 128) return [value, at + i + 1]
  }
  return [value * 256 + view.getUint8(at + 8), at + 9]
}

/** The columns that `CREATE TABLE` names, in lower case, in the order in which rows hold them. */
function columnsOf(sql: string): Pick<Table, 'columns' | 'rowIdColumn'> {
  const columns: string[] = []
  let rowIdColumn: string | undefined
  for (const part of topLevelParts(sql.slice(sql.indexOf('(') + 1, sql.lastIndexOf(')')))) {
    if (/^(CONSTRAINT|PRIMARY|UNIQUE|CHECK|FOREIGN)\b/i.test(part)) continue
    const [, quoted, bracketed, ticked, bare] =
      /^(?:"((?:[^"]|"")*)"|\[([^\]]*)\]|`([^`]*)`|([^\s(]+))/.exec(part) ?? []
    const name = (quoted?.replaceAll('""', '"') ?? bracketed ?? ticked ?? bare ?? '').toLowerCase()
    columns.push(name)
    if (/\bINTEGER\b[\s\S]*\bPRIMARY\s+KEY\b/i.test(part)) rowIdColumn = name
  }
  return { columns, rowIdColumn }
}

/** Parted at commas, but not at those within brackets or quotes; comments are left out. */
function topLevelParts(text: string): string[] {
  const parts = ['']
  let depth = 0
  for (const [token] of text.matchAll(
    /--[^\n]*|\/\*[\s\S]*?\*\/|"(?:[^"]|"")*"|'(?:[^']|'')*'|\[[^\]]*\]|`[^`]*`|[\s\S]/g,
  )) {
    if (/^(--|\/\*)/.test(token)) continue
    if (token === '(') depth++
    if (token === ')') depth--
    if (token === ',' && depth === 0) parts.push('')
    else parts[parts.length - 1] += token
  }
  return parts.map((part) => part.trim()).filter(Boolean)
}
