import { basename } from 'node:path'
import type { CoverageRow } from './coverage.ts'
import { everywhere } from './screens.ts'

/** The rows as `docs/coverage.md`. Files are linked, without lines: these would be stale after every change. */
export function coveragePage(rows: readonly CoverageRow[]): string {
  const tags = [...new Set(rows.map(({ tag }) => tag))]
  return [
    '# Where each operation is',
    '',
    `Every one of the ${rows.length} operations of the API, followed through the code: what the contract says of it, what answers`,
    'it in the sandbox, what asks it in the app, and on which screen a person meets it. `npm run docs:coverage` writes this',
    'page from the source files; a test fails when it is stale or a row has a hole.',
    ...tags.flatMap((tag) =>
      section(
        tag,
        rows.filter((row) => row.tag === tag),
      ),
    ),
    '',
  ].join('\n')
}

function section(tag: string, rows: readonly CoverageRow[]): string[] {
  return [
    '',
    `## ${tag}`,
    '',
    '| operation | contract | sandbox | app | screen |',
    '| --- | --- | --- | --- | --- |',
    ...rows.map((row) => `| ${cellsOf(row).join(' | ')} |`),
  ]
}

function cellsOf({ operation, method, path, contractFile, sandboxFile, askers, places }: CoverageRow): string[] {
  return [
    `\`${method} ${path}\`<br>${operation}`,
    link(contractFile),
    link(sandboxFile),
    askers.map(({ name, file }) => `\`${name}\` in ${link(file)}`).join('<br>'),
    places.map(({ file, addresses }) => `${addresses.map(addressText).join(', ')}: ${link(file)}`).join('<br>'),
  ]
}

const addressText = (address: string) => (address === everywhere ? everywhere : `\`${address}\``)
const link = (file: string | undefined) => (file ? `[${basename(file)}](../${file})` : '')
