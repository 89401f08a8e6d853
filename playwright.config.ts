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
  timeout: 120_000,
  expect: { timeout: 20_000 },
  use: {
    baseURL: process.env.BASE_URL,
    launchOptions: await findBrowser(),
    locale: 'en-US',
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
  },
})
