import { forward, inverse } from '#src/geo/projection.ts'
import { createSamples } from '#sandbox/raster/raster.ts'
import type { Grid, RasterSource, Window } from '#sandbox/raster/raster.ts'

/** The raster on another grid, by nearest pixel; nodata outside it. Pictures of one AOI may lie in two UTM zones. */
export function onGrid(source: RasterSource, grid: Grid): RasterSource {
  const from = source.info.grid
  if (sameGrid(from, grid)) return source
  const { nodata } = source.info
  if (nodata === null) throw new Error('a raster without a nodata value can not be moved to another grid')
  return {
    info: { ...source.info, grid },
    async read(window, bands = source.info.bands.map((_, band) => band)) {
      const places = placesOf(window, grid, from)
      const columns = [...places].flatMap((place) => (place < 0 ? [] : [place % from.width]))
      const rows = [...places].flatMap((place) => (place < 0 ? [] : [Math.floor(place / from.width)]))
      const part = columns.length > 0 ? windowAround(columns, rows) : null
      const samples = part ? await source.read(part, bands) : []
      return bands.map((_, i) => {
        const out = createSamples(source.info.sampleType, places.length).fill(nodata)
        if (!part) return out
        for (const [at, place] of places.entries()) {
          if (place < 0) continue
          out[at] = samples[i]![(Math.floor(place / from.width) - part.y) * part.width + (place % from.width) - part.x]!
        }
        return out
      })
    },
    close: () => source.close?.(),
  }
}

function sameGrid(a: Grid, b: Grid): boolean {
  const keys = ['epsg', 'originX', 'originY', 'pixelSize', 'pixelSizeY', 'width', 'height'] as const
  return keys.every((key) => a[key] === b[key])
}

/** For each pixel of the window the index of the pixel of `from` under its centre, or -1. */
function placesOf(window: Window, grid: Grid, from: Grid): Int32Array {
  const places = new Int32Array(window.width * window.height).fill(-1)
  for (let row = 0; row < window.height; row++) {
    for (let column = 0; column < window.width; column++) {
      const centre = [
        grid.originX + (window.x + column + 0.5) * grid.pixelSize,
        grid.originY - (window.y + row + 0.5) * (grid.pixelSizeY ?? grid.pixelSize),
      ]
      const [x, y] = grid.epsg === from.epsg ? centre : forward(inverse(centre, grid.epsg), from.epsg)
      const column2 = Math.floor((x! - from.originX) / from.pixelSize)
      const row2 = Math.floor((from.originY - y!) / (from.pixelSizeY ?? from.pixelSize))
      if (column2 < 0 || row2 < 0 || column2 >= from.width || row2 >= from.height) continue
      places[row * window.width + column] = row2 * from.width + column2
    }
  }
  return places
}

function windowAround(columns: number[], rows: number[]): Window {
  const least = (list: number[]) => list.reduce((a, b) => Math.min(a, b))
  const most = (list: number[]) => list.reduce((a, b) => Math.max(a, b))
  const [x, y] = [least(columns), least(rows)]
  return { x, y, width: most(columns) - x + 1, height: most(rows) - y + 1 }
}
