import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { ensureDatabase, queryOnce, withDatabase } from './database.mjs'
import { migrate } from './migrate.mjs'

let folder: string
const { url: serverUrl, prefix } = inject('server')

beforeAll(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'studio-migrations-'))
  await write('0001_first', 'create table first (id int);')
})
afterAll(() => fs.rm(folder, { recursive: true, force: true }))

async function write(name: string, sql: string): Promise<void> {
  await fs.mkdir(path.join(folder, name), { recursive: true })
  await fs.writeFile(path.join(folder, name, 'migration.sql'), sql)
}

async function emptyDatabase(name: string): Promise<string> {
  await ensureDatabase(serverUrl, `${prefix}${name}`)
  return withDatabase(serverUrl, `${prefix}${name}`)
}

describe('migrating', () => {
  it('applies each migration once, however many start at once', async () => {
    const url = await emptyDatabase('once')
    const applied = await Promise.all([migrate(url, folder), migrate(url, folder), migrate(url, folder)])
    expect(applied.flat()).toEqual(['0001_first'])
    expect(
      await queryOnce(url, 'select migration_name, applied_steps_count from _prisma_migrations'),
    ).toEqual([{ migration_name: '0001_first', applied_steps_count: 1 }])
  })

  it('changes nothing when a migration fails, and goes on once it is mended', async () => {
    const url = await emptyDatabase('mended')
    await write('0002_second', 'create table second (id int); select nonsense;')
    await expect(migrate(url, folder)).rejects.toThrow(/0002_second failed and changed nothing/)
    expect(await queryOnce(url, `select to_regclass('second') as found`)).toEqual([{ found: null }])
    await write('0002_second', 'create table second (id int);')
    expect(await migrate(url, folder)).toEqual(['0002_second'])
  })
})
