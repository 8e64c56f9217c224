/** One spectral band. `solarIrradiance` is at the top of the atmosphere at 1 AU, W m-2 um-1. */
export type SensorBand = {
  name: string
  wavelengthNm: number
  fwhmNm: number
  commonName?: string
  solarIrradiance: number
  /** native pixel of this band; the scene's grid is common to all bands */
  gsdM: number
}

export type Platform = { name: string; since: string; until?: string }

/** What a satellite (or constellation of twins) measures and how its products are written. */
export type Sensor = {
  /** the satellite id of the API */
  id: string
  key: 'firefly' | 'td1' | 'td2' | 'sentinel-2' | 'landsat'
  name: string
  constellation: string
  platforms: readonly Platform[]
  instrument: string
  collectionId: string
  provider: 'pixxel' | 'planetary'
  gsdM: number
  bands: readonly SensorBand[]
  /** reflectance = digital number * scale + offset */
  scale: number
  offset: number
  nodata: 0
  rgb: { red: string; green: string; blue: string }
  swathKm: number
  /** length of a scene along the track */
  sceneLengthKm: number
  revisitDays: number
  altitudeKm: number
  inclinationDeg: number
  /** steepest view from the vertical that is delivered */
  maxOffNadirDeg: number
  /** local mean solar time at the equator crossing, hours */
  crossingHour: number
  /** noise of a bright, well-lit pixel, as reflectance (one standard deviation) */
  noiseReflectance: number
}
