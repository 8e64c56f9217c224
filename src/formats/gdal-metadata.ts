/** One entry of the GDAL_METADATA tag (42112): `sample` is a band from 0, absent for the whole file. */
export type MetadataItem = { name: string; value: string; sample?: number; role?: string; domain?: string }

/** All items of the tag, ours or another program's; anything that is not an Item is passed over. */
export function parseGdalMetadata(xml: string): MetadataItem[] {
  // Cut at the marks: a pattern over the whole would take the square of its length for a text that never closes an item.
  return xml
    .split(/<Item\b/)
    .slice(1)
    .map((piece) => {
      const attributesEnd = piece.indexOf('>')
      const valueEnd = piece.indexOf('</Item>')
      const isEmpty = valueEnd < attributesEnd || piece[attributesEnd - 1] === '/'
      const read = new Map<string, string>()
      for (const [, name = '', quoted = ''] of piece.slice(0, attributesEnd).matchAll(/(\w+)\s*=\s*"([^"]*)"/g)) {
        read.set(name, unescapeXml(quoted))
      }
      const sample = Number(read.get('sample'))
      return {
        name: read.get('name') ?? '',
        value: isEmpty ? '' : unescapeXml(unescapeXml(piece.slice(attributesEnd + 1, valueEnd))).trim(),
        ...(read.has('sample') && Number.isInteger(sample) ? { sample } : {}),
        ...(read.has('role') ? { role: read.get('role') } : {}),
        ...(read.has('domain') ? { domain: read.get('domain') } : {}),
      }
    })
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function unescapeXml(text: string): string {
  return text.replace(/&(#x?)?([\da-zA-Z]+);/g, (whole, numeric: string | undefined, body: string) => {
    if (numeric === undefined) return NAMED[body] ?? whole
    const code = Number.parseInt(body, numeric === '#x' ? 16 : 10)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}

/** The tag's XML. */
export function writeGdalMetadata(items: readonly MetadataItem[]): string {
  return `<GDALMetadata>\n${items.map(itemXml).join('')}</GDALMetadata>\n`
}

/** GDAL escapes values twice, and unescapes them twice on reading; so do we. */
function itemXml({ name, value, sample, role }: MetadataItem): string {
  const where = sample === undefined ? '' : ` sample="${sample}"`
  const use = role === undefined ? '' : ` role="${role}"`
  return `  <Item name="${escapeXml(name)}"${where}${use}>${escapeXml(escapeXml(value))}</Item>\n`
}

/** Control characters are not allowed in XML at all, so they are dropped. */
function escapeXml(text: string): string {
  return [...text]
    .filter((character) => character >= ' ' || '\t\n'.includes(character))
    .join('')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
