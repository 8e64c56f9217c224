import { expect } from 'vitest'
import { none, potsdam, square } from '../sandbox-fixture.ts'
import type { Walk } from './row.ts'
import type { World } from './world.ts'

type AnalyseAreas = 'aois' | 'assets' | 'indices' | 'visualizations'

const newAoi = ({ satelliteId, projectId, sceneIds }: World, name: string) => ({
  name,
  description: '',
  satellite_id: satelliteId,
  provider: 'planetary' as const,
  project_id: projectId,
  geometry: square(potsdam, 400),
  item_ids: sceneIds,
})
const [lng, lat] = potsdam
const crossing = {
  type: 'Polygon' as const,
  coordinates: [[[lng, lat], [lng + 0.02, lat + 0.02], [lng + 0.02, lat], [lng, lat + 0.02], [lng, lat]]],
} // prettier-ignore

const newIndex = ({ satelliteId }: World, name: string) => ({
  name,
  description: '',
  expression: '(B08 - B04) / (B08 + B04)',
  expression_type: 'index' as const,
  colormap: 'viridis',
  rescale: [-0.25, 0.75],
  satellite_id: satelliteId,
})

const aoiOf = ({ aoi }: World) => ({ aoi_id: aoi.aoi_id })
const visualizationOf = ({ aoi, visualizationId }: World) => ({
  aoi_id: aoi.aoi_id,
  visualization_id: visualizationId,
})
const unknownVisualization = (world: World) => ({ ...visualizationOf(world), visualization_id: none })
const inUnknownAoi = (world: World) => ({ ...visualizationOf(world), aoi_id: none })
const fiveBins = ({ day }: World) => ({
  visualization_mode: 'dynamic' as const,
  dynamic_bins: 5,
  legend: { [day]: null },
})
const rollBack = ({ ndviId, day }: World) => ({
  index_id: ndviId,
  dates: [day],
  visualization_mode: 'dynamic' as const,
})
const picture = ({ ndviId, day }: World) => ({ index_id: ndviId, date: day, visualization_mode: 'dynamic' as const })
const styles = ({ day }: World) => ({ dates: [day], visualization_modes: ['dynamic' as const] })

/** Areas, their rasters, and what is computed of these. */
export const analyseRows: Pick<Walk, AnalyseAreas> = {
  aois: {
    listAois: {
      succeeds: [
        {
          with: (world) => ({ query: { ...aoiOf(world), limit: 1 } }),
          gives: ({ aois }, { aoi }) => expect(aois.map(({ aoi_id: id }) => id)).toEqual([aoi.aoi_id]),
        },
      ],
      rejects: [['no AOI at all', () => ({ query: { limit: 0 } }), 'limit']],
      misses: [{ finds: 'nothing', with: () => ({ query: { aoi_id: none } }) }],
    },
    createAoi: {
      succeeds: [
        {
          with: (world) => ({ body: newAoi(world, 'New') }),
          gives: (aoi) => expect(aoi).toMatchObject({ name: 'New', status: 'started', progress: 0 }),
        },
      ],
      rejects: [
        ['an empty name', (world) => ({ body: newAoi(world, '') }), 'name'],
        [
          'an area that crosses itself',
          (world) => ({ body: { ...newAoi(world, 'Bad'), geometry: crossing } }),
          'geometry',
        ],
      ],
      misses: [
        { with: (world) => ({ body: { ...newAoi(world, 'Bad'), project_id: none } }), field: 'project_id' },
        { with: (world) => ({ body: { ...newAoi(world, 'Bad'), satellite_id: none } }), field: 'satellite_id' },
        { with: (world) => ({ body: { ...newAoi(world, 'Bad'), item_ids: [none] } }), field: 'item_ids[0]' },
      ],
      clashes: [(world) => ({ body: newAoi(world, world.aoi.name) })],
    },
    getAoi: {
      succeeds: [
        {
          with: (world) => ({ params: aoiOf(world) }),
          gives: (aoi) => expect(aoi).toMatchObject({ status: 'success', progress: 100 }),
        },
      ],
      rejects: 'takes only ids',
      misses: [{ with: () => ({ params: { aoi_id: none } }) }],
    },
  },
  assets: {
    listAssets: {
      succeeds: [
        {
          with: (world) => ({ params: aoiOf(world), query: { limit: 1 } }),
          gives: ({ assets, pagination }) => {
            expect(assets).toHaveLength(1)
            expect(pagination!.total).toBeGreaterThan(3)
          },
        },
      ],
      rejects: [['a page before the first', (world) => ({ params: aoiOf(world), query: { offset: -1 } }), 'offset']],
      misses: [{ with: () => ({ params: { aoi_id: none } }) }],
    },
    createAoiDownload: {
      succeeds: [
        {
          with: (world) => ({ params: aoiOf(world), body: { asset_ids: [world.mosaicIds[0]!] } }),
          gives: ({ status, signed_url: url }) => expect([status, url ?? null]).toEqual(['CREATED', null]),
        },
      ],
      rejects: [['no file at all', (world) => ({ params: aoiOf(world), body: { asset_ids: [] } }), 'asset_ids']],
      misses: [
        { with: ({ mosaicIds }) => ({ params: { aoi_id: none }, body: { asset_ids: mosaicIds } }) },
        { with: (world) => ({ params: aoiOf(world), body: { asset_ids: [world.mosaicIds[0]!, none] } }) },
      ],
    },
    getAoiDownload: {
      succeeds: [
        {
          async with(world) {
            const params = aoiOf(world)
            const started = await world.api.assets.createAoiDownload({
              params,
              body: { asset_ids: [world.mosaicIds[1]!] },
            })
            await world.desk.finishWork()
            return { params: { ...params, download_id: started.download_id } }
          },
          gives: ({ status, signed_url: url }) =>
            expect([status, url]).toEqual(['SUCCESS', expect.stringMatching(/^http/)]),
        },
      ],
      rejects: 'takes only ids',
      misses: [
        { with: (world) => ({ params: { ...aoiOf(world), download_id: none } }) },
        { with: () => ({ params: { aoi_id: none, download_id: none } }) },
      ],
    },
  },
  indices: {
    listIndices: {
      succeeds: [
        {
          with: ({ ndviId }) => ({ query: { index_id: ndviId } }),
          gives: ({ indices }) => expect(indices.map(({ name }) => name)).toEqual(['NDVI']),
        },
      ],
      rejects: [['a kind that there is not', () => ({ query: { type: 'mine' } }), 'type']],
      misses: [{ finds: 'nothing', with: () => ({ query: { satellite_id: none } }) }],
    },
    createIndex: {
      succeeds: [
        {
          with: (world) => ({ body: newIndex(world, 'My NDVI') }),
          gives: ({ bands, rescale, type }) =>
            expect({ bands: bands!.toSorted(), rescale, type }).toEqual({
              bands: ['B04', 'B08'],
              rescale: [-0.25, 0.75],
              type: 'custom',
            }),
        },
      ],
      rejects: [
        [
          'half a formula',
          (world) => ({ body: { ...newIndex(world, 'Bad'), expression: '(B08 - B04' } }),
          'expression',
        ],
        ['a range of one number', (world) => ({ body: { ...newIndex(world, 'Bad'), rescale: [0] } }), 'rescale'],
        ['a range upside down', (world) => ({ body: { ...newIndex(world, 'Bad'), rescale: [1, 0] } }), 'rescale'],
        ['no name', (world) => ({ body: newIndex(world, '') }), 'name'],
        ['an unknown colour map', (world) => ({ body: { ...newIndex(world, 'Bad'), colormap: 'sunset' } }), 'colormap'],
      ],
      misses: [
        { with: (world) => ({ body: { ...newIndex(world, 'Bad'), satellite_id: none } }), field: 'satellite_id' },
      ],
      clashes: [(world) => ({ body: newIndex(world, 'NDVI') })],
    },
  },
  visualizations: {
    listVisualizations: {
      succeeds: [
        {
          with: (world) => ({ params: aoiOf(world), query: { index_id: world.ndviId } }),
          gives: ({ visualization: list }, { visualizationId }) =>
            expect(list.map(({ id, status }) => [id, status])).toEqual([[visualizationId, 'success']]),
        },
      ],
      rejects: [['half a page', (world) => ({ params: aoiOf(world), query: { limit: 1.5 } }), 'limit']],
      // Neither 400 nor 404 is declared: an unknown AOI has no visualizations.
      misses: [{ finds: 'nothing', with: () => ({ params: { aoi_id: none } }) }],
    },
    createVisualization: {
      succeeds: [
        {
          with: (world) => ({ params: aoiOf(world), body: { index_id: world.indexId('NDMI') } }),
          gives: (made) => expect(made).toMatchObject({ index_name: 'NDMI', status: 'creating', type: 'custom' }),
        },
      ],
      rejects: [
        [
          'a pixel of no size',
          (world) => ({ params: aoiOf(world), body: { index_id: world.indexId('EVI'), resolution: 0 } }),
          'resolution',
        ],
        [
          'a source that is no mosaic of the AOI',
          (world) => ({ params: aoiOf(world), body: { index_id: world.indexId('EVI'), src_asset_ids: [none] } }),
          'src_asset_ids[0]',
        ],
      ],
      misses: [
        { with: ({ ndviId }) => ({ params: { aoi_id: none }, body: { index_id: ndviId } }) },
        { with: (world) => ({ params: aoiOf(world), body: { index_id: none } }) },
      ],
      clashes: [(world) => ({ params: aoiOf(world), body: { index_id: world.ndviId } })],
    },
    updateVisualizationMetadata: {
      succeeds: [
        {
          with: (world) => ({ params: visualizationOf(world), body: { ...fiveBins(world), dynamic_bins: 7 } }),
          gives: ({ legend }, { day }) => expect(legend![day]!.dynamic).toHaveLength(7),
        },
      ],
      rejects: [
        [
          'sixteen classes',
          (world) => ({ params: visualizationOf(world), body: { ...fiveBins(world), dynamic_bins: 16 } }),
          'dynamic_bins',
        ],
        [
          'a colour that is none',
          (world) => ({
            params: visualizationOf(world),
            body: {
              visualization_mode: 'theoretical',
              legend: { [world.day]: [{ min: 0, max: 1, color: 'reddish' }] },
            },
          }),
          'legend.day[0].color',
        ],
      ],
      misses: [
        { with: (world) => ({ params: unknownVisualization(world), body: fiveBins(world) }) },
        { with: (world) => ({ params: inUnknownAoi(world), body: fiveBins(world) }) },
      ],
    },
    rollBackVisualizationMetadata: {
      succeeds: [
        {
          with: (world) => ({ params: visualizationOf(world), body: rollBack(world) }),
          gives: ({ metadata }, { day }) => expect(metadata!.legend![day]!.dynamic).toHaveLength(5),
        },
      ],
      rejects: [
        [
          'a day with hyphens',
          (world) => ({ params: visualizationOf(world), body: { ...rollBack(world), dates: ['2026-01-01'] } }),
          'dates[0]',
        ],
      ],
      misses: [
        { with: (world) => ({ params: unknownVisualization(world), body: rollBack(world) }) },
        { with: (world) => ({ params: inUnknownAoi(world), body: rollBack(world) }) },
        { with: (world) => ({ params: visualizationOf(world), body: { ...rollBack(world), dates: ['1999_01_01'] } }) },
      ],
    },
    generateIndexPng: {
      succeeds: [
        {
          with: (world) => ({ params: visualizationOf(world), body: picture(world) }),
          async gives(file) {
            expect([...new Uint8Array(await file.arrayBuffer()).slice(1, 4)]).toEqual([...Buffer.from('PNG')])
          },
        },
      ],
      rejects: [
        [
          'a day with hyphens',
          (world) => ({ params: visualizationOf(world), body: { ...picture(world), date: '2026-01-01' } }),
          'date',
        ],
        [
          'the index of another visualization',
          (world) => ({ params: visualizationOf(world), body: { ...picture(world), index_id: world.indexId('EVI') } }),
          'index_id',
        ],
      ],
      misses: [
        { with: (world) => ({ params: unknownVisualization(world), body: picture(world) }) },
        { with: (world) => ({ params: inUnknownAoi(world), body: picture(world) }) },
        { with: (world) => ({ params: visualizationOf(world), body: { ...picture(world), date: '1999_01_01' } }) },
      ],
    },
    generateVisualizationSld: {
      succeeds: [
        {
          with: (world) => ({ params: visualizationOf(world), body: styles(world) }),
          gives: ({ sld }, { day }) => expect(sld.dynamic![day]).toContain('<StyledLayerDescriptor'),
        },
      ],
      rejects: [
        [
          'no mode at all',
          (world) => ({ params: visualizationOf(world), body: { ...styles(world), visualization_modes: [] } }),
          'visualization_modes',
        ],
      ],
      misses: [
        { with: (world) => ({ params: unknownVisualization(world), body: styles(world) }) },
        { with: (world) => ({ params: inUnknownAoi(world), body: styles(world) }) },
        { with: (world) => ({ params: visualizationOf(world), body: { ...styles(world), dates: ['1999_01_01'] } }) },
      ],
    },
  },
}
