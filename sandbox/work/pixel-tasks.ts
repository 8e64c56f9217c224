import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson'
import type { BlockOutput } from '#sandbox/blocks/block.ts'
import type { SceneModel } from '#sandbox/earth/scene.ts'
import type { Grid, Window } from '#sandbox/raster/raster.ts'

/** Where a scene's pixels come from: the Earth model, or the COG of a user's own file. */
export type ScenePixels =
  | { from: 'model'; scene: SceneModel; grid: Grid }
  | { from: 'file'; path: string; window: Window }

/** Everything that is done to pixels, each in a worker thread. Paths are absolute; outputs appear whole or not at all. */
export type PixelTask =
  /** One scene cut to an area, all bands or the named ones, as a COG. */
  | {
      kind: 'scene-raster'
      pixels: ScenePixels
      area: Polygon | MultiPolygon
      bands: string[] | null
      metadata: Record<string, string>
      out: string
    }
  /** A scene, or an area of it, as a small true-colour picture. The ending says which: `.png` is transparent where there is no data. */
  | {
      kind: 'quicklook'
      pixels:
        | { from: 'model'; scene: SceneModel; area?: Polygon | MultiPolygon }
        | { from: 'file'; path: string; window?: Window }
      maxPixels: number
      out: string
    }
  /** A formula (one expression, or three for a composite) over a COG, as a float32 COG. */
  | { kind: 'formula-raster'; source: string; expression: string; composite: boolean; out: string }
  /** Pixels of a single-band COG in classes of ascending, touching ranges [min, max). The last class holds its upper end. */
  | { kind: 'class-counts'; source: string; classes: { min: number; max: number }[][] }
  /** Single-band COGs painted by their classes (or three-band ones stretched) as one picture, with the legend drawn beside it. */
  | {
      kind: 'legend-png'
      sources: string[]
      title: string
      subtitle: string
      classes: { color: string; label: string; min: number; max: number }[]
      rescale: [number, number]
      out: string
    }
  /** A block over its inputs; its files are written into the folder. Vectors are files, or come with the task. */
  | {
      kind: 'block'
      name: string
      version: string
      pictures: Record<string, { path: string; date: string | null }[]>
      vectors: Record<string, string | FeatureCollection>
      values: Record<string, string | number>
      folder: string
    }
  | { kind: 'zip'; entries: { name: string; path: string }[]; modifiedMs: number; out: string }

export type PixelTaskResult<T extends PixelTask> = {
  'scene-raster': { validPixels: number; bytes: number }
  quicklook: null
  'formula-raster': { validPixels: number; min: number; max: number; pixelAreaSqM: number }
  'class-counts': { counts: number[][]; validPixels: number; pixelAreaSqM: number }
  'legend-png': null
  block: { outputs: BlockOutput[] }
  zip: { bytes: number }
}[T['kind']]
