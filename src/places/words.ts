import { formatNumber } from '#src/ui/data/format-number.ts'

/** What the search of places says. */
export const words = {
  find: 'Find a place',
  placeholder: 'Place or coordinates',
  alsoKnownAs: (name: string, other: string) => `${name} (${other})`,
  country: 'Country',
  region: (country: string) => `Region of ${country}`,
  town: (where: string, population: number) =>
    [where, population > 0 ? inhabitants(population) : ''].filter(Boolean).join(' · '),
  searching: 'Searching',
  typeSomething: 'A town, a region, a country; or coordinates: degrees, UTM, MGRS, a link to a map.',
  nothing: (query: string) => `No place of 1,000 people or more is called “${query}”.`,
  failed: 'The list of places could not be loaded. Type on to try again.',
  useAsArea: 'Use as area',
  coordinates: 'Coordinates',
  notations: { decimal: 'degrees', dms: 'degrees, minutes, seconds', utm: 'UTM', mgrs: 'MGRS' },
  notation: (now: string, next: string) => `Coordinates in ${now}. Press for ${next}.`,
  copyMiddle: 'Copy the coordinates of the middle of the map',
  copyKey: 'Copy the coordinates under the pointer, or of the middle of the map',
  copied: (coordinates: string) => `Copied ${coordinates}`,
  copyRefused: 'The browser refused to copy',
  forget: 'Close',
  found: (label: string) => `At ${label}`,
}

function inhabitants(population: number): string {
  if (population >= 1e6) return `${formatNumber(population / 1e6, 1)} M people`
  return `${formatNumber(population >= 10_000 ? Math.round(population / 1000) * 1000 : population, 0)} people`
}
