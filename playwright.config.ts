import { defineConfig } from '@playwright/test'
import { chromiumPath } from './scripts/chromium-path.ts'
import { launchArguments } from './scripts/launch-arguments.ts'

const executablePath = chromiumPath()

export default defineConfig({
  testDir: 'e2e/journeys',
  // Two cores, and each worker has a sandbox that computes pixels: one browser at a time is the fastest.
  workers: 1,
  timeout: 180_000,
  expect: { timeout: 20_000 },
  retries: process.env.CI ? 1 : 0,
  reporter: [['list']],
  use: {
    viewport: { width: 1280, height: 800 },
    acceptDownloads: true,
    actionTimeout: 30_000,
    trace: 'retain-on-failure',
    launchOptions: {
      ...(executablePath && { executablePath }),
      args: [...launchArguments],
    },
  },
})
