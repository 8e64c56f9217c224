import { curveOf, firstNm } from '../models/curve.ts'
import type { Curve } from '../models/curve.ts'
import { spectrumOf } from '../models/materials.ts'
import type { Material } from '../models/materials.ts'
import type { LibraryEntry } from './library-entry.ts'
import { calciteReflectance, gypsumReflectance } from './minerals.ts'

const byModel = {
  leaf: 'Modelled: leaves by PROSPECT (Jacquemoud & Baret 1990; Feret et al. 2008), their canopy by two streams (Hapke 1981)',
  water: 'Modelled: bio-optical, after Gordon et al. 1988 and Lee et al. 1998 with pure water by Pope & Fry 1997',
  snow: 'Modelled: grains of ice, after Kokhanovsky & Zege 2004 with ice by Warren & Brandt 2008',
  ground: 'Modelled: a smooth continuum with the absorption features of Hunt 1977 and Clark et al. 1990',
  built: 'Modelled: a continuum after Herold et al. 2003 and Meerdink et al. 2019',
} as const

type Row = readonly [id: string, name: string, model: keyof typeof byModel, curve: Material | (() => Curve)]

const groups: readonly (readonly [group: string, rows: readonly Row[]])[] = [
  [
    'Vegetation',
    [
      ['broadleaf', 'Broadleaf forest', 'leaf', 'broadleafCanopy'],
      ['needleleaf', 'Needleleaf forest', 'leaf', 'needleCanopy'],
      ['crop', 'Green crop', 'leaf', 'cropCanopy'],
      ['grass', 'Grass', 'leaf', 'grassCanopy'],
      ['shrub', 'Dry shrubland', 'leaf', 'dryShrub'],
      ['autumn', 'Autumn leaves', 'leaf', 'autumnCanopy'],
      ['dry', 'Dry vegetation', 'leaf', 'straw'],
    ],
  ],
  [
    'Soil',
    [
      ['dark-soil', 'Dark humus soil', 'ground', 'blackSoil'],
      ['loam', 'Loam', 'ground', 'loam'],
      ['pale-soil', 'Pale calcareous soil', 'ground', 'paleSoil'],
      ['red-soil', 'Red soil', 'ground', 'redSoil'],
      ['sand', 'Quartz sand', 'ground', 'quartzSand'],
    ],
  ],
  [
    'Water',
    [
      ['clear-water', 'Clear water', 'water', 'oceanWater'],
      ['lake-water', 'Lake water', 'water', 'lakeWater'],
      ['humic-water', 'Humic water', 'water', 'humicWater'],
      ['turbid-water', 'Turbid water', 'water', 'sedimentWater'],
      ['algal-water', 'Algal water', 'water', 'algalWater'],
      ['bloom', 'Cyanobacteria bloom', 'water', 'bloomWater'],
    ],
  ],
  [
    'Snow and ice',
    [
      ['snow', 'Fresh snow', 'snow', 'freshSnow'],
      ['ice', 'Glacier ice', 'snow', 'glacierIce'],
    ],
  ],
  [
    'Built',
    [
      ['asphalt', 'Asphalt', 'built', 'asphalt'],
      ['concrete', 'Concrete', 'built', 'concrete'],
      ['tile-roof', 'Clay tile roof', 'built', 'tileRoof'],
      ['metal-roof', 'Metal roof', 'built', 'metalRoof'],
    ],
  ],
  [
    'Minerals',
    [
      ['kaolinite', 'Kaolinite', 'ground', 'kaolinite'],
      ['calcite', 'Calcite', 'ground', calciteReflectance],
      ['gypsum', 'Gypsum', 'ground', gypsumReflectance],
      ['hematite', 'Hematite', 'ground', 'hematite'],
      ['goethite', 'Goethite', 'ground', 'goethite'],
    ],
  ],
]

/** Each fifth nm is enough for features of 10 nm and more, which is all that the models know. */
const stepNm = 5
const wavelengthsNm = [...curveOf((nm) => nm)].filter((nm) => (nm - firstNm) % stepNm === 0)

let made: LibraryEntry[] | undefined

/**
 * Common materials on the ground, 400 to 2500 nm: made by models from published features and constants, not measured; good to
 * tell kinds of surfaces apart, not to name a species or a rock. Computed once, in some 20 ms.
 */
export function builtInLibrary(): readonly LibraryEntry[] {
  made ??= groups.flatMap(([group, rows]) =>
    rows.map(([id, name, model, from]) => {
      const curve = typeof from === 'string' ? spectrumOf(from) : from()
      const values = wavelengthsNm.map((nm) => curve[nm - firstNm]!)
      return { id, name, group, source: byModel[model], wavelengthsNm, values }
    }),
  )
  return made
}
