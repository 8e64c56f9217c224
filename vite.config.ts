import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

/** Pieces that screens share would be named after all of them. */
const shortName = (name: string) => (name.startsWith('shared~') ? 'shared' : '[name]')

export default defineConfig({
  plugins: [react()],
  build: {
    target: 'es2023',
    sourcemap: false,
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      output: {
        // What many screens share, in pieces worth a request: left to itself each icon is a file, and Explore asks for ninety.
        codeSplitting: {
          groups: [{ name: 'shared', minShareCount: 4, entriesAware: true, entriesAwareMergeThreshold: 8_000 }],
        },
        chunkFileNames: ({ name }) => `assets/${shortName(name)}-[hash].js`,
        assetFileNames: ({ names: [name = ''] }) => `assets/${shortName(name)}-[hash][extname]`,
      },
    },
  },
  worker: { format: 'es' },
  // MapLibre 6 loads its own worker file; pre-bundling would break that address in `npm run dev`.
  optimizeDeps: { exclude: ['maplibre-gl'] },
  test: {
    include: ['{src,sandbox,gateway,scripts}/**/*.test.{ts,tsx}', 'e2e/{api,pixels}/**/*.test.ts'],
    environment: 'node',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
})
