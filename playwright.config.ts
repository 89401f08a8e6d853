import { defineConfig } from '@playwright/test'
import { findBrowser } from './scripts/test/browser.mjs'

// Started by `npm test -- e2e`, which serves the built studio and says where.
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.e2e.ts',
  outputDir: 'test-results/browser',
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  // Bounds for what hangs, wide enough for a machine on which everything takes three times as long.
  timeout: 600_000,
  expect: { timeout: 60_000 },
  use: {
    baseURL: process.env.BASE_URL,
    launchOptions: await findBrowser(),
    locale: 'en-US',
    actionTimeout: 180_000,
    navigationTimeout: 60_000,
    screenshot: 'only-on-failure',
    // What a trace shows of the page it has from its snapshots; pictures of it cost a third of the time.
    trace: { mode: 'retain-on-failure', screenshots: false },
  },
})
