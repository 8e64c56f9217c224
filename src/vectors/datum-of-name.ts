/**
 * Geographic systems (EPSG) by the name of their datum as Esri's .prj files write it, in lower case and without "D_": such
 * files say neither a code nor how the datum lies to WGS 84, and proj4 knows that by code.
 */
export const systemOfDatum: Readonly<Record<string, number>> = {
  adindan: 4201,
  amersfoort: 4289,
  arc_1950: 4209,
  belge_1972: 4313,
  cape: 4222,
  corrego_alegre: 4225,
  datum_73: 4274,
  deutsches_hauptdreiecksnetz: 4314,
  egypt_1907: 4229,
  european_1950: 4230,
  european_datum_1950: 4230,
  indian_1975: 4240,
  lisbon: 4207,
  mgi: 4312,
  minna: 4263,
  monte_mario: 4265,
  nad27: 4267,
  nahrwan_1967: 4270,
  new_zealand_1949: 4272,
  north_american_1927: 4267,
  north_american_datum_1927: 4267,
  ntf: 4275,
  pulkovo_1942: 4284,
  south_american_1969: 4618,
  tm65: 4299,
  tm75: 4300,
  tokyo: 4301,
}
