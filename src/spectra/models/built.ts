import type { Anchor } from './curve.ts'

// Materials people lay on the ground, continua read from the shapes in the ECOSTRESS spectral library (Meerdink et al.,
// Remote Sens. Environ. 230, 2019) and Herold et al., IEEE TGRS 41, 2003; a few anchors each.
// prettier-ignore
export const asphalt: Anchor[] = [[400, 0.055], [600, 0.085], [900, 0.11], [1300, 0.135], [1700, 0.15], [2150, 0.155], [2500, 0.13]]
// prettier-ignore
export const concrete: Anchor[] = [[400, 0.15], [500, 0.21], [650, 0.265], [900, 0.3], [1300, 0.335], [1700, 0.345], [2100, 0.33], [2500, 0.27]]
// prettier-ignore
export const tileRoof: Anchor[] = [[400, 0.065], [500, 0.085], [550, 0.11], [600, 0.2], [700, 0.27], [850, 0.29], [1100, 0.36], [1600, 0.42], [2200, 0.4], [2500, 0.34]]
// prettier-ignore
export const metalRoof: Anchor[] = [[400, 0.24], [500, 0.32], [700, 0.36], [1000, 0.35], [1300, 0.37], [1700, 0.38], [2500, 0.36]]
// prettier-ignore
export const darkRoof: Anchor[] = [[400, 0.05], [700, 0.065], [1000, 0.075], [1600, 0.09], [2500, 0.095]]
