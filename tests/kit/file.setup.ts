/**
 * Before a file of integration tests is loaded: lib/base/env.ts reads the environment as it is imported, so the file's
 * database has its name, and its data their folder, before either exists.
 */
import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { inject } from 'vitest'
import { withDatabase } from '@/scripts/start/database.mjs'

const server = inject('server')
const name = `${server.prefix}${randomBytes(4).toString('hex')}`
process.env.DATABASE_URL = withDatabase(server.url, name)
process.env.DATA_DIR = path.join(server.folder, name)
process.env.LOG_LEVEL ??= 'error'
