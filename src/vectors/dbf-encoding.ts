/** Code pages by the language driver in the header of a table (byte 29), those that TextDecoder knows. */
const pageOfDriver: Readonly<Record<number, string>> = {
  0x03: 'windows-1252',
  0x57: 'windows-1252',
  0x58: 'windows-1252',
  0x59: 'windows-1252',
  0x26: 'ibm866',
  0x65: 'ibm866',
  0x13: 'shift_jis',
  0x7b: 'shift_jis',
  0x4d: 'gbk',
  0x7a: 'gbk',
  0x4e: 'euc-kr',
  0x79: 'euc-kr',
  0x4f: 'big5',
  0x78: 'big5',
  0x50: 'windows-874',
  0x7c: 'windows-874',
  0xc8: 'windows-1250',
  0xc9: 'windows-1251',
  0xca: 'windows-1254',
  0xcb: 'windows-1253',
  0x7d: 'windows-1255',
  0x7e: 'windows-1256',
}

/**
 * In which letters a Shapefile's table is written: as its .cpg file says. Without one it is UTF-8 if it reads as such,
 * since programs write that and leave the header as it was; else as the header says; else Western European.
 */
export function dbfEncoding(dbf: Uint8Array, cpg: Uint8Array | undefined): string {
  const named = cpg && labelOf(new TextDecoder().decode(cpg).trim())
  if (named) return named
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(dbf.subarray(headerBytes(dbf)))
    return 'utf-8'
  } catch {
    return pageOfDriver[dbf[29] ?? 0] ?? 'windows-1252'
  }
}

const headerBytes = (dbf: Uint8Array) => (dbf[8] ?? 0) + 256 * (dbf[9] ?? 0)

/** `UTF-8`, `1252`, `ANSI 1251`, `8859_1`, `OEM 866`, as programs write it; undefined for what TextDecoder does not know. */
function labelOf(text: string): string | undefined {
  const page = /^(?:ANSI|CP|OEM|LDID)?[\s/_-]*(\d{3,5})$/i.exec(text)?.[1]
  const iso = /8859[-_](\d{1,2})/.exec(text)?.[1]
  const candidates = [text, ...(iso ? [`iso-8859-${iso}`] : []), ...(page ? [`windows-${page}`, `ibm${page}`] : [])]
  if (page === '65001') candidates.push('utf-8')
  return candidates.find((candidate) => {
    try {
      return new TextDecoder(candidate)
    } catch {
      return false
    }
  })
}
