import type { Position } from 'geojson'

// Transverse Mercator by Krüger's series in the third flattening n, to sixth order (C. F. F. Karney,
// "Transverse Mercator with an accuracy of a few nanometers", J. Geodesy 85, 2011, eqs. 35-36; coefficients of WGS84).
// Inside a zone the truncation error is below a nanometre, so the round trip is limited by double precision only.
const semiMajorAxisM = 6378137
const flattening = 1 / 298.257223563
const scaleAtMeridian = 0.9996
const falseEastingM = 500000
const falseNorthingSouthM = 10000000

const e = Math.sqrt(flattening * (2 - flattening))
const n = flattening / (2 - flattening)
const [n2, n3, n4, n5, n6] = [n ** 2, n ** 3, n ** 4, n ** 5, n ** 6]
const rectifyingRadiusM = (semiMajorAxisM / (1 + n)) * (1 + n2 / 4 + n4 / 64 + n6 / 256)
const k0A = scaleAtMeridian * rectifyingRadiusM

const alpha = [
  n / 2 - (2 * n2) / 3 + (5 * n3) / 16 + (41 * n4) / 180 - (127 * n5) / 288 + (7891 * n6) / 37800,
  (13 * n2) / 48 - (3 * n3) / 5 + (557 * n4) / 1440 + (281 * n5) / 630 - (1983433 * n6) / 1935360,
  (61 * n3) / 240 - (103 * n4) / 140 + (15061 * n5) / 26880 + (167603 * n6) / 181440,
  (49561 * n4) / 161280 - (179 * n5) / 168 + (6601661 * n6) / 7257600,
  (34729 * n5) / 80640 - (3418889 * n6) / 1995840,
  (212378941 * n6) / 319334400,
]
const beta = [
  n / 2 - (2 * n2) / 3 + (37 * n3) / 96 - n4 / 360 - (81 * n5) / 512 + (96199 * n6) / 604800,
  n2 / 48 + n3 / 15 - (437 * n4) / 1440 + (46 * n5) / 105 - (1118711 * n6) / 3870720,
  (17 * n3) / 480 - (37 * n4) / 840 - (209 * n5) / 4480 + (5569 * n6) / 90720,
  (4397 * n4) / 161280 - (11 * n5) / 504 - (830251 * n6) / 7257600,
  (4583 * n5) / 161280 - (108847 * n6) / 3991680,
  (20648693 * n6) / 638668800,
]

const toRadians = Math.PI / 180

/** True for the 120 UTM codes EPSG:32601-32660 (north) and EPSG:32701-32760 (south). */
export function isUtmEpsg(epsg: number): boolean {
  const zone = epsg % 100
  const family = Math.floor(epsg / 100)
  return (family === 326 || family === 327) && zone >= 1 && zone <= 60
}

/** The UTM code a point belongs to, with the exceptions of the grid for south-west Norway (zone 32) and Svalbard (31-37). */
export function utmEpsg([lng = 0, lat = 0]: Position): number {
  const wrapped = ((((lng + 180) % 360) + 360) % 360) - 180
  let zone = Math.min(60, Math.floor((wrapped + 180) / 6) + 1)
  if (lat >= 56 && lat < 64 && wrapped >= 3 && wrapped < 12) zone = 32
  if (lat >= 72 && lat <= 84 && wrapped >= 0 && wrapped < 42) {
    zone = wrapped < 9 ? 31 : wrapped < 21 ? 33 : wrapped < 33 ? 35 : 37
  }
  return (lat >= 0 ? 32600 : 32700) + zone
}

/** [lng, lat] in degrees (WGS84) to [easting, northing] in metres. Throws a RangeError for a code that is not UTM. */
export function toUtm([lng = NaN, lat = NaN]: Position, epsg: number): [number, number] {
  const { centralMeridian, falseNorthingM } = zoneOf(epsg)
  // Longitudes are taken relative to the zone, so a shape that crosses the antimeridian stays in one piece.
  const lambda = ((((lng - centralMeridian + 180) % 360) + 360) % 360) - 180
  const sinPhi = Math.sin(lat * toRadians)
  const t = Math.sinh(Math.atanh(sinPhi) - e * Math.atanh(e * sinPhi))
  const xi0 = Math.atan2(t, Math.cos(lambda * toRadians))
  const eta0 = Math.asinh(Math.sin(lambda * toRadians) / Math.hypot(t, Math.cos(lambda * toRadians)))
  let xi = xi0
  let eta = eta0
  alpha.forEach((a, i) => {
    const j = 2 * (i + 1)
    xi += a * Math.sin(j * xi0) * Math.cosh(j * eta0)
    eta += a * Math.cos(j * xi0) * Math.sinh(j * eta0)
  })
  return [falseEastingM + k0A * eta, falseNorthingM + k0A * xi]
}

/** [easting, northing] in metres to [lng, lat] in degrees; lng in [-180, 180). Throws a RangeError for a code that is not UTM. */
export function fromUtm([easting = NaN, northing = NaN]: Position, epsg: number): [number, number] {
  const { centralMeridian, falseNorthingM } = zoneOf(epsg)
  const xi = (northing - falseNorthingM) / k0A
  const eta = (easting - falseEastingM) / k0A
  let xi0 = xi
  let eta0 = eta
  beta.forEach((b, i) => {
    const j = 2 * (i + 1)
    xi0 -= b * Math.sin(j * xi) * Math.cosh(j * eta)
    eta0 -= b * Math.cos(j * xi) * Math.sinh(j * eta)
  })
  const tauPrime = Math.sin(xi0) / Math.hypot(Math.sinh(eta0), Math.cos(xi0))
  const lambda = Math.atan2(Math.sinh(eta0), Math.cos(xi0))
  const lng = centralMeridian + lambda / toRadians
  return [((((lng + 180) % 360) + 360) % 360) - 180, Math.atan(geodeticTangent(tauPrime)) / toRadians]
}

/** tan(geodetic latitude) from tan(conformal latitude): Newton's method of Karney 2011, eqs. 19-21. */
function geodeticTangent(tauPrime: number): number {
  if (!Number.isFinite(tauPrime)) return tauPrime
  let tau = tauPrime / (1 - e * e)
  for (let i = 0; i < 5; i++) {
    const secant = Math.hypot(1, tau)
    const sigma = Math.sinh(e * Math.atanh((e * tau) / secant))
    const estimate = tau * Math.hypot(1, sigma) - sigma * secant
    const step =
      ((tauPrime - estimate) / Math.hypot(1, estimate)) *
      ((1 + (1 - e * e) * tau * tau) / ((1 - e * e) * Math.hypot(1, tau)))
    tau += step
    if (!(Math.abs(step) > 1e-15 * Math.max(1, Math.abs(tau)))) break
  }
  return tau
}

function zoneOf(epsg: number): { centralMeridian: number; falseNorthingM: number } {
  if (!isUtmEpsg(epsg)) throw new RangeError(`EPSG:${epsg} is not a WGS 84 / UTM zone (32601-32660, 32701-32760)`)
  return { centralMeridian: (epsg % 100) * 6 - 183, falseNorthingM: epsg >= 32700 ? falseNorthingSouthM : 0 }
}
