export type MapTheme = 'dark' | 'light'

/**
 * Colours of the basemap. True greys close to each other: it has to say where one is and then leave the eye to the
 * imagery. Contrast rises in steps: sea, land, lines, small names, large names.
 */
interface BasemapPalette {
  space: string
  sea: string
  land: string
  river: string
  border: string
  state: string
  /** Over imagery, too: any grey would be lost on some of it, but not half of one. */
  graticule: string
  countryName: string
  placeName: string
  capitalName: string
  halo: string
}

export const BASEMAP_PALETTE: Record<MapTheme, BasemapPalette> = {
  dark: {
    space: '#060606',
    sea: '#0e0e0e',
    land: '#1b1b1b',
    river: '#111111',
    border: '#3d3d3d',
    state: '#2b2b2b',
    graticule: 'rgba(138, 138, 138, 0.26)',
    countryName: '#6f6f6f',
    placeName: '#838383',
    capitalName: '#a3a3a3',
    halo: 'rgba(20, 20, 20, 0.85)',
  },
  light: {
    space: '#cfcfcf',
    sea: '#dedede',
    land: '#f3f3f3',
    river: '#dcdcdc',
    border: '#bdbdbd',
    state: '#dbdbdb',
    graticule: 'rgba(96, 96, 96, 0.32)',
    countryName: '#9a9a9a',
    placeName: '#7d7d7d',
    capitalName: '#5a5a5a',
    halo: 'rgba(245, 245, 245, 0.9)',
  },
}

/** Colours for what screens draw over the basemap and over imagery: the accent of the interface, and its quiet relatives. */
interface OverlayPalette {
  /** Selected, drawn, acted upon. */
  accent: string
  /** Outline of things that can be selected. */
  outline: string
  hover: string
  /** Ring around points and handles, so that they stand off any imagery. */
  edge: string
}

export const OVERLAY_PALETTE: Record<MapTheme, OverlayPalette> = {
  dark: { accent: '#79a8ff', outline: '#c8c8c8', hover: '#ffffff', edge: '#0c0c0c' },
  light: { accent: '#1f5fd6', outline: '#4a4a4a', hover: '#111111', edge: '#ffffff' },
}
