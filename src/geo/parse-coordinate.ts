import { isLink, latLngOfLink } from './map-link.ts'
import { fromMgrs, toMgrs } from './mgrs.ts'
import { plainNotation } from './plain-notation.ts'
import { fromUtm } from './utm.ts'

export type ParsedCoordinate =
  | { ok: true; lngLat: [lng: number, lat: number]; understoodAs: string }
  | { ok: false; message: string; at?: number }

const utmPattern = /^(\d{1,2})\s*([C-HJ-NP-X])\s*(\d{5,7}(?:\.\d+)?)\s*(?:m?E)?[\s,;]+(\d{1,8}(?:\.\d+)?)\s*(?:m?N)?$/i

// Zone, row, square of 100 km, then as many digits of easting as of northing.
const mgrsPattern = /^(\d{1,2})\s*([C-HJ-NP-X])\s*([A-Z])\s*([A-Z])\s*(\d*)\s*(\d*)$/i

/**
 * Reads one point as people write it: decimal degrees (latitude first unless letters say otherwise), degrees and minutes,
 * degrees, minutes and seconds, UTM (`33U 366975 5806125`), MGRS (`33U UU 65039 07071`) or a link to a map. `understoodAs`
 * repeats what was understood; a failure says what is wrong and from which character of the text.
 */
export function parseCoordinate(text: string): ParsedCoordinate {
  if (text.trim() === '') return { ok: false, message: 'Type a coordinate, such as 52.39, 13.07.' }
  if (isLink(text)) return parseLink(text)
  const plain = plainNotation(text)
  const utm = utmPattern.exec(plain)
  if (utm) return parseUtm(utm)
  const mgrs = mgrsPattern.exec(plain)
  if (mgrs) return parseMgrs(mgrs)
  const parsed = parseDegrees(plain)
  // What is wrong is told of the text as it was typed.
  return parsed.ok ? parsed : parseDegrees(text)
}

function parseLink(text: string): ParsedCoordinate {
  const latLng = latLngOfLink(text)
  if (latLng) {
    const parsed = parseDegrees(latLng.join('; '))
    return parsed.ok ? { ...parsed, understoodAs: 'link to a map' } : { ok: false, message: parsed.message }
  }
  const message =
    'This link names no coordinates: open it, and copy the address that stands there when the map is shown.'
  return { ok: false, message }
}

function parseUtm([
  ,
  zoneText = '',
  letter = '',
  eastingText = '',
  northingText = '',
]: RegExpExecArray): ParsedCoordinate {
  const zone = Number(zoneText)
  if (zone < 1 || zone > 60) return { ok: false, message: `There is no UTM zone ${zone}: they run from 1 to 60.` }
  const [easting, northing] = [Number(eastingText), Number(northingText)]
  if (easting < 100_000 || easting > 900_000) {
    return { ok: false, message: `An easting of ${easting} m is outside its zone: it lies between 100000 and 900000.` }
  }
  if (northing > 10_000_000) return { ok: false, message: `A northing of ${northing} m is more than 10000000.` }
  const upper = letter.toUpperCase()
  // "S" alone is both the row 32°-40° north and, for many, short for south. As a row the place lies within that row.
  const asRow = fromUtm([easting, northing], (upper >= 'N' ? 32600 : 32700) + zone)
  const inRowS = upper === 'S' && asRow[1] >= 31.5 && asRow[1] <= 40.5
  const north = upper >= 'N' && (upper !== 'S' || inRowS)
  const lngLat = fromUtm([easting, northing], (north ? 32600 : 32700) + zone)
  return { ok: true, lngLat, understoodAs: `UTM zone ${zone} ${north ? 'north' : 'south'}` }
}

/** The middle of the square named: of 1 m with five digits each, of 100 km with none. */
function parseMgrs([, zone = '', row = '', column = '', line = '', ...digits]: RegExpExecArray): ParsedCoordinate {
  const all = digits.join('')
  const [easting = '', northing = ''] = digits
  const isPaired = all.length % 2 === 0 && all.length <= 10 && (northing === '' || easting.length === northing.length)
  if (!isPaired) {
    const message = `An MGRS reference has as many digits of easting as of northing, at most five each: this has "${all}".`
    return { ok: false, message }
  }
  const square = `${zone}${row}${column}${line}`.toUpperCase()
  try {
    const lngLat = fromMgrs(`${square}${all}`)
    // Letters of another zone are read as a place far away.
    if (toMgrs(lngLat, 0) === square) return { ok: true, lngLat, understoodAs: `MGRS square ${square}` }
  } catch {
    // Told below: the letters of a square depend on its zone.
  }
  return { ok: false, message: `There is no MGRS square ${square}: check the zone and its three letters.` }
}

type Angle = { degrees: number; axis?: 'lat' | 'lng'; at: number; style: string }

// A sign, up to three numbers with their marks, a letter before or behind. A small s marks seconds, a large one is south.
const anglePattern =
  /([NSEWOnsewo])?\s*([-+−]?\d+(?:[.,]\d+)?)\s*(?:°|º|deg|d|:)?\s*(?:(\d+(?:[.,]\d+)?)\s*(?:'|′|’|min(?![a-z])|m(?![a-z])|:)\s*(?:(\d+(?:[.,]\d+)?)\s*(?:"|″|”|''|sec(?![a-z])|s(?![a-z])|(?=[NSEWOnewo])|(?<=:\s*[\d.]+)))?)?\s*([NSEWOnsewo](?![A-Za-z]))?/gy

function parseDegrees(text: string): ParsedCoordinate {
  const angles: Angle[] = []
  let at = 0
  // A comma between digits is a decimal comma only if another separator is left to part the two numbers.
  const commaIsDecimal = /\d,\d+[°\s]*[NSEW]?(?:\s*[;/]|,?\s)\s*[NSEW]?\s*[-+−]?\d+,\d/i.test(text)
  const source = commaIsDecimal ? text : text.replaceAll(/(\d),/g, '$1;')
  while (at < source.length) {
    if (/[\s,;/|]/.test(source.charAt(at))) {
      at++
      continue
    }
    anglePattern.lastIndex = at
    const match = anglePattern.exec(source)
    if (!match || match[0] === '') {
      return { ok: false, message: `"${text.slice(at, at + 12).trim()}" is not part of a coordinate.`, at }
    }
    const angle = angleFrom(match, at)
    if (typeof angle === 'string') return { ok: false, message: angle, at }
    angles.push(angle)
    at = anglePattern.lastIndex
    // In "N 52.4 E 13.1" the E belongs to the number behind it.
    if (match[1] && match[5]) at = match.index + match[0].lastIndexOf(match[5])
  }
  const [first, second] = angles
  if (!first || !second || angles.length > 2) {
    const found = angles.length === 1 ? 'only one number' : `${angles.length} numbers`
    return { ok: false, message: `A point is a latitude and a longitude: this has ${found}.`, at: 0 }
  }
  if (first.axis && first.axis === second.axis) {
    const message = `Both numbers are ${first.axis === 'lat' ? 'latitudes' : 'longitudes'}: check the letters.`
    return { ok: false, message, at: second.at }
  }
  const lngFirst = first.axis === 'lng' || second.axis === 'lat'
  const [lat, lng] = lngFirst ? [second, first] : [first, second]
  if (Math.abs(lat.degrees) > 90) {
    const swap = Math.abs(lng.degrees) <= 90 && !lat.axis ? ' Latitude comes first: are the two swapped?' : ''
    return { ok: false, message: `A latitude of ${lat.degrees} is past the pole.${swap}`, at: lat.at }
  }
  if (Math.abs(lng.degrees) > 180) {
    return { ok: false, message: `A longitude of ${lng.degrees} is past 180.`, at: lng.at }
  }
  const order = lngFirst ? 'longitude, latitude' : 'latitude, longitude'
  return { ok: true, lngLat: [lng.degrees, lat.degrees], understoodAs: `${order} in ${first.style}` }
}

function angleFrom(match: RegExpExecArray, at: number): Angle | string {
  const [, before, degreesText = '', minutesText, secondsText, behind] = match
  const letter = (before ?? behind)?.toUpperCase()
  const number = (text: string | undefined) => Number((text ?? '0').replace(',', '.').replace('−', '-'))
  const [degrees, minutes, seconds] = [number(degreesText), number(minutesText), number(secondsText)]
  if (minutes >= 60 || seconds >= 60) return `"${match[0].trim()}": minutes and seconds are less than 60.`
  const negative = degreesText.startsWith('-') || degreesText.startsWith('−')
  if (negative && letter) return `"${match[0].trim()}" has both a sign and a letter: leave one out.`
  const size = Math.abs(degrees) + minutes / 60 + seconds / 3600
  const signed = negative || letter === 'S' || letter === 'W' ? -size : size
  // "O" is west in Romance languages and east in German: too dangerous to guess.
  if (letter === 'O') return '"O" means east in some languages and west in others: write E or W.'
  const axis =
    letter === undefined ? {} : { axis: letter === 'N' || letter === 'S' ? ('lat' as const) : ('lng' as const) }
  const style = secondsText ? 'degrees, minutes, seconds' : minutesText ? 'degrees and minutes' : 'decimal degrees'
  return { degrees: signed, ...axis, at, style }
}
