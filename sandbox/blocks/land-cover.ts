import type { Block } from './block.ts'
import { formulaLayers, formulaProblem } from './formula-reader.ts'
import { areaHeader, areaRows, classProperties, noClass, writeClasses, writeCsv } from './outputs.ts'
import type { MapClass } from './outputs.ts'

/** Numbers, names and colours of the Esri / Impact Observatory scheme (K. Karra et al., IGARSS 2021). */
const landCoverClasses = [
  { value: 1, label: 'Water', color: '#419bdf' },
  { value: 2, label: 'Trees', color: '#397d49' },
  { value: 4, label: 'Flooded vegetation', color: '#7a87c6' },
  { value: 5, label: 'Crops', color: '#e49635' },
  { value: 7, label: 'Built area', color: '#c4281b' },
  { value: 8, label: 'Bare ground', color: '#a59b8f' },
  { value: 9, label: 'Snow and ice', color: '#a8ebff' },
  { value: 10, label: 'Clouds', color: '#616161' },
  { value: 11, label: 'Rangeland', color: '#e3e2c3' },
] as const satisfies readonly MapClass[]

const formulas = ['blue', 'green', 'red', 'nir']

/**
 * The class of a pixel by rules on physical reflectance, in the manner of A. Baraldi et al., IEEE TGRS 44, 2006:
 * - water by NDWI = (green - nir) / (green + nir) > 0 (S. McFeeters, Int. J. Remote Sensing 17, 1996);
 * - snow by NDSI = (green - swir) / (green + swir) > 0.4 (D. Hall et al., Remote Sensing of Environment 54, 1995) or,
 *   without a shortwave band, by its fall from red to near infrared, which clouds do not have;
 * - plants by NDVI = (nir - red) / (nir + red) (C. Tucker, RSE 8, 1979): dense from 0.6, of which the dark are trees
 *   (dense dark vegetation, Y. Kaufman and C. Sendra, Int. J. Remote Sensing 9, 1988), sparse from 0.2;
 * - sealed ground by PISI = 0.8192 blue - 0.5735 nir + 0.0750 (Y. Tian et al., Remote Sensing 10, 2018) where the
 *   visible rises as gently as in asphalt and concrete; other ground is bare.
 */
function landCoverClass(blue: number, green: number, red: number, nir: number, swir = NaN): number {
  if (Number.isNaN(blue + green + red + nir)) return noClass
  if (Math.min(blue, green, red) > 0.4) {
    const snow = Number.isNaN(swir) ? nir < 0.97 * red : (green - swir) / (green + swir) > 0.4
    return snow ? 9 : 10
  }
  const ndwi = (green - nir) / (green + nir)
  if (ndwi > 0 && nir < 0.15) return 1
  const ndvi = (nir - red) / (nir + red)
  if (ndvi >= 0.2 && ndvi < 0.7 && nir < 0.15 && green > red) return 4
  if (ndvi >= 0.6) return green < 0.062 && red < 0.05 ? 2 : 5
  const pisi = 0.8192 * blue - 0.5735 * nir + 0.075
  const rise = (red - blue) / (red + blue)
  if (ndvi < 0.35 && pisi > 0.045 && rise < 0.155) return 7
  return ndvi >= 0.2 ? 11 : 8
}

export const landCover: Block = {
  name: 'landcover',
  version: '1.0.0',
  title: 'Land cover',
  description:
    'One class for each pixel by spectral rules: water, trees, flooded vegetation, crops, built area, bare ground, snow, clouds, rangeland, in the numbers of the Esri scheme.',
  reference:
    'Rules after Baraldi et al. 2006 on NDWI (McFeeters 1996), NDVI (Tucker 1979), NDSI (Hall 1995), PISI (Tian et al. 2018).',
  releasedAt: '2026-02-10T08:00:00.000Z',
  modes: ['insight', 'workflow'],
  inputs: [{ kind: 'raster', name: 'input_image', description: 'Reflectance of one date.', formulas }],
  outputs: [
    {
      kind: 'raster',
      name: 'land_cover',
      description: 'Class numbers (uint8, 0 where there is no data) with colours.',
    },
    { kind: 'table', name: 'class_areas', description: 'Pixels, hectares and percent of each class (CSV).' },
  ],
  price: 0.2,
  secondsPerMegapixel: 1,
  notes: [
    'One date only: ploughed fields are bare ground until something grows.',
    'Bare rock can look like built area in the visible and near infrared.',
  ],
  async compute({ pictures, out, progress, log }) {
    const { source } = pictures['input_image']![0]!
    const withSwir = formulaProblem('swir16', source.info.bands) === null
    log(
      withSwir
        ? 'Snow is told from clouds by the shortwave band.'
        : 'No shortwave band: snow is told from clouds by red and near infrared.',
    )
    const layers = formulaLayers(source, withSwir ? [...formulas, 'swir16'] : formulas)
    const areas = await writeClasses(
      out('land_cover.tif'),
      layers.grid,
      landCoverClasses,
      async (window) => {
        const [blue, green, red, nir, swir] = await layers.read(window)
        return Uint8Array.from(blue!, (value, i) => landCoverClass(value, green![i]!, red![i]!, nir![i]!, swir?.[i]))
      },
      progress,
    )
    await writeCsv(out('class_areas.csv'), areaHeader, areaRows(areas))
    return [
      {
        name: 'land_cover',
        kind: 'raster',
        file: 'land_cover.tif',
        properties: { classes: classProperties(areas), nodata: noClass },
      },
      { name: 'class_areas', kind: 'table', file: 'class_areas.csv', properties: {} },
    ]
  },
}
