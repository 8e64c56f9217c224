import type { SceneModel } from './scene.ts'
import { fromLngLat } from './mercator.ts'
import { clamp01, fractalNoise, gradientNoise, smoothstep, unitOf } from './noise.ts'

/** The clouds of one scene. Positions are in model metres. */
export type Clouds = {
  /** thickness noise at a point; compare through `opacity` */
  thicknessAt(x: number, y: number): number
  /** 0 clear .. 1 opaque from the thickness */
  opacity(thickness: number): number
  /** 0.6 at thin edges .. 1 where the cloud is deep */
  brightness(thickness: number): number
  /** toward the sun, from a point on the ground to the cloud that shades it, per true metre */
  shadowOffsetM: [east: number, north: number]
  transparent: boolean
}

/** Shares of points: enough for the cover to be met within about two percent. */
const samplesPerSide = 40

/** Undefined when the scene is clear. The threshold is the quantile of the noise over the footprint that gives the cover. */
export function cloudsOf(scene: SceneModel): Clouds | undefined {
  const cover = clamp01(scene.cloudCoverPercent / 100)
  if (cover < 0.0005) return undefined
  const kind = unitOf(scene.seed, 1)
  const cirrus = kind > 0.88
  const sheet = kind > 0.62 && !cirrus
  const sizeM = sheet ? 14_000 : cirrus ? 9000 : 2600 + 2500 * unitOf(scene.seed, 2)
  const angle = Math.PI * unitOf(scene.seed, 3)
  const stretch = cirrus ? 3.2 : sheet ? 1.5 : 1.15
  const shiftX = 1e6 * unitOf(scene.seed, 4)
  const shiftY = 1e6 * unitOf(scene.seed, 5)
  const cos = Math.cos(angle)
  const sin = Math.sin(angle)
  const seed = scene.seed & 0xffff

  const thicknessAt = (x: number, y: number): number => {
    const u = (x * cos + y * sin + shiftX) / sizeM / stretch
    const v = (y * cos - x * sin + shiftY) / sizeM
    const weather = gradientNoise(u / 9, v / 9, seed + 40)
    // Billows: rounded tops, as convection makes them; sheets and cirrus stay fibrous.
    const body = fractalNoise(u, v, seed, 6)
    return body + 0.55 * weather + (cirrus ? 0 : 0.3 * (0.35 - Math.abs(fractalNoise(u * 3.1, v * 3.1, seed + 20, 3))))
  }

  const [lngs, lats] = [0, 1].map((axis) => scene.footprint.coordinates[0]!.map((position) => position[axis]!))
  const [west, east, south, north] = [Math.min(...lngs!), Math.max(...lngs!), Math.min(...lats!), Math.max(...lats!)]
  const sampled: number[] = []
  for (let i = 0; i < samplesPerSide; i++) {
    for (let j = 0; j < samplesPerSide; j++) {
      const [x, y] = fromLngLat(
        west + ((east - west) * (i + 0.5)) / samplesPerSide,
        south + ((north - south) * (j + 0.5)) / samplesPerSide,
      )
      sampled.push(thicknessAt(x, y))
    }
  }
  sampled.sort((a, b) => b - a)
  const middle = cover >= 0.999 ? -9 : sampled[Math.min(sampled.length - 1, Math.round(cover * sampled.length))]!
  const soft = cirrus ? 0.7 : sheet ? 0.34 : 0.24
  const heightM = cirrus ? 8500 : sheet ? 2600 : 1100 + 900 * unitOf(scene.seed, 6)
  const elevation = (Math.max(12, scene.sunElevationDeg) * Math.PI) / 180
  const azimuth = (scene.sunAzimuthDeg * Math.PI) / 180
  const lengthM = heightM / Math.tan(elevation)
  return {
    thicknessAt,
    brightness: (thickness) => 0.58 + 0.42 * smoothstep(middle - soft / 2, middle + 0.75, thickness),
    opacity: (thickness) => (cirrus ? 0.55 : 0.97) * smoothstep(middle - soft / 2, middle + soft / 2, thickness),
    shadowOffsetM: [lengthM * Math.sin(azimuth), lengthM * Math.cos(azimuth)],
    transparent: cirrus,
  }
}
