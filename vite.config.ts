import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [react()],
  build: { target: 'es2023', sourcemap: false, chunkSizeWarningLimit: 1200 },
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
