import { areaFromUrl, areaToUrl } from '#src/geo/area-in-url.ts'
import type { Area } from '#src/geo/rings.ts'

/** A place whose spectrum is shown. Its number names and colours it for as long as it is there. */
export type Sample = PointSample | RegionSample
export type PointSample = SampleBase & { kind: 'point'; place: readonly [lng: number, lat: number] }
export type RegionSample = SampleBase & { kind: 'region'; area: Area }
type SampleBase = {
  number: number
  /** As typed; empty until someone does. */
  name: string
  isShown: boolean
}

/** More lines than an eye can tell apart, and as many as a link may hold. */
export const MAX_SAMPLES = 24
const colours = 8
const longestName = 60

export function sampleName({ kind, number, name }: Sample): string {
  return name || `${kind === 'point' ? 'Point' : 'Region'} ${number}`
}

/** The token of a number's colour. */
export function sampleColour(number: number): `--series-${number}` {
  return `--series-${((number - 1) % colours) + 1}`
}

/** The lowest number that is free, so that colours of what was removed come back first. */
export function nextNumber(samples: readonly Sample[]): number {
  let number = 1
  while (samples.some((sample) => sample.number === number)) number++
  return number
}

/** The same as long as the spectrum is. */
export function placeKey(sample: Sample): string {
  return sample.kind === 'point' ? pointText(sample.place) : areaToUrl(sample.area)
}

/**
 * Samples as text for the address, of characters that need no escaping there: parted by `**`, each `number*place*name`, with a
 * `-` behind the number of one that is hidden. A point is `lng_lat` in degrees to 0.1 m, a region as `areaToUrl` writes it.
 */
export function samplesToText(samples: readonly Sample[]): string {
  return samples
    .map((sample) =>
      [`${sample.number}${sample.isShown ? '' : '-'}`, placeKey(sample), ...(sample.name ? [sample.name] : [])].join(
        '*',
      ),
    )
    .join('**')
}

/** Reads what `samplesToText` wrote. What can not be read is left out, and the second of one number. */
export function samplesFromText(text: string): Sample[] {
  const samples: Sample[] = []
  for (const part of text.split('**').slice(0, MAX_SAMPLES)) {
    const sample = sampleFromText(part)
    if (sample && !samples.some(({ number }) => number === sample.number)) samples.push(sample)
  }
  return samples
}

/** Without what parts samples in the address. */
export function cleanName(name: string): string {
  return name.replaceAll('*', ' ').replace(/\s+/g, ' ').trim().slice(0, longestName)
}

function pointText([lng, lat]: PointSample['place']): string {
  return `${Number(lng.toFixed(6))}_${Number(lat.toFixed(6))}`
}

function sampleFromText(text: string): Sample | undefined {
  const [head = '', where = '', ...rest] = text.split('*')
  const [, digits, hidden] = /^([1-9]\d{0,2})(-?)$/.exec(head) ?? []
  if (digits === undefined) return undefined
  const base = { number: Number(digits), name: cleanName(rest.join(' ')), isShown: hidden === '' }
  const [, lng, lat] = /^(-?[\d.]+)_(-?[\d.]+)$/.exec(where) ?? []
  if (lng !== undefined && lat !== undefined) {
    const place = [Number(lng), Number(lat)] as const
    const isOnEarth = Math.abs(place[0]) <= 180 && Math.abs(place[1]) <= 90
    return isOnEarth ? { ...base, kind: 'point', place } : undefined
  }
  const area = areaFromUrl(where)
  return area ? { ...base, kind: 'region', area } : undefined
}
