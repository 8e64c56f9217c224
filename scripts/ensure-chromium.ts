import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { chromiumPath } from './chromium-path.ts'

// The browser tests need a real Chromium: an installed one, else Playwright's own, else Debian's.
const attempts: [what: string, command: string, parameters: string[]][] = [
  ["Playwright's Chromium", 'npx', ['playwright', 'install', 'chromium']],
  [
    "Debian's Chromium",
    'sh',
    [
      '-c',
      'command -v apt-get && apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium',
    ],
  ],
]
// On Debian as root the packaged one comes with all its libraries, so it goes first there.
if (existsSync('/etc/debian_version') && process.getuid?.() === 0) attempts.reverse()

const found = () => chromiumPath() !== undefined || existsSync(chromium.executablePath())

for (const [what, command, parameters] of attempts) {
  if (found()) break
  console.log(`No Chromium found; installing ${what} …`)
  try {
    execFileSync(command, parameters, { stdio: 'ignore', timeout: 600_000 })
  } catch {
    console.log(`${what} could not be installed.`)
  }
}
if (!found()) {
  console.error(
    'The browser tests need Chromium. Install it (for example "npx playwright install chromium") or set CHROMIUM_PATH.',
  )
  process.exit(1)
}
