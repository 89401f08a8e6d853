/** Once for a run of integration tests: a Postgres of our own, whatever listens on 5432 or stands in DATABASE_URL. */
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TestProject } from 'vitest/node'
import { openTestServer } from '@/scripts/start/test-databases.mjs'

export interface TestServer {
  url: string
  template: string
  /** What the names of this run's databases begin with. */
  prefix: string
  /** Holds the files of this run. */
  folder: string
}

declare module 'vitest' {
  export interface ProvidedContext {
    server: TestServer
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { close, ...server } = await openTestServer(fileURLToPath(new URL('../..', import.meta.url)))
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'studio-test-'))
  project.provide('server', { ...server, folder })
  return async () => {
    await close()
    await fs.rm(folder, { recursive: true, force: true })
  }
}
