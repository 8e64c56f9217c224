import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { readCoverage } from './coverage/coverage.ts'
import { coveragePage } from './coverage/page.ts'

// `npm run docs:coverage`: writes docs/coverage.md from the source files.
const root = resolve(import.meta.dirname, '..')
writeFileSync(join(root, 'docs/coverage.md'), coveragePage(readCoverage(root)))
