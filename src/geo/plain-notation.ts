const decimal = String.raw`\d+(?:[.,]\d+)?`

/** Degrees and minutes, perhaps seconds, parted by blanks or dashes alone or with only some of their marks. */
const loose = String.raw`([NSEW]?)\s*([-+−]?\d{1,3})\s*[°º\s-]\s*(\d{1,2}(?:[.,]\d+)?)(?:\s*['′’\s-]\s*(\d{1,2}(?:[.,]\d+)?))?\s*["″”]?\s*([NSEW]?)`
const loosePair = new RegExp(String.raw`^${loose}(\s*[,;/]\s*|\s+|(?<=[NSEW]))${loose}$`, 'i')

/** As pilots and mariners write it: 522350N 0130059E. */
const packedPair = /^(\d{2})(\d{2})(\d{2}(?:\.\d+)?)?([NS])[\s,;/]*(\d{3})(\d{2})(\d{2}(?:\.\d+)?)?([EW])$/i

const utmMarks = new RegExp(
  String.raw`^(?:UTM\s*)?(?:zone\s*)?(\d{1,2}\s*[C-HJ-NP-X])[\s,:;]*(?:E\s*)?(${decimal})\s*(?:m\s*)?E?[\s,;]+(?:N\s*)?(${decimal})\s*(?:m\s*)?N?$`,
  'i',
)
const utmZoneLast = new RegExp(
  String.raw`^(${decimal})\s*(?:m\s*)?E?[\s,;]+(${decimal})\s*(?:m\s*)?N?[\s,;]+(?:UTM\s*)?(?:zone\s*)?(\d{1,2}\s*[C-HJ-NP-X])$`,
  'i',
)

const words: readonly (readonly [pattern: RegExp, letter: string])[] = [
  [/(?<!\p{L})(?:north|nord|norte|noord)(?!\p{L})/giu, 'N'],
  [/(?<!\p{L})(?:south|süd|sued|sud|sur|sul|zuid)(?!\p{L})/giu, 'S'],
  [/(?<!\p{L})(?:east|ost|est|este|leste|oost)(?!\p{L})/giu, 'E'],
  [/(?<!\p{L})(?:west|ouest|oeste|ovest)(?!\p{L})/giu, 'W'],
]
const latitudeLabel = /(?<!\p{L})(?:latitude|lat|breite)\.?\s*[:=]?\s*(?=[-+−\dNS])/giu
const longitudeLabel = /(?<!\p{L})(?:longitude|long|lon|lng|länge)\.?\s*[:=]?\s*(?=[-+−\dEW])/giu

/** Longer is no coordinate, and would keep the patterns busy. */
const longest = 200

/** A coordinate with the words, brackets and blanks of one notation or another, in the marks that `parseCoordinate` reads. */
export function plainNotation(text: string): string {
  if (text.length > longest) return text.trim()
  let plain = text
    .trim()
    .replace(/^[([{]\s*(.*?)\s*[)\]}]$/s, '$1')
    .replace(/^POINT\s*Z?\s*\(\s*(\S+)\s+([^\s)]+).*\)$/i, '$2, $1')
    .replace(/^MGRS[\s:]+/i, '')
  for (const [pattern, letter] of words) plain = plain.replaceAll(pattern, letter)
  return latitudeFirst(plain)
    .replace(utmMarks, '$1 $2 $3')
    .replace(utmZoneLast, '$3 $1 $2')
    .replace(packedPair, (_, ...parts: Parts) => marked(['', ...parts.slice(0, 4)], ['', ...parts.slice(4, 8)]))
    .replace(loosePair, (whole, ...parts: Parts) => {
      const [first, between, second] = [parts.slice(0, 5), parts[5] ?? '', parts.slice(6, 11)]
      // Four bare numbers could as well be two points or a box.
      const isTold =
        /[NSEW]/i.test(whole) || (/[,;/]/.test(between) && first[3] !== undefined && second[3] !== undefined)
      return isTold ? marked(first, second) : whole
    })
}

/** `lon=13, lat=52` as `52; 13`. */
function latitudeFirst(text: string): string {
  const [lat, lng] = [text.search(latitudeLabel), text.search(longitudeLabel)]
  if (lat < 0 || lng < 0) return text
  const bare = (part: string) =>
    part
      .replace(latitudeLabel, '')
      .replace(longitudeLabel, '')
      .replace(/[\s,;]+$/, '')
  const second = Math.max(lat, lng)
  const parts = [bare(text.slice(0, second)), bare(text.slice(second))]
  return (lat < lng ? parts : parts.toReversed()).join('; ')
}

type Parts = (string | undefined)[]

function marked(...angles: readonly Parts[]): string {
  return angles
    .map(([before = '', degrees, minutes, seconds, behind = '']) => {
      const end = seconds === undefined ? '' : `${seconds}"`
      return `${before}${degrees}°${minutes}'${end}${behind}`
    })
    .join(' ')
}
