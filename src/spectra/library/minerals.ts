import type { Curve } from '../models/curve.ts'
import { groundReflectance } from '../models/ground.ts'

// Powders of one mineral: continuum and depths after the shapes in Clark et al., J. Geophys. Res. 95, 1990.

/** Bands of the carbonate ion after Gaffey, American Mineralogist 71, 1986; the strongest has a wing at shorter waves. */
export function calciteReflectance(): Curve {
  return groundReflectance({
    continuum: [[400, 0.62], [600, 0.8], [1000, 0.88], [1500, 0.9], [2000, 0.89], [2500, 0.72]],
    features: [[1875, 0.08, 22], [1995, 0.13, 25], [2155, 0.1, 22], [2300, 0.2, 28], [2340, 0.38, 22]],
  }) // prettier-ignore
}

/** Bands of crystal water and sulphate after Hunt, Salisbury & Lenhoff, Modern Geology 3, 1971, and Clark et al. 1990. */
export function gypsumReflectance(): Curve {
  return groundReflectance({
    continuum: [[400, 0.7], [600, 0.8], [1000, 0.83], [1300, 0.82], [1650, 0.76], [2100, 0.66], [2500, 0.45]],
    features: [[995, 0.04, 18], [1200, 0.1, 18], [1446, 0.45, 14], [1490, 0.42, 18], [1535, 0.3, 18], [1750, 0.22, 16], [1945, 0.62, 32], [2178, 0.1, 16], [2217, 0.16, 16], [2268, 0.14, 18], [2430, 0.3, 50]],
  }) // prettier-ignore
}
