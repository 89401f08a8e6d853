import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, inject, it } from 'vitest'
import { diffSchema } from '@/scripts/prisma/engine.mjs'
import { queryOnce, withDatabase } from '@/scripts/start/database.mjs'

const scratch: string[] = []
afterAll(() => Promise.all(scratch.map((folder) => fs.rm(folder, { recursive: true, force: true }))))

async function withSchema(change: (schema: string) => string): Promise<string> {
  const root = await fs.mkdtemp(path.join(os.tmpdir(), 'studio-drift-'))
  scratch.push(root)
  await fs.cp('prisma', path.join(root, 'prisma'), { recursive: true })
  const file = path.join(root, 'prisma/schema.prisma')
  await fs.writeFile(file, change(await fs.readFile(file, 'utf8')))
  return root
}

describe('the migrations', () => {
  const { url, template } = inject('server')

  it('make exactly the tables of the schema', async () => {
    expect(await diffSchema('.', url)).toBe('')
  })

  it('would be missed if the schema went ahead of them', async () => {
    const root = await withSchema((schema) =>
      schema.replace('  title     String\n', '  title     String\n  author String\n'),
    )
    expect(await diffSchema(root, url)).toContain('ADD COLUMN     "author" TEXT NOT NULL')
  })

  it("have the partial indexes that Prisma's language cannot say, and no others", async () => {
    const rows = await queryOnce(
      withDatabase(url, template),
      `select indexrelid::regclass::text as name, indisunique as is_unique, pg_get_expr(indpred, indrelid) as condition
       from pg_index where indpred is not null and indrelid::regclass::text !~ '^pg_' order by 1`,
    )
    expect(rows).toEqual([
      {
        name: 'task_live_fingerprint',
        is_unique: true,
        condition: expect.stringContaining('fingerprint IS NOT NULL'),
      },
      { name: 'task_live_target', is_unique: false, condition: expect.stringContaining('target') },
    ])
  })
})
