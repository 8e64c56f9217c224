import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'

// A rule that catches nothing looks like a rule that is kept: one violation of each is planted and must be found.
const root = resolve(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'swath-rules-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function lint(file: string, source: string): string {
  copyFileSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'))
  const path = join(folder, file)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, source)
  const { stdout } = spawnSync(join(root, 'node_modules/.bin/oxlint'), ['--format=json', file], {
    cwd: folder,
    encoding: 'utf8',
  })
  rmSync(path)
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { message: string; help?: string }[] }
  return diagnostics.map(({ message, help }) => `${message} ${help ?? ''}`).join('\n')
}

/** Folders of src that are not said to be something else. */
function kits(): string[] {
  const layers = ['app', 'features', 'map', 'imagery', 'ui', 'api']
  const pure = ['vectors', 'webgl', 'geo', 'formula', 'spectra', 'formats', 'contract', 'kept']
  return foldersIn('src').filter((name) => ![...layers, ...pure].includes(name))
}

function foldersIn(path: string): string[] {
  return readdirSync(join(root, path), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [entry.name] : [],
  )
}

const planted: [rule: string, file: string, source: string, says: string][] = [
  ['contract imports nothing of ours', 'src/contract/a.ts', "import '#src/geo/bbox.ts'", 'bottom'],
  ['geo is pure', 'src/geo/a.ts', "import 'react'", 'pure'],
  ['formats is pure', 'src/formats/a.ts', "import '#src/imagery/raster-info.ts'", 'pure'],
  ['vectors are pure', 'src/vectors/a.ts', "import '#src/map/use-map.ts'", 'pure'],
  ['formula is pure', 'src/formula/a.ts', "import '#src/ui/words.ts'", 'pure'],
  ['spectra are pure', 'src/spectra/a.ts', "import '#src/imagery/open-cog.ts'", 'pure'],
  ['ui knows no data', 'src/ui/a.ts', "import '#src/api/session.ts'", 'no data'],
  ['api does not know ui', 'src/api/a.ts', "import '#src/ui/words.ts'", 'does not know'],
  ['api does not know any kit', 'src/api/b.ts', "import '#src/send-once/send-guard.ts'", 'does not know'],
  ['map does not know api', 'src/map/a.ts', "import '#src/api/session.ts'", 'from above'],
  ['map does not know any kit', 'src/map/b.ts', "import '#src/areas/words.ts'", 'from above'],
  ['imagery does not know the map', 'src/imagery/a.ts', "import '#src/map/use-map.ts'", 'compose'],
  ...kits().map((kit): (typeof planted)[0] => [
    `the kit ${kit} does not know features`,
    `src/${kit}/a.ts`,
    "import '#src/features/explore/words.ts'",
    'A kit serves features',
  ]),
  [
    'features never import each other',
    'src/features/orders/a.ts',
    "import '#src/features/explore/words.ts'",
    'never import each other',
  ],
  ['features never import app', 'src/features/orders/b.ts', "import '#src/app/router.tsx'", 'never import each other'],
  ['maplibre-gl lives in map', 'src/features/orders/c.ts', "import 'maplibre-gl'", 'src/map'],
  ['terra-draw lives in map', 'src/features/orders/d.ts', "import 'terra-draw'", 'never import each other'],
  ['app does not know the sandbox', 'src/app/a.ts', "import '#sandbox/app.ts'", 'asks the API'],
  ['sandbox sees only the bottom row', 'sandbox/a.ts', "import '#src/api/session.ts'", 'only contract'],
  ['e2e never reaches into features', 'e2e/a.ts', "import '#src/features/explore/words.ts'", 'as a person does'],
  ['Playwright is behind drivers', 'e2e/journeys/a.ts', "import '@playwright/test'", 'drivers'],
  ['fetch only where the network is', 'src/features/orders/e.ts', "void fetch('/')", 'go to the network'],
  ['no eval', 'src/geo/b.ts', "eval('1')", 'eval'],
  [
    'no raw HTML',
    'src/ui/a.tsx',
    'export const A = () => <p dangerouslySetInnerHTML={{ __html: "" }} />',
    'dangerouslySetInnerHTML',
  ],
  ['no default exports', 'src/geo/c.ts', 'export default 1', 'default'],
]

test.each(planted)('%s', (_rule, file, source, says) => {
  expect(lint(file, source)).toContain(says)
})

test('no cycles', () => {
  mkdirSync(join(folder, 'src/geo'), { recursive: true })
  writeFileSync(join(folder, 'src/geo/other.ts'), "import { a } from './cycle.ts'\nexport const b = () => a\n")
  expect(lint('src/geo/cycle.ts', "import { b } from './other.ts'\nexport const a = () => b\n")).toContain('cycle')
})

test('what is allowed is not reported', () => {
  expect(lint('src/features/orders/f.ts', "import '#src/geo/bbox.ts'\nimport './g.ts'\n")).toBe('')
  expect(lint('sandbox/b.ts', "import '#src/formula/parse.ts'\n")).toBe('')
  expect(lint('sandbox/c.ts', "import '#src/spectra/spectral-angle.ts'\n")).toBe('')
})

const architecture = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8')

/** First cells of the table under a heading. */
function named(heading: string): string[] {
  const from = architecture.indexOf(`## ${heading}`)
  const to = architecture.indexOf('\n## ', from)
  const rows = architecture.slice(from, to === -1 ? undefined : to).matchAll(/^\| (.+?)\s*\|/gm)
  return [...rows].map(([, cell]) => cell!).slice(2)
}

test('ARCHITECTURE.md names the folders that there are', () => {
  const listed = named('Folders').map((cell) => cell.replaceAll('`', ''))
  expect(listed.filter((name) => !existsSync(join(root, name)))).toEqual([])
  expect(listed.filter((name) => name.startsWith('src/')).toSorted()).toEqual(
    foldersIn('src')
      .map((name) => `src/${name}`)
      .toSorted(),
  )
})

test('ARCHITECTURE.md says what each direct dependency is for', () => {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>
  }
  // `@orpc/* (contract, client)` stands for each of them.
  const listed = named('Direct dependencies').flatMap((cell) => {
    const [, scope, names, rest] = /^(@\w+)\/\* \((.+?)\)(.*)$/.exec(cell) ?? []
    const scoped = (names ?? '').split(', ').map((name) => `${scope}/${name}`)
    return [...(scope ? scoped : []), ...(scope ? rest! : cell).split(', ')].filter(Boolean)
  })
  expect(listed.toSorted()).toEqual(Object.keys(dependencies).toSorted())
})
