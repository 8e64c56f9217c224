const toRadians = Math.PI / 180

/**
 * Where the sun stands, degrees; azimuth clockwise from north. Declination and equation of time from the Fourier series
 * of Spencer, Search 2, 1971 (errors below 0.1 degree of angle and half a minute of time), refraction left out.
 */
export function sunPosition(lng: number, lat: number, timeMs: number): { elevationDeg: number; azimuthDeg: number } {
  const date = new Date(timeMs)
  const yearStart = Date.UTC(date.getUTCFullYear(), 0, 1)
  const g = (2 * Math.PI * (timeMs - yearStart)) / (365.2422 * 86_400_000)
  const declination =
    0.006918 -
    0.399912 * Math.cos(g) +
    0.070257 * Math.sin(g) -
    0.006758 * Math.cos(2 * g) +
    0.000907 * Math.sin(2 * g) -
    0.002697 * Math.cos(3 * g) +
    0.00148 * Math.sin(3 * g)
  const equationMinutes =
    229.18 *
    (0.000075 +
      0.001868 * Math.cos(g) -
      0.032077 * Math.sin(g) -
      0.014615 * Math.cos(2 * g) -
      0.040849 * Math.sin(2 * g))
  const utcHours = (timeMs % 86_400_000) / 3_600_000
  const hourAngle = (15 * (utcHours - 12) + lng + equationMinutes / 4) * toRadians
  const phi = lat * toRadians
  const up = Math.sin(phi) * Math.sin(declination) + Math.cos(phi) * Math.cos(declination) * Math.cos(hourAngle)
  const east = -Math.cos(declination) * Math.sin(hourAngle)
  const north = Math.cos(phi) * Math.sin(declination) - Math.sin(phi) * Math.cos(declination) * Math.cos(hourAngle)
  return {
    elevationDeg: Math.asin(up) / toRadians,
    azimuthDeg: (Math.atan2(east, north) / toRadians + 360) % 360,
  }
}

/** Distance to the sun in astronomical units (Spencer 1971). */
export function earthSunDistanceAu(timeMs: number): number {
  const yearStart = Date.UTC(new Date(timeMs).getUTCFullYear(), 0, 1)
  const g = (2 * Math.PI * (timeMs - yearStart)) / (365.2422 * 86_400_000)
  return (
    1 /
    Math.sqrt(
      1.00011 +
        0.034221 * Math.cos(g) +
        0.00128 * Math.sin(g) +
        0.000719 * Math.cos(2 * g) +
        0.000077 * Math.sin(2 * g),
    )
  )
}

/**
 * Local mean solar time, hours, at which a sun-synchronous satellite that descends over the equator at `crossingHour`
 * passes a latitude: its plane keeps its angle to the sun, and the track leans by asin(tan lat / tan i).
 */
export function overpassHour(crossingHour: number, inclinationDeg: number, lat: number): number {
  const lean = Math.tan(lat * toRadians) / Math.tan((180 - inclinationDeg) * toRadians)
  return crossingHour + Math.asin(Math.min(1, Math.max(-1, lean))) / toRadians / 15
}
