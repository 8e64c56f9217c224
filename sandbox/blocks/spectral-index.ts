import type { Block } from './block.ts'
import { formulaLayers } from './formula-reader.ts'
import { writeValues } from './outputs.ts'

/** One formula on reflectance, for workflows that go on computing with it. */
export const spectralIndex: Block = {
  name: 'spectralindex',
  version: '1.0.0',
  title: 'Spectral index',
  description: 'A formula over bands, wavelengths or colours, computed on reflectance.',
  reference: 'Default: NDVI (Tucker 1979).',
  releasedAt: '2026-06-02T08:00:00.000Z',
  modes: ['insight', 'workflow'],
  inputs: [
    { kind: 'raster', name: 'input_image', description: 'Reflectance of one date.', formulas: [] },
    {
      kind: 'formula',
      name: 'expression',
      description: 'Such as (nir - red) / (nir + red) or R750 / R705.',
      default: '(nir - red) / (nir + red)',
    },
  ],
  outputs: [{ kind: 'raster', name: 'index', description: 'Value of the formula (float32).' }],
  price: 0.05,
  secondsPerMegapixel: 0.7,
  notes: [],
  async compute({ pictures, text, out, progress }) {
    const layers = formulaLayers(pictures['input_image']![0]!.source, [text('expression')])
    const bands = [{ name: 'value', description: text('expression') }]
    const statistics = await writeValues(out('index.tif'), layers.grid, bands, layers.read, progress)
    if (statistics[0]!.count === 0) throw new Error('the formula has no value at any pixel')
    return [{ name: 'index', kind: 'raster', file: 'index.tif', properties: { bands, statistics } }]
  },
}
