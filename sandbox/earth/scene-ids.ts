import { toUtm, utmEpsg } from '#src/geo/utm.ts'

const pad = (value: number, digits: number) => String(value).padStart(digits, '0')
const day = (timeMs: number) => new Date(timeMs).toISOString().slice(0, 10).replaceAll('-', '')
const second = (timeMs: number) => new Date(timeMs).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')

/** Pixxel's product name: satellite, image number, day of capture, level, day of processing, GSD + version + band count. */
export function pixxelSceneId(
  platform: string,
  imageNumber: number,
  capturedMs: number,
  processedMs: number,
  gsdM: number,
  bandCount: number,
): string {
  const tail = `${pad(gsdM, 3)}01${pad(bandCount, 3)}`
  return `${platform}_${pad(imageNumber, 6)}_${day(capturedMs)}_L2A_${day(processedMs)}_${tail}`
}

/** ESA's name without its baseline, as open catalogues use it: platform, sensing time, relative orbit, tile, processing time. */
export function sentinel2SceneId(
  platform: string,
  tile: string,
  orbit: number,
  capturedMs: number,
  processedMs: number,
): string {
  const letter = platform.slice(-1).toUpperCase()
  return `S2${letter}_MSIL2A_${second(capturedMs)}_R${pad(orbit, 3)}_T${tile}_${second(processedMs)}`
}

/** USGS collection 2 name, level 2, tier 1. */
export function landsatSceneId(platform: string, path: number, row: number, capturedMs: number): string {
  return `LC${pad(Number(platform.slice(-1)), 2)}_L2SP_${pad(path, 3)}${pad(row, 3)}_${day(capturedMs)}_02_T1`
}

const columnLetters = ['STUVWXYZ', 'ABCDEFGH', 'JKLMNPQR']
const rowLetters = 'ABCDEFGHJKLMNPQRSTUV'
const latitudeBands = 'CDEFGHJKLMNPQRSTUVWXX'

/** The 100 km square of the Military Grid Reference System (NGA.STND.0037) under a point, and its corner in UTM metres. */
export function mgrsTile(lng: number, lat: number): { tile: string; epsg: number; west: number; north: number } {
  const epsg = utmEpsg([lng, lat])
  const zone = epsg % 100
  const [easting, northing] = toUtm([lng, lat], epsg)
  const column = Math.floor(easting / 100_000)
  const row = Math.floor(northing / 100_000)
  const columnLetter = columnLetters[zone % 3]![column - 1] ?? 'A'
  const rowLetter = rowLetters[(row + (zone % 2 === 0 ? 5 : 0)) % 20]!
  const band = latitudeBands[Math.floor((lat + 80) / 8)] ?? 'X'
  return {
    tile: `${pad(zone, 2)}${band}${columnLetter}${rowLetter}`,
    epsg,
    west: column * 100_000,
    north: (row + 1) * 100_000,
  }
}
