/** `#` stands for a number. */
const pattern = (text: string) => new RegExp(text.replaceAll('#', String.raw`(-?\d+(?:\.\d+)?)`), 'i')

// The place that is marked comes before the middle of the view.
const latitudeFirst: readonly RegExp[] = [
  pattern('!3d#!4d#'),
  pattern(String.raw`[?&](?:mlat|lat|latitude)=#&(?:.*&)?(?:mlon|lon|lng|long|longitude)=#`),
  pattern(String.raw`[?&](?:q|query|ll|sll|center|destination|daddr|coordinate|cp|map)=(?:loc:)?#[,~ +]+#`),
  pattern('/@#,#'),
  pattern(String.raw`\bmap=[\d.]+/#/#`),
  pattern('/(?:search|place|dir)/#,[+ ]*#'),
  pattern('^geo:#,#'),
]
/** Yandex names the longitude first. */
const longitudeFirst = pattern(String.raw`\byandex\.[^?]*\?(?:.*&)?(?:pt|ll)=#,#`)

export const isLink = (text: string): boolean => /^\s*(https?:\/\/|www\.|geo:)/i.test(text)

/** What a link to a map names: of Google, OpenStreetMap, Bing, Apple, Yandex, or a `geo:` address (RFC 5870). */
export function latLngOfLink(text: string): [lat: string, lng: string] | null {
  const link = decoded(text.trim())
  const [, x, y] = longitudeFirst.exec(link) ?? []
  if (x !== undefined && y !== undefined) return [y, x]
  for (const each of latitudeFirst) {
    const [, lat, lng] = each.exec(link) ?? []
    if (lat !== undefined && lng !== undefined) return [lat, lng]
  }
  return null
}

function decoded(link: string): string {
  try {
    return decodeURIComponent(link)
  } catch {
    return link
  }
}
