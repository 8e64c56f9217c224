const named = (names: string) => names.split(' ')

// Of each the first that fits wins.
const latitude = [
  ...named('latitude lat decimallatitude breite breitengrad latitud latitudine breedtegraad'),
  ...named('y ycoord y_coord coord_y point_y northing hochwert'),
]
const longitude = [
  ...named(
    'longitude long lon lng decimallongitude länge laenge längengrad laengengrad longitud longitudine lengtegraad',
  ),
  ...named('x xcoord x_coord coord_x point_x easting rechtswert'),
]
const geometry = [
  ...named('wkt wkt_geom geom the_geom geometry geometrie wkb wkb_geometry geojson shape'),
  ...named('st_astext st_asewkt st_asgeojson'),
]
const both = named(
  'coordinates coordinate coords koordinaten koordinate latlon latlong latlng lat_lon lat_long lat/lon mgrs utm',
)

export type PlaceColumns = { geometry: number } | { both: number } | { lat: number; lng: number }

/** Which columns of a table hold its places, by the names in its first line; undefined for text that is no such table. */
export function placeColumns(header: readonly string[]): PlaceColumns | undefined {
  const names = header.map((name) => name.trim().toLowerCase())
  const whole = (wanted: readonly string[]) => {
    const name = wanted.find((candidate) => names.includes(candidate))
    return name === undefined ? -1 : names.indexOf(name)
  }
  // `geo_lat`, "GPS Latitude (°)"; but "x" is part of many names.
  const asWord = (wanted: readonly string[]) =>
    names.findIndex((name) => name.split(/[^\p{L}]+/u).some((word) => word.length > 2 && wanted.includes(word)))
  if (whole(geometry) >= 0) return { geometry: whole(geometry) }
  if (whole(both) >= 0) return { both: whole(both) }
  const [lat, lng] = [latitude, longitude].map((wanted) => (whole(wanted) >= 0 ? whole(wanted) : asWord(wanted)))
  return lat !== undefined && lng !== undefined && lat >= 0 && lng >= 0 && lat !== lng ? { lat, lng } : undefined
}
