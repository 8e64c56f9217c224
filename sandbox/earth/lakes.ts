import { mercatorX, mercatorY, scaleAt } from './mercator.ts'

// Lakes that matter at the showcase sites and that Natural Earth leaves out at 1:50m, as ellipses:
// [lng, lat, length km, width km, direction of the long axis in degrees from east, anticlockwise]
// prettier-ignore
const ellipses: [number, number, number, number, number][] = [
  [13.648, 52.437, 4.3, 2.4, 150], // Mueggelsee, Berlin
  [13.168, 52.432, 2.9, 1.1, 65], // Grosser Wannsee
  [13.19, 52.475, 5.5, 0.6, 70], // Havel at Grunewald
  [13.25, 52.578, 3.6, 1.0, 40], // Tegeler See
  [13.055, 52.334, 5.0, 2.0, 60], // Schwielowsee
  [13.02, 52.368, 4.6, 0.8, 40], // Templiner See
  [12.93, 52.41, 3.4, 0.9, 75], // Zernsee
  [13.14, 52.395, 3.6, 0.35, 5], // Griebnitzsee
  [83.945, 28.215, 4.2, 0.9, 150], // Phewa Tal, Pokhara
  [85.52, 27.68, 1.2, 0.5, 30], // pond east of Bhaktapur
  [77.62, 12.935, 2.4, 1.2, 70], // Bellandur, Bengaluru
  [78.47, 17.424, 3.0, 2.2, 90], // Hussain Sagar, Hyderabad
  [8.56, 47.34, 5.5, 2.4, 120], // Zuerichsee, lower basin
  [-121.08, 37.06, 9.0, 4.2, 60], // San Luis Reservoir
  [30.63, 29.46, 38.0, 7.5, 165], // Birket Qarun, Fayum
  [-111.75, 40.2, 34.0, 16.0, 110], // Utah Lake
  [115.85, -32.55, 14.0, 3.0, 90], // Peel inlet
  [35.58, 32.82, 20.0, 10.0, 95], // Sea of Galilee
]

type Lake = { x: number; y: number; a: number; b: number; cos: number; sin: number }

const lakes: Lake[] = ellipses.map(([lng, lat, lengthKm, widthKm, direction]) => {
  const y = mercatorY(lat)
  const k = scaleAt(y)
  const angle = (direction * Math.PI) / 180
  return {
    x: mercatorX(lng),
    y,
    a: 500 * lengthKm * k,
    b: 500 * widthKm * k,
    cos: Math.cos(angle),
    sin: Math.sin(angle),
  }
})

/** About the distance, in model metres, to the nearest of these lakes: negative inside, `farM` at most. */
export function namedLakeDistance(x: number, y: number, farM: number): number {
  let nearest = farM
  for (const lake of lakes) {
    const dx = x - lake.x
    const dy = y - lake.y
    if (Math.abs(dx) > lake.a + farM || Math.abs(dy) > lake.a + farM) continue
    const u = dx * lake.cos + dy * lake.sin
    const v = dy * lake.cos - dx * lake.sin
    // First-order distance to an ellipse: (f - 1) / |grad f| with f the scaled radius.
    const f = Math.hypot(u / lake.a, v / lake.b)
    const slope = Math.hypot(u / (lake.a * lake.a), v / (lake.b * lake.b)) / Math.max(f, 1e-6)
    nearest = Math.min(nearest, (f - 1) / Math.max(slope, 1e-9))
  }
  return nearest
}
