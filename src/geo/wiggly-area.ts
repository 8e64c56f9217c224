import type { Polygon, Position } from 'geojson'

/** Test material: an outline with bays within bays, as a coast has them; about 50 km across. */
export function wigglyArea(corners: number, [lng, lat]: Position = [13, 52]): Polygon {
  const ring = Array.from({ length: corners }, (_, i): Position => {
    const angle = (2 * Math.PI * i) / corners
    let radius = 0.25
    for (const waves of [3, 17, 101, 997]) radius += (0.06 / waves ** 0.8) * Math.sin(waves * angle + waves)
    return [(lng ?? 0) + 1.6 * radius * Math.cos(angle), (lat ?? 0) + radius * Math.sin(angle)]
  })
  return { type: 'Polygon', coordinates: [[...ring, ring[0]!]] }
}
