import type { Curve } from '../models/curve.ts'
import type { Material } from '../models/materials.ts'
import { calciteReflectance, gypsumReflectance } from './minerals.ts'

/** Materials that one kind of model makes. Their keys stand in links. */
type Group = { name: string; source: string; entries: Readonly<Record<string, readonly [name: string, from: Source]>> }
type Source = Material | (() => Curve)

const ground = 'Modelled: a smooth continuum with the absorption features of Hunt 1977 and Clark et al. 1990'

export const builtInGroups: readonly Group[] = [
  {
    name: 'Vegetation',
    source:
      'Modelled: leaves by PROSPECT (Jacquemoud & Baret 1990; Feret et al. 2008), their canopy by two streams (Hapke 1981)',
    entries: {
      broadleaf: ['Broadleaf forest', 'broadleafCanopy'],
      needleleaf: ['Needleleaf forest', 'needleCanopy'],
      crop: ['Green crop', 'cropCanopy'],
      grass: ['Grass', 'grassCanopy'],
      shrub: ['Dry shrubland', 'dryShrub'],
      autumn: ['Autumn leaves', 'autumnCanopy'],
      dry: ['Dry vegetation', 'straw'],
    },
  },
  {
    name: 'Soil',
    source: ground,
    entries: {
      'dark-soil': ['Dark humus soil', 'blackSoil'],
      loam: ['Loam', 'loam'],
      'pale-soil': ['Pale calcareous soil', 'paleSoil'],
      'red-soil': ['Red soil', 'redSoil'],
      sand: ['Quartz sand', 'quartzSand'],
    },
  },
  {
    name: 'Water',
    source: 'Modelled: bio-optical, after Gordon et al. 1988 and Lee et al. 1998 with pure water by Pope & Fry 1997',
    entries: {
      'clear-water': ['Clear water', 'oceanWater'],
      'lake-water': ['Lake water', 'lakeWater'],
      'humic-water': ['Humic water', 'humicWater'],
      'turbid-water': ['Turbid water', 'sedimentWater'],
      'algal-water': ['Algal water', 'algalWater'],
      bloom: ['Cyanobacteria bloom', 'bloomWater'],
    },
  },
  {
    name: 'Snow and ice',
    source: 'Modelled: grains of ice, after Kokhanovsky & Zege 2004 with ice by Warren & Brandt 2008',
    entries: { snow: ['Fresh snow', 'freshSnow'], ice: ['Glacier ice', 'glacierIce'] },
  },
  {
    name: 'Built',
    source: 'Modelled: a continuum after Herold et al. 2003 and Meerdink et al. 2019',
    entries: {
      asphalt: ['Asphalt', 'asphalt'],
      concrete: ['Concrete', 'concrete'],
      'tile-roof': ['Clay tile roof', 'tileRoof'],
      'metal-roof': ['Metal roof', 'metalRoof'],
    },
  },
  {
    name: 'Minerals',
    source: ground,
    entries: {
      kaolinite: ['Kaolinite', 'kaolinite'],
      calcite: ['Calcite', calciteReflectance],
      gypsum: ['Gypsum', gypsumReflectance],
      hematite: ['Hematite', 'hematite'],
      goethite: ['Goethite', 'goethite'],
    },
  },
]
