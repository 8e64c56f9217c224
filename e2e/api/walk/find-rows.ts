import { expect } from 'vitest'
import { none, potsdam, square } from '../sandbox-fixture.ts'
import type { Walk } from './row.ts'
import type { World } from './world.ts'

type FindAreas = 'ping' | 'projects' | 'satellites' | 'bandsets' | 'sceneSearch' | 'archives'

const sceneSearch = ({ satelliteId }: World) => ({
  start_date: '2022-01-01T00:00:00Z',
  end_date: '2026-01-01T00:00:00Z',
  geometry: square(potsdam, 400),
  satellites: [{ satellite_id: satelliteId, collection_id: 'sentinel-2-l2a' }],
  limit: 3,
})
const collection = { cid: 'sentinel-2-l2a' }

/** What can be found without owning anything: projects, satellites, scenes. */
export const findRows: Pick<Walk, FindAreas> = {
  ping: {
    ping: {
      succeeds: [{ with: () => undefined, gives: (answer) => expect(answer).toMatch(/sandbox/i) }],
      rejects: 'takes nothing',
      misses: 'names nothing',
    },
  },
  projects: {
    listProjects: {
      succeeds: [
        {
          with: () => ({ query: { page_num: 2, page_size: 1 } }),
          gives: ({ count, projects }) => expect([count, projects.length]).toEqual([3, 1]),
        },
      ],
      rejects: [['a page before the first', () => ({ query: { page_num: 0 } }), 'page_num']],
      misses: [{ finds: 'nothing', with: () => ({ query: { page_num: 99 } }) }],
    },
    getProjectById: {
      succeeds: [
        {
          with: ({ projectId }) => ({ params: { id: projectId } }),
          gives: ({ project }, { projectId }) => expect(project.id).toBe(projectId),
        },
      ],
      rejects: 'takes only ids',
      misses: [{ with: () => ({ params: { id: none } }) }],
    },
  },
  satellites: {
    listSatellites: {
      succeeds: [
        {
          with: () => undefined,
          gives: ({ satellites }) => expect(satellites.map(({ name }) => name)).toContain('Firefly'),
        },
      ],
      rejects: 'takes nothing',
      misses: 'names nothing',
    },
  },
  bandsets: {
    listBandsets: {
      succeeds: [{ with: () => ({}), gives: ({ bandsets }) => expect(bandsets.length).toBeGreaterThan(3) }],
      rejects: 'takes nothing',
      misses: 'names nothing',
    },
  },
  sceneSearch: {
    searchSatelliteImages: {
      succeeds: [
        {
          with: (world) => ({ body: sceneSearch(world) }),
          gives: ({ items }) => {
            expect(Object.keys(items)).toHaveLength(3)
            for (const [key, scene] of Object.entries(items)) expect(scene.id).toBe(key)
          },
        },
      ],
      rejects: [
        [
          'a period backwards',
          (world) => ({ body: { ...sceneSearch(world), end_date: '2021-01-01T00:00:00Z' } }),
          'end_date',
        ],
        [
          'a property that scenes have not',
          (world) => ({ body: { ...sceneSearch(world), filters: [{ id: 'colour', min: 0, max: 1 }] } }),
          'filters[0].id',
        ],
      ],
      misses: [
        {
          with: (world) => ({
            body: { ...sceneSearch(world), satellites: [{ satellite_id: none, collection_id: 'sentinel-2-l2a' }] },
          }),
          field: 'satellites[0].satellite_id',
        },
        {
          with: (world) => ({
            body: { ...sceneSearch(world), satellites: [{ satellite_id: world.satelliteId, collection_id: none }] },
          }),
          field: 'satellites[0].collection_id',
        },
      ],
    },
  },
  archives: {
    listCollections: {
      succeeds: [
        {
          with: () => ({ query: { ids: 'sentinel-2-l2a,pixxel-ff-l2a' } }),
          gives: ({ collections }) => expect(collections).toHaveLength(2),
        },
      ],
      rejects: [['a filter that there is not', () => ({ query: { id: 'sentinel-2-l2a' } }), 'query']],
      misses: [{ finds: 'nothing', with: () => ({ query: { ids: none } }) }],
    },
    getCollection: {
      succeeds: [{ with: () => ({ params: collection }), gives: ({ id }) => expect(id).toBe(collection.cid) }],
      rejects: 'takes only ids',
      misses: [{ with: () => ({ params: { cid: none } }) }],
    },
    listCollectionItems: {
      succeeds: [
        {
          with: () => ({ params: collection, query: { limit: 2, offset: 1 } }),
          gives: ({ features }) =>
            expect(features.map((scene) => scene.collection)).toEqual(Array(2).fill(collection.cid)),
        },
      ],
      rejects: [
        ['no scene at all', () => ({ params: collection, query: { limit: 0 } }), 'limit'],
        ['too many scenes', () => ({ params: collection, query: { limit: 1001 } }), 'limit'],
      ],
      misses: [{ with: () => ({ params: { cid: none } }) }],
    },
    getCollectionItem: {
      succeeds: [
        {
          with: ({ sceneIds }) => ({ params: { ...collection, id: sceneIds[0]! } }),
          gives: ({ id }, { sceneIds }) => expect(id).toBe(sceneIds[0]),
        },
      ],
      rejects: 'takes only ids',
      misses: [
        { with: () => ({ params: { ...collection, id: none } }) },
        { with: ({ sceneIds }) => ({ params: { cid: none, id: sceneIds[0]! } }) },
      ],
    },
    searchArchive: {
      succeeds: [
        {
          with: ({ sceneIds }) => ({ body: { ids: sceneIds, intersects: square(potsdam, 400) } }),
          gives: ({ features }, { sceneIds }) =>
            expect(features.map(({ id }) => id).toSorted()).toEqual(sceneIds.toSorted()),
        },
      ],
      rejects: [
        ['a box upside down', () => ({ body: { bbox: [1, 5, 2, 4] } }), 'bbox'],
        ['a property that scenes have not', () => ({ body: { query: { colour: { eq: 'red' } } } }), 'query'],
        [
          'a place without an area',
          () => ({ body: { intersects: { type: 'Point', coordinates: [1, 2] } } }),
          'intersects',
        ],
      ],
      misses: [
        { with: () => ({ body: { collections: [none] } }) },
        { finds: 'nothing', with: () => ({ body: { ids: [none] } }) },
      ],
    },
  },
}
