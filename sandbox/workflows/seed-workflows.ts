import { blockId } from '#sandbox/blocks/block-view.ts'
import { blocks } from '#sandbox/blocks/blocks.ts'
import type { Database } from '#sandbox/database/open.ts'
import { stableId } from '#sandbox/database/stable-id.ts'
import type { BlockNode, DataNode, Edge, Graph } from './graph.ts'

type Seeded = { project: string; name: string; description: string; graph: Graph }

const seeded: readonly Seeded[] = [
  {
    project: 'lakes-and-rivers',
    name: 'Lake health',
    description:
      'Chlorophyll, turbidity and trophic state of the water, with figures for the area; land cover around it.',
    graph: {
      nodes: [
        area(1, ['Potsdam and the Havel lakes', 'Berlin south-east', 'Bengaluru lakes']),
        step('Water quality', 'waterquality'),
        step('Land cover', 'landcover'),
        step('Figures for the area', 'zonalstatistics'),
      ],
      edges: [
        edge('area.raster', 'water-quality.input_image'),
        edge('area.raster', 'land-cover.input_image'),
        edge('water-quality.water_quality', 'figures-for-the-area.values'),
        edge('area.vector', 'figures-for-the-area.zones'),
      ],
    },
  },
  {
    project: 'lakes-and-rivers',
    name: 'Moving shoreline',
    description: 'Where water came or went between the first and the last picture of the area.',
    graph: {
      nodes: [
        area(2, ['Great Salt Lake', 'Mississippi delta', 'Potsdam and the Havel lakes']),
        step('Change of water', 'changedetection', { index: 'NDWI' }),
      ],
      edges: [edge('area.raster', 'change-of-water.before', 'earliest'), edge('area.raster', 'change-of-water.after')],
    },
  },
  {
    project: 'crop-monitoring',
    name: 'Stressed fields',
    description: 'Patches of the fields as polygons, each with how far its plants lie below the others.',
    graph: {
      nodes: [
        area(1, ['Po valley, Cremona', 'Corn belt, Iowa', 'Central Valley, California', 'Nile delta']),
        step('Crop stress', 'cropstress', { minimum_ndvi: '0.4' }),
        step('Components', 'principalcomponents'),
        step('Patches', 'segmentation', { segment_size: '14' }),
        step('Stress of each patch', 'zonalstatistics'),
      ],
      edges: [
        edge('area.raster', 'crop-stress.input_image'),
        edge('area.raster', 'components.input_image'),
        edge('components.components', 'patches.input_image'),
        edge('crop-stress.stress_score', 'stress-of-each-patch.values'),
        edge('patches.segments', 'stress-of-each-patch.zones'),
      ],
    },
  },
  {
    project: 'crop-monitoring',
    name: 'Crop groups by season',
    description: 'A gap-filled NDVI series of the season, grouped by its course: crops that grow alike come together.',
    graph: {
      nodes: [
        area(3, ['Central Valley, California', 'Po valley, Cremona', 'Corn belt, Iowa', 'Punjab, Ludhiana']),
        step('NDVI series', 'gapfilledndvi'),
        step('Crop groups', 'imageclustering', { clusters: '5' }),
      ],
      edges: [
        edge('area.raster', 'ndvi-series.input_image'),
        edge('ndvi-series.ndvi_series', 'crop-groups.input_image'),
      ],
    },
  },
  {
    project: 'mineral-mapping',
    name: 'Ground types',
    description:
      'Groups of like ground from the components of all bands, and the ratio of red to blue that iron oxides raise.',
    graph: {
      nodes: [
        area(1, ['Pilbara, Western Australia', 'Atacama, Chuquicamata', 'Great Salt Lake']),
        step('Components', 'principalcomponents', { components: '5' }),
        step('Ground groups', 'imageclustering', { clusters: '8' }),
        step('Iron oxides', 'spectralindex', { expression: 'red / blue' }),
      ],
      edges: [
        edge('area.raster', 'components.input_image'),
        edge('components.components', 'ground-groups.input_image'),
        edge('area.raster', 'iron-oxides.input_image'),
      ],
    },
  },
]

/** Workflows can not be made by the API, so a fresh workspace brings some along. */
export function seedWorkflows({ raw }: Database, createdAt: string): void {
  const insert = raw.prepare(
    'INSERT OR IGNORE INTO workflows (id, project_id, name, description, spec_json, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  for (const { project, name, description, graph } of seeded) {
    insert.run(
      stableId('workflow', name),
      stableId('project', project),
      name,
      description,
      JSON.stringify(graph),
      createdAt,
      createdAt,
    )
  }
}

function area(leastDates: number, samples: string[]): DataNode {
  const outputs = [
    { name: 'raster', format: 'raster' as const },
    { name: 'vector', format: 'vector' as const },
  ]
  return {
    id: 'area',
    name: 'Area of interest',
    kind: 'data',
    type: 'aoi',
    outputs,
    select: { newest_ready_aoi_of_project: true, least_dates: leastDates },
    samples,
  }
}

function step(name: string, blockName: string, values: Record<string, string> = {}): BlockNode {
  const block = blocks.find((one) => one.name === blockName)
  if (!block) throw new Error(`no block ${blockName}`)
  const inputs = block.inputs.flatMap(({ name: port, kind }) =>
    kind === 'raster' || kind === 'vector' ? [{ name: port, format: kind }] : [],
  )
  const outputs = block.outputs.map(({ name: port, kind }) => ({ name: port, format: kind }))
  const { version } = block
  return {
    id: name.toLowerCase().replaceAll(' ', '-'),
    name,
    kind: 'block',
    block: { id: blockId(block), name: blockName, version },
    values,
    inputs,
    outputs,
  }
}

/** `node.port` to `node.port`. */
function edge(from: string, to: string, pick?: Edge['pick']): Edge {
  const end = (text: string) => {
    const [node = '', port = ''] = text.split('.')
    return { node, port }
  }
  return { from: end(from), to: end(to), ...(pick && { pick }) }
}
