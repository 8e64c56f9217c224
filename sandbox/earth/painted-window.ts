import { fromUtm } from '#src/geo/utm.ts'
import type { Grid, Window } from '#sandbox/raster/raster.ts'
import type { Clouds } from './clouds.ts'
import { coverAt } from './cover-at.ts'
import { newCover } from './cover.ts'
import { kindIndex } from './land-cover-kinds.ts'
import { LatticePatch } from './lattice.ts'
import { mixtureOf } from './mixture-of.ts'
import { mixtureSize, newMixture } from './mixture.ts'
import { gradientNoise, hash2 } from './noise.ts'
import type { Season } from './season.ts'
import { fillGround, fillTerrain, ground, groundFields, terrain, terrainFields } from './terrain.ts'

/** Pixels of a window, before any band: what each is made of and how it is lit. */
export type PaintedWindow = {
  /** `mixtureSize` material numbers and weights for each pixel */
  materials: Uint8Array
  weights: Float32Array
  /** direct sunlight relative to level, unshaded ground */
  sunlit: Float32Array
  /** share of the ground that is seen past the clouds, and brightness of the cloud in front */
  clear: Float32Array
  cloud: Float32Array
  /** random bits of each pixel */
  bits: Uint32Array
}

export type Painter = {
  grid: Grid
  season: Season
  clouds: Clouds | undefined
  sunElevationDeg: number
  sunAzimuthDeg: number
  seed: number
}

const cloudFields = 2

/**
 * Classifies each pixel of the window where `inside` is 1. Slow fields are computed on nodes 480 m apart, detail on nodes
 * 30 m apart, the rest for each pixel; nodes lie on multiples of their step in the zone, whatever the window.
 */
export function paintWindow(painter: Painter, window: Window, inside: Uint8Array): PaintedWindow {
  const { grid, season, clouds } = painter
  const gsd = grid.pixelSize
  const detailStep = Math.max(30, 2 * gsd)
  const minX = grid.originX + window.x * gsd
  const maxY = grid.originY - window.y * gsd
  const bounds: [number, number, number, number] = [minX, maxY - window.height * gsd, minX + window.width * gsd, maxY]
  const wide = detailStep * 3
  const groundPatch = new LatticePatch(
    Math.max(480, 4 * gsd),
    groundFields,
    [bounds[0] - wide, bounds[1] - wide, bounds[2] + wide, bounds[3] + wide],
    0,
    (x, y, out, offset) => {
      const [lng, lat] = fromUtm([x, y], grid.epsg)
      fillGround(lng, lat, out, offset)
    },
  )
  const g = new Float64Array(groundFields)
  const t = new Float64Array(terrainFields)
  const c = new Float64Array(cloudFields)
  const detail = new LatticePatch(detailStep, terrainFields, bounds, 1, (x, y, out, offset) => {
    groundPatch.at(x, y, g)
    fillTerrain(g, out, offset)
  })
  addSlopes(detail, detailStep)
  const cloudPatch =
    clouds &&
    new LatticePatch(detailStep, cloudFields, bounds, 0, (x, y, out, offset) => {
      groundPatch.at(x, y, g)
      const k = g[ground.scale]!
      out[offset] = clouds.thicknessAt(g[ground.x]!, g[ground.y]!)
      const [east, north] = clouds.shadowOffsetM
      out[offset + 1] = clouds.thicknessAt(g[ground.x]! + east * k, g[ground.y]! + north * k)
    })

  const size = window.width * window.height
  const painted: PaintedWindow = {
    materials: new Uint8Array(size * mixtureSize),
    weights: new Float32Array(size * mixtureSize),
    sunlit: new Float32Array(size).fill(1),
    clear: new Float32Array(size).fill(1),
    cloud: new Float32Array(size),
    bits: new Uint32Array(size),
  }
  const elevation = (painter.sunElevationDeg * Math.PI) / 180
  const azimuth = (painter.sunAzimuthDeg * Math.PI) / 180
  const sunEast = Math.cos(elevation) * Math.sin(azimuth)
  const sunNorth = Math.cos(elevation) * Math.cos(azimuth)
  const sunUp = Math.max(0.15, Math.sin(elevation))
  const column0 = Math.round(grid.originX / gsd) + window.x
  const row0 = Math.round(grid.originY / gsd) - window.y - 1
  const cover = newCover()
  const mixture = newMixture()
  for (let row = 0; row < window.height; row++) {
    const y = (row0 - row + 0.5) * gsd
    for (let column = 0; column < window.width; column++) {
      const pixel = row * window.width + column
      if (!inside[pixel]) continue
      const x = (column0 + column + 0.5) * gsd
      groundPatch.at(x, y, g)
      detail.at(x, y, t)
      coverAt(g, t, gsd, cover)
      mixtureOf(cover, season, mixture)
      for (let i = 0; i < mixture.count; i++) {
        painted.materials[pixel * mixtureSize + i] = mixture.index[i]!
        painted.weights[pixel * mixtureSize + i] = mixture.weight[i]!
      }
      const slopeX = t[terrain.slopeX]!
      const slopeY = t[terrain.slopeY]!
      let sunlit = 1
      if (cover.water < 0.5 && cover.kind !== kindIndex.urban) {
        const incidence = (sunUp - slopeX * sunEast - slopeY * sunNorth) / Math.hypot(1, slopeX, slopeY)
        sunlit = Math.min(1.8, Math.max(0, incidence / sunUp))
      }
      painted.bits[pixel] = hash2(column0 + column, row0 - row, painter.seed)
      if (clouds && cloudPatch) {
        cloudPatch.at(x, y, c)
        const wisp = 0.035 * gradientNoise(g[ground.x]! / 70, g[ground.y]! / 70, 161)
        const opacity = clouds.opacity(c[0]! + wisp)
        sunlit *= 1 - (clouds.transparent ? 0.45 : 0.93) * clouds.opacity(c[1]! + wisp)
        painted.clear[pixel] = 1 - opacity
        painted.cloud[pixel] = opacity * (clouds.brightness(c[0]!) + 0.9 * wisp)
      }
      painted.sunlit[pixel] = sunlit
    }
  }
  return painted
}

/** Slopes (rise over run, to the east and to the north) by central differences of the neighbouring nodes' heights. */
function addSlopes(patch: LatticePatch, stepM: number): void {
  const { values, columns, rows } = patch
  const heightAt = (row: number, column: number) =>
    values[(row * columns + column) * terrainFields + terrain.elevation]!
  for (let row = 1; row < rows - 1; row++) {
    for (let column = 1; column < columns - 1; column++) {
      const offset = (row * columns + column) * terrainFields
      values[offset + terrain.slopeX] = (heightAt(row, column + 1) - heightAt(row, column - 1)) / (2 * stepM)
      values[offset + terrain.slopeY] = (heightAt(row + 1, column) - heightAt(row - 1, column)) / (2 * stepM)
    }
  }
}
