import { join, resolve } from 'node:path'
import { build } from 'vite'

/** Beside the app, on the same basemap, two pages with outlines only: the app's layer and a bare map. */
export async function buildOutlinePages(outDir: string): Promise<void> {
  const page = resolve(import.meta.dirname, 'page')
  await build({
    root: page,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      outDir,
      emptyOutDir: false,
      target: 'es2023',
      rolldownOptions: { input: ['ours', 'peer'].map((name) => join(page, `${name}.html`)) },
    },
  })
}
