import { execFileSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'

// `npm start` builds the app only when a source is newer than the last build.
const root = resolve(import.meta.dirname, '..')
const sources = ['src', 'public', 'scripts', 'index.html', 'vite.config.ts', 'package-lock.json']

function newestMs(path: string): number {
  const found = statSync(path)
  if (!found.isDirectory()) return found.mtimeMs
  return Math.max(0, ...readdirSync(path).map((name) => newestMs(join(path, name))))
}

const builtMs = statSync(join(root, 'dist/index.html'), { throwIfNoEntry: false })?.mtimeMs ?? 0
if (sources.some((source) => newestMs(join(root, source)) > builtMs)) {
  execFileSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: 'inherit' })
}
