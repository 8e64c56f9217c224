import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { benchDesk } from './desk/bench-desk.ts'
import type { Bench, Ratio } from './ratio.ts'
import { benchResults } from './results/bench-results.ts'
import { benchSearch } from './search.ts'
import { benchWriteCog } from './write-cog.ts'

// npm run bench [-- --json] [desk | results | search | write]   Ratios of ours against a peer, measured side by side in this run.
const benches: Record<string, Bench> = {
  desk: benchDesk,
  results: benchResults,
  search: benchSearch,
  write: benchWriteCog,
}
const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean' } } })
const unknown = positionals.find((name) => !(name in benches))
if (unknown !== undefined) {
  console.error(`There is no benchmark ${unknown}; there are ${Object.keys(benches).join(', ')}.`)
  process.exit(1)
}

const results: Record<string, Ratio> = {}
const skipped: string[] = []
for (const [name, bench] of Object.entries(benches)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue
  const folder = mkdtempSync(join(tmpdir(), 'swath-bench-'))
  try {
    const found = await bench(folder)
    if (typeof found === 'string') skipped.push(`${name}: ${found}`)
    else Object.assign(results, found)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

if (values.json) {
  console.log(JSON.stringify(results, null, 2))
} else {
  for (const [name, { ours, peer, ratio, unit, peerName, p95 }] of Object.entries(results)) {
    const figures = [`ours ${ours} ${unit}`, `peer ${peer} ${unit}`, `ratio ${ratio}`]
    if (p95 !== undefined) figures[0] += ` (95 % under ${p95})`
    console.log(`${name.padEnd(24)}${figures.map((figure) => figure.padEnd(22)).join('')}${peerName}`)
  }
}
for (const reason of skipped) console.error(`skipped  ${reason}`)
