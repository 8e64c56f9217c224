import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { holesOf, readCoverage } from './coverage.ts'
import { askersOf, filesByArea, handles } from './layers.ts'
import { coveragePage } from './page.ts'
import { placeFinder } from './screens.ts'
import { readSourceFile } from './source-files.ts'

const root = resolve(import.meta.dirname, '../..')
const rows = readCoverage(root)

test('every operation is in the contract, the sandbox, the app, and on a screen', () => {
  expect(rows.flatMap(holesOf)).toEqual([])
})

test('the page of the docs says what the code says', () => {
  const page = readFileSync(join(root, 'docs/coverage.md'), 'utf8')
  expect(page, 'docs/coverage.md is stale: run `npm run docs:coverage`').toBe(coveragePage(rows))
})

describe('an operation is followed', () => {
  const sources = (texts: Record<string, string>) =>
    new Map(Object.entries(texts).map(([path, text]) => [path, readSourceFile(path, text)]))
  const files = sources({
    'src/api/aois.ts': `
      import { api } from './session.ts'
      const ask = (id) => api.aois.getAoi({ params: { aoi_id: id } })
      export const aoiQueries = {
        all: () => ['aois'],
        list: () => options({ queryFn: () => api.aois.listAois({}) }),
        detail: (id) => options({ queryFn: () => ask(id) }),
      }`,
    'src/api/downloads.ts': `
      export const downloadCalls = { job: (client, params) => client.jobs.downloadJob({ params }) }`,
    'src/downloads/download-source.ts': `
      import { downloadCalls } from '#src/api/downloads.ts'
      const kits = { job: sameCall((client, job) => downloadCalls.job(client, job)), other: 1 }`,
    'src/app/router.tsx': `
      export const router = [
        { path: 'aois', children: [{ path: ':id', lazy: () => import('#src/features/aois/aoi.route.tsx') }] },
        { path: 'jobs', lazy: () => import('#src/features/jobs/jobs.route.tsx') },
      ]`,
    'src/app/badge.tsx': `import { aoiQueries } from '#src/api/aois.ts'; export const Badge = () => aoiQueries.list()`,
    'src/features/aois/aoi.route.tsx': `import { Panel } from './panel.tsx'; export const Component = () => <Panel />`,
    'src/features/aois/panel.tsx': `
      import { aoiQueries as queries } from '#src/api/aois.ts'
      export const Panel = () => useQuery(queries.detail('a'))`,
    'src/features/aois/lonely.tsx': `
      import { aoiQueries } from '#src/api/aois.ts'
      export const Lonely = () => useQuery(aoiQueries.detail('a'))`,
    'src/features/jobs/jobs.route.tsx': `
      import { DownloadButton } from '#src/downloads/download-button.tsx'
      const aoiQueries = { detail: () => 'of its own' }
      export const Component = () => <DownloadButton source={{ kind: 'job', of: aoiQueries.detail() }} />`,
  })
  const askers = askersOf(files, () => true)
  const placesOf = placeFinder(files, 'src/app/router.tsx')
  const places = (name: string) => placesOf(askers.find((asker) => asker.name === name)!)

  test('into what asks it, also by way of a function beside it', () => {
    expect(askers.map(({ name, operations }) => [name, ...operations])).toEqual([
      ['aoiQueries.list', 'aois.listAois'],
      ['aoiQueries.detail', 'aois.getAoi'],
      ['downloadCalls.job', 'jobs.downloadJob'],
    ])
  })

  test('to the screens that import its use, and to no others', () => {
    expect(places('aoiQueries.detail')).toEqual([{ file: 'src/features/aois/panel.tsx', addresses: ['/aois/:id'] }])
    expect(places('aoiQueries.list')).toEqual([{ file: 'src/app/badge.tsx', addresses: ['every screen'] }])
  })

  test('through the table of downloads to who offers that kind', () => {
    expect(places('downloadCalls.job')).toEqual([{ file: 'src/features/jobs/jobs.route.tsx', addresses: ['/jobs'] }])
  })

  test('to its handler', () => {
    const served = sources({
      'sandbox/routes/router.ts': `
        import { aoiRoutes } from './aois.ts'
        export const createRouter = () => api.router({ aois: aoiRoutes })`,
      'sandbox/routes/aois.ts': `export const aoiRoutes = { listAois: api.aois.listAois.handler(() => []) }`,
    })
    expect(filesByArea(served.get('sandbox/routes/router.ts')!).get('aois')).toBe('sandbox/routes/aois.ts')
    expect(handles(served.get('sandbox/routes/aois.ts'), 'aois.listAois')).toBe(true)
    expect(handles(served.get('sandbox/routes/aois.ts'), 'aois.getAoi')).toBe(false)
  })
})
