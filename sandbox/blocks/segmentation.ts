import type { Feature, Polygon } from 'geojson'
import { pixelAreaSqM } from '#sandbox/work/pixels/pixel-area.ts'
import type { Block } from './block.ts'
import { bandLayers, eachStrip } from './formula-reader.ts'
import type { Layers } from './formula-reader.ts'
import { fitComponents, project } from './methods/principal-components.ts'
import { slic } from './methods/slic.ts'
import { tracePolygons } from './methods/trace-polygons.ts'
import { writeGeoJson } from './outputs.ts'
import { usefulBands } from './useful-bands.ts'

/** A file with more polygons than these helps no one, and its labels would not fit into memory comfortably. */
const mostSegments = 50_000
const layersUsed = 3

/**
 * Patches of like pixels as polygons: SLIC superpixels (Achanta et al. 2012) on three components. Components come from an
 * earlier block or are computed here; they are scaled together, so that the first counts most, as it should.
 */
export const segmentation: Block = {
  name: 'segmentation',
  version: '1.0.0',
  title: 'Segmentation',
  description: 'Cuts the picture into patches of like pixels and gives them as polygons with their areas.',
  reference: 'SLIC superpixels (Achanta et al. 2012) on principal components.',
  releasedAt: '2026-05-12T08:00:00.000Z',
  modes: ['insight', 'workflow'],
  inputs: [
    {
      kind: 'raster',
      name: 'input_image',
      description: 'Reflectance, or the components of an earlier block.',
      formulas: [],
    },
    {
      kind: 'number',
      name: 'segment_size',
      description: 'Wanted edge of a segment.',
      min: 4,
      max: 200,
      default: 12,
      integer: true,
      unit: 'pixels',
    },
    {
      kind: 'number',
      name: 'compactness',
      description: 'How much shape counts against likeness: low follows edges, high makes squares.',
      min: 0.05,
      max: 10,
      default: 0.5,
    },
  ],
  outputs: [
    { kind: 'vector', name: 'segments', description: 'Polygons with number, pixels and area (GeoJSON, WGS 84).' },
  ],
  price: 0.4,
  secondsPerMegapixel: 3,
  everyBand: true,
  notes: ['Segments are parts of fields and stands, not whole farms.'],
  async compute({ pictures, number, out, progress, log }) {
    const { source } = pictures['input_image']![0]!
    const { grid } = source.info
    const size = number('segment_size')
    const expected = Math.ceil(grid.width / size) * Math.ceil(grid.height / size)
    if (expected > mostSegments)
      throw new Error(
        `segments of ${size} pixels would be about ${expected}; choose larger ones, so that there are at most ${mostSegments}`,
      )
    const components = await wholeComponents(bandLayers(source, await usefulBands(source, 40)), (f) =>
      progress(f * 0.4),
    )
    const { labels, count } = slic(
      components,
      grid.width,
      grid.height,
      { size, compactness: number('compactness') },
      (f) => progress(0.4 + f * 0.5),
    )
    log(`${count} segments of about ${size} pixels' edge.`)
    const pixels = new Int32Array(count)
    for (const label of labels) if (label >= 0) pixels[label]!++
    const pixelArea = pixelAreaSqM(grid)
    const features = tracePolygons(labels, count, grid).flatMap((geometry, i): Feature<Polygon>[] =>
      geometry
        ? [
            {
              type: 'Feature',
              id: i + 1,
              geometry,
              properties: { segment: i + 1, pixels: pixels[i]!, area_ha: (pixels[i]! * pixelArea) / 10_000 },
            },
          ]
        : [],
    )
    await writeGeoJson(out('segments.geojson'), { type: 'FeatureCollection', features })
    progress(1)
    return [{ name: 'segments', kind: 'vector', file: 'segments.geojson', properties: { count: features.length } }]
  },
}

/** Three components of every pixel, divided by the first one's standard deviation. */
async function wholeComponents(layers: Layers, progress: (fraction: number) => void): Promise<Float32Array[]> {
  const fitted = await fitComponents(layers, (f) => progress(f / 2))
  const count = Math.min(layersUsed, layers.count)
  const { width, height } = layers.grid
  const whole = Array.from({ length: count }, () => new Float32Array(width * height))
  const spread = Math.sqrt(fitted.values[0]!) || 1
  await eachStrip(
    layers,
    (values, { y }) => {
      for (const [c, part] of project(values, fitted, count).entries()) {
        const at = y * width
        for (let i = 0; i < part.length; i++) whole[c]![at + i] = part[i]! / spread
      }
    },
    (f) => progress(0.5 + f / 2),
  )
  return whole
}
