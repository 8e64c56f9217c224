import { existsSync } from 'node:fs'

const known = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** An installed Chromium, or undefined for the one Playwright brings. `CHROMIUM_PATH` names another. */
export function chromiumPath(): string | undefined {
  return process.env.CHROMIUM_PATH ?? known.find((path) => existsSync(path))
}
