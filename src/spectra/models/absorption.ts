import { curveOf, gaussian, throughLog } from './curve.ts'

/**
 * Pure liquid water, 1/m. Pope & Fry, Applied Optics 36, 1997 (to 720 nm), Kou, Labrie & Chylek, Applied Optics 32,
 * 1993 (beyond), read at anchors.
 */
// prettier-ignore
export const waterAbsorption = throughLog([
  [400, 0.0066], [420, 0.0046], [440, 0.0064], [460, 0.0098], [480, 0.0127], [500, 0.0204], [515, 0.035], [530, 0.0434], [550, 0.0565],
  [570, 0.0695], [585, 0.108], [600, 0.2224], [620, 0.2755], [640, 0.311], [660, 0.41], [680, 0.465], [700, 0.624], [710, 0.83], [720, 1.17],
  [730, 1.8], [740, 2.38], [750, 2.6], [760, 2.6], [780, 2.3], [800, 2.05], [810, 2.1], [820, 2.4], [830, 3.0], [840, 3.7], [860, 4.6], [880, 5.6],
  [900, 6.8], [920, 10], [940, 19], [960, 42], [975, 48], [990, 44], [1020, 24], [1060, 13], [1080, 13.5], [1120, 21], [1150, 75], [1190, 120],
  [1230, 115], [1270, 105], [1300, 125], [1350, 330], [1400, 1300], [1440, 3050], [1470, 2900], [1520, 1700], [1580, 850], [1650, 560],
  [1690, 540], [1750, 700], [1800, 810], [1850, 1000], [1890, 3500], [1930, 12300], [1970, 10000], [2050, 4200], [2130, 2200], [2200, 1650],
  [2230, 1640], [2280, 2000], [2350, 3200], [2420, 5500], [2500, 9300],
])

/** Imaginary refractive index of ice. Warren & Brandt, J. Geophys. Res. 113, 2008, read at anchors. */
// prettier-ignore
export const iceIndex = throughLog([
  [400, 2.4e-11], [450, 1e-10], [500, 6e-10], [550, 2.3e-9], [600, 5.7e-9], [650, 1.2e-8], [700, 2.9e-8], [750, 5.9e-8], [800, 1.34e-7],
  [850, 2.2e-7], [900, 4.2e-7], [950, 8.3e-7], [1000, 1.6e-6], [1030, 2.3e-6], [1080, 1.8e-6], [1150, 2.8e-6], [1250, 1.2e-5], [1300, 1.3e-5],
  [1400, 2.0e-5], [1450, 2.0e-4], [1500, 5.8e-4], [1550, 4.2e-4], [1600, 2.6e-4], [1700, 1.7e-4], [1800, 1.2e-4], [1870, 1.6e-4], [1950, 9e-4],
  [2000, 1.6e-3], [2050, 1.3e-3], [2150, 4.8e-4], [2250, 2.2e-4], [2350, 4.2e-4], [2450, 7e-4], [2500, 7.8e-4],
])

/**
 * Chlorophyll a+b in a leaf, cm2/ug: Soret and red bands as Gaussians fitted to the coefficients of PROSPECT-5
 * (Feret et al., Remote Sens. Environ. 112, 2008). The long tail past 700 nm makes the red edge move with content.
 */
export const chlorophyllAbsorption = curveOf(
  (nm) =>
    0.04 * gaussian(nm, 430, 30) +
    0.036 * gaussian(nm, 466, 19) +
    0.0085 * gaussian(nm, 545, 70) +
    0.012 * gaussian(nm, 610, 24) +
    0.021 * gaussian(nm, 650, 17) +
    0.043 * gaussian(nm, 677, 14) +
    0.0095 * gaussian(nm, 698, 12) +
    0.0026 * gaussian(nm, 714, 13),
)

/** Carotenoids in a leaf, cm2/ug (same source): blue only. */
export const carotenoidAbsorption = curveOf(
  (nm) => 0.05 * gaussian(nm, 445, 32) + 0.042 * gaussian(nm, 482, 16) + 0.008 * gaussian(nm, 508, 14),
)

/** Brown pigments of dead leaves, relative (same source): strong in the blue, fading into the near infrared. */
export const brownAbsorption = curveOf((nm) => Math.exp(-(nm - 400) / 155))

/** Dry matter (cellulose, lignin, protein), cm2/g (same source, with the 2100 and 2300 nm features of Curran 1989). */
// prettier-ignore
const dryMatterBase = throughLog([
  [400, 60], [450, 32], [500, 17], [600, 8], [700, 4], [800, 2.2], [900, 1.7], [1000, 1.5], [1100, 1.8], [1200, 3.4], [1300, 3.2], [1400, 5.5],
  [1500, 9.5], [1600, 7.5], [1700, 9.5], [1800, 8.5], [1900, 9.5], [2000, 14], [2100, 19], [2200, 17], [2300, 25], [2400, 27], [2500, 30],
])
export const dryMatterAbsorption = dryMatterBase.map(
  (value, i) =>
    value + 4 * gaussian(i + 400, 2095, 35) + 6 * gaussian(i + 400, 2310, 28) + 2.5 * gaussian(i + 400, 1725, 25),
)
