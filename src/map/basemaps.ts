import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl'
import { BASEMAP_PALETTE, type MapTheme } from './basemap-palette.ts'
import { LABEL_FONT } from './label-font.ts'
import { layerId } from './layer-slots.ts'

export interface BasemapOptions {
  theme: MapTheme
  /** Names of countries and places. */
  labels: boolean
  projection: 'globe' | 'mercator'
}

export const BASEMAP_ATTRIBUTION = 'Natural Earth, GeoNames (CC BY 4.0)'

/** The deepest tiles there are; MapLibre stretches them further in. */
const TILE_MAX_ZOOM = 6

const tiles = { source: 'basemap' }

/** The whole basemap. All options give the same layers in the same order, so that one can be turned into the other in place. */
export function basemapStyle({ theme, labels, projection }: BasemapOptions): StyleSpecification {
  const colour = BASEMAP_PALETTE[theme]
  return {
    version: 8,
    projection: { type: projection },
    // No atmosphere: a glow around the globe would be the brightest thing on the screen.
    sky: { 'atmosphere-blend': 0 },
    sources: {
      basemap: { type: 'vector', tiles: ['swath-basemap://{z}/{x}/{y}'], minzoom: 0, maxzoom: TILE_MAX_ZOOM },
    },
    layers: [
      { id: ground('sea'), type: 'background', paint: { 'background-color': colour.sea } },
      {
        id: ground('land'),
        ...tiles,
        'source-layer': 'land',
        type: 'fill',
        paint: { 'fill-color': colour.land },
      },
      {
        id: ground('rivers'),
        ...tiles,
        'source-layer': 'river',
        type: 'line',
        minzoom: 3.5,
        maxzoom: 8.5,
        layout: { 'line-cap': 'round', 'line-join': 'round' },
        paint: {
          'line-color': colour.river,
          'line-width': ['interpolate', ['linear'], ['zoom'], 3.5, 0.5, 6, 1.2, 8.5, 1.8],
          // Known to two kilometres only: they bow out where the eye would compare them with a scene.
          'line-opacity': ['interpolate', ['linear'], ['zoom'], 3.5, 0, 4.5, 1, 7, 1, 8.5, 0],
        },
      },
      {
        id: ground('lakes'),
        ...tiles,
        'source-layer': 'lake',
        type: 'fill',
        maxzoom: 11.5,
        paint: {
          'fill-color': colour.sea,
          'fill-opacity': ['interpolate', ['linear'], ['zoom'], 9, 1, 11.5, 0],
        },
      },
      {
        id: reference('states'),
        ...tiles,
        'source-layer': 'state',
        type: 'line',
        minzoom: 3.5,
        maxzoom: 9,
        paint: {
          'line-color': colour.state,
          'line-width': 0.8,
          'line-dasharray': [3, 2],
          'line-opacity': ['interpolate', ['linear'], ['zoom'], 3.5, 0, 4.5, 1, 7, 1, 9, 0],
        },
      },
      {
        id: reference('borders'),
        ...tiles,
        'source-layer': 'border',
        type: 'line',
        layout: { 'line-join': 'round' },
        paint: {
          'line-color': colour.border,
          'line-width': ['interpolate', ['linear'], ['zoom'], 1, 0.4, 4, 0.8, 8, 1.2],
          'line-opacity': ['interpolate', ['linear'], ['zoom'], 1, 0.6, 4, 1],
        },
      },
      placeNames(theme, labels),
      countryNames(theme, labels),
    ],
  }
}

function countryNames(theme: MapTheme, labels: boolean): LayerSpecification {
  const colour = BASEMAP_PALETTE[theme]
  return {
    id: reference('countries'),
    ...tiles,
    'source-layer': 'country',
    type: 'symbol',
    minzoom: 1,
    maxzoom: 7.5,
    // Zoom 1 shows the giants; each further zoom adds the next smaller rank.
    filter: ['<=', ['get', 'rank'], ['step', ['zoom'], 0, 2, 1, 2.7, 2, 3.4, 3, 4.2, 4, 5, 5, 6, 9]],
    layout: {
      visibility: visibility(labels),
      'text-field': ['get', 'name'],
      'text-font': LABEL_FONT,
      'text-size': ['interpolate', ['linear'], ['zoom'], 1, 10.5, 4, rankedSize(13.5), 7, rankedSize(18)],
      'text-letter-spacing': 0.09,
      'text-transform': 'uppercase',
      'text-max-width': 8,
      'text-line-height': 1.25,
      'text-padding': 6,
      'symbol-sort-key': ['get', 'rank'],
    },
    paint: {
      'text-color': colour.countryName,
      'text-halo-color': colour.halo,
      'text-halo-width': 1.2,
      'text-opacity': ['interpolate', ['linear'], ['zoom'], 6.5, 1, 7.5, 0],
    },
  }
}

const rankedSize = (largest: number): ExpressionSpecification => [
  'interpolate',
  ['linear'],
  ['get', 'rank'],
  0,
  largest,
  5,
  largest - 4,
]

/** Inhabitants from which a place is named, by zoom. Collision thins them further, larger places first. */
const NAMED_FROM: ExpressionSpecification = [
  'step',
  ['zoom'],
  8_000_000,
  3.2,
  3_000_000,
  4,
  1_000_000,
  5,
  350_000,
  6,
  90_000,
  7,
  30_000,
  8,
  12_000,
  9,
  5_000,
  10,
  1_000,
]

function placeNames(theme: MapTheme, labels: boolean): LayerSpecification {
  const colour = BASEMAP_PALETTE[theme]
  const isCapital: ExpressionSpecification = ['has', 'capital']
  const bySize = (small: number, large: number): ExpressionSpecification => [
    'interpolate',
    ['linear'],
    ['log10', ['get', 'population']],
    3,
    small,
    7,
    large,
  ]
  return {
    id: reference('places'),
    ...tiles,
    'source-layer': 'place',
    type: 'symbol',
    minzoom: 2.6,
    filter: [
      'any',
      ['>=', ['get', 'population'], NAMED_FROM],
      ['all', isCapital, ['>=', ['zoom'], ['case', ['>=', ['get', 'population'], 1_000_000], 3.4, 5]]],
    ],
    layout: {
      visibility: visibility(labels),
      'text-field': ['get', 'name'],
      'text-font': LABEL_FONT,
      'text-size': ['interpolate', ['linear'], ['zoom'], 3, bySize(10, 11.5), 8, bySize(10.5, 17), 12, bySize(12, 22)],
      'text-max-width': 8,
      'text-padding': ['interpolate', ['linear'], ['zoom'], 3, 8, 8, 12],
      'symbol-sort-key': ['-', ['case', isCapital, -20_000_000, 0], ['get', 'population']],
    },
    paint: {
      'text-color': ['case', isCapital, colour.capitalName, colour.placeName],
      'text-halo-color': colour.halo,
      'text-halo-width': 1.2,
    },
  }
}

const ground = (name: string) => layerId('ground', 0, name)
const reference = (name: string) => layerId('reference', 0, name)
const visibility = (isVisible: boolean) => (isVisible ? ('visible' as const) : ('none' as const))
