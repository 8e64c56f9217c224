import type { ValueClass } from '#src/imagery/paint.ts'

/** A class of a legend as its style says it. */
export type LegendClass = ValueClass & { label: string }

/**
 * The classes of a raster style (OGC Styled Layer Descriptor 1.0). With type "intervals" an entry paints the values below
 * its quantity that are not below the one before; otherwise entries are points, and a class reaches to the next one.
 * Transparent entries paint nothing and only say where the first class begins.
 */
export function parseSld(xml: string): LegendClass[] {
  const map = /<(?:\w+:)?ColorMap\b([^>]*)>/.exec(xml)
  if (!map) return []
  const isIntervals = /\btype\s*=\s*"intervals"/.test(map[1] ?? '')
  const entries = [...xml.matchAll(/<(?:\w+:)?ColorMapEntry\b([^>]*?)\/?>/g)]
    .map(([, attributes = '']) => readEntry(attributes))
    .filter(({ quantity }) => Number.isFinite(quantity))
    .toSorted((a, b) => a.quantity - b.quantity)
  return entries.flatMap(({ colour, label, quantity, opacity }, i) => {
    const before = entries[i - 1]?.quantity ?? -Infinity
    const after = entries[i + 1]?.quantity ?? Infinity
    const [min, max] = isIntervals ? [before, quantity] : [quantity, after]
    if (opacity === 0) return []
    return [{ colour, min, max, label: label || rangeLabel(min, max) }]
  })
}

function readEntry(attributes: string) {
  const read = new Map(
    [...attributes.matchAll(/(\w+)\s*=\s*"([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
  )
  return {
    colour: (read.get('color') ?? '#808080').toLowerCase(),
    quantity: Number.parseFloat(read.get('quantity') ?? ''),
    label: unescape(read.get('label') ?? '').trim(),
    opacity: Number.parseFloat(read.get('opacity') ?? '1'),
  }
}

/** For classes that have no name: their bounds, to three digits. */
export function rangeLabel(min: number, max: number): string {
  const write = (value: number) => String(Number(value.toPrecision(3))).replace('-', '−')
  if (min === -Infinity) return `below ${write(max)}`
  return max === Infinity ? `${write(min)} and above` : `${write(min)} to ${write(max)}`
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function unescape(text: string): string {
  return text.replace(/&(#x?)?([\da-z]+);/gi, (whole, numeric: string | undefined, body: string) => {
    if (numeric === undefined) return entities[body] ?? whole
    const code = Number.parseInt(body, numeric.toLowerCase() === '#x' ? 16 : 10)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
