import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
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

const planted: [rule: string, file: string, source: string, says: string][] = [
  ['contract imports nothing of ours', 'src/contract/a.ts', "import '#src/geo/bbox.ts'", 'bottom'],
  ['geo is pure', 'src/geo/a.ts', "import 'react'", 'pure'],
  ['formats is pure', 'src/formats/a.ts', "import '#src/imagery/raster-info.ts'", 'pure'],
  ['vectors are pure', 'src/vectors/a.ts', "import '#src/map/use-map.ts'", 'pure'],
  ['formula is pure', 'src/formula/a.ts', "import '#src/ui/words.ts'", 'pure'],
  ['spectra are pure', 'src/spectra/a.ts', "import '#src/imagery/open-cog.ts'", 'pure'],
  ['ui knows no data', 'src/ui/a.ts', "import '#src/api/session.ts'", 'no data'],
  ['api does not know ui', 'src/api/a.ts', "import '#src/ui/words.ts'", 'does not know'],
  ['map does not know api', 'src/map/a.ts', "import '#src/api/session.ts'", 'from above'],
  ['imagery does not know the map', 'src/imagery/a.ts', "import '#src/map/use-map.ts'", 'compose'],
  ['a kit does not know features', 'src/scenes/a.ts', "import '#src/features/explore/words.ts'", 'kit'],
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

test('ARCHITECTURE.md names only folders that exist', () => {
  const text = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8')
  const table = text.slice(text.indexOf('## Folders'), text.indexOf('## Import rules'))
  const named = [...table.matchAll(/^\| `([\w/]+)`\s*\|/gm)].map((match) => match[1]!)
  expect(named.length).toBeGreaterThan(10)
  expect(named.filter((name) => !existsSync(join(root, name)))).toEqual([])
})
