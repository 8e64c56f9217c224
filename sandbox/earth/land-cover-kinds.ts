/** The classes of the model, as an interpreter would name them. */
export const landCoverKinds = [
  'sea',
  'lake',
  'river',
  'broadleaf forest',
  'needleleaf forest',
  'rain forest',
  'crops',
  'orchard',
  'grassland',
  'shrubland',
  'bare soil',
  'sand',
  'rock',
  'clay',
  'iron oxide',
  'salt flat',
  'urban',
  'ice',
] as const
export type LandCoverKind = (typeof landCoverKinds)[number]

/** Class numbers, as used where speed matters. */
export const kindIndex = Object.fromEntries(landCoverKinds.map((kind, i) => [kind, i])) as Record<LandCoverKind, number>
