import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('.', import.meta.url))

/** What is waited for in real processes comes late on a busy machine; only a test's own time limit says too late. */
const PATIENT = { testTimeout: 300_000, hookTimeout: 300_000, expect: { poll: { timeout: 30_000 } } }

export default defineConfig({
  resolve: { alias: { '@': root.replace(/\/$/, '') } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{lib,components,scripts,app,tests}/**/*.test.{ts,tsx}'],
          testTimeout: 20_000,
          // Half the time: modules are loaded once for many files. What a test does to something global it takes back.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['{lib,app,scripts,tests}/**/*.itest.ts'],
          globalSetup: 'tests/kit/run.setup.ts',
          setupFiles: 'tests/kit/file.setup.ts',
          ...PATIENT,
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        test: {
          // The built studio with real inference services: part of `npm run test:inference`.
          name: 'engines',
          include: ['tests/engines/*.enginetest.ts'],
          testTimeout: 60_000,
          maxWorkers: 1,
        },
      },
      {
        extends: true,
        test: {
          // Against the S3 server that scripts/test/object-storage.mjs starts: part of `npm run test:inference`.
          name: 's3',
          include: ['{lib,tests}/**/*.s3test.ts'],
          globalSetup: 'tests/kit/run.setup.ts',
          setupFiles: 'tests/kit/file.setup.ts',
          ...PATIENT,
          maxWorkers: 2,
        },
      },
    ],
  },
})
