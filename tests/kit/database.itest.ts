import { beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/lib/base/db'
import { createTestDatabase } from './database'

beforeAll(async () => {
  await createTestDatabase()
})

describe('a test database', () => {
  it('has every table and no row', async () => {
    expect(await db().project.count()).toBe(0)
    expect(await db().task.count()).toBe(0)
  })

  it('is not the one that other tests of the file make beside it', async () => {
    const other = await createTestDatabase('_other')
    expect(new URL(other).pathname).not.toBe(new URL(process.env.DATABASE_URL ?? '').pathname)
  })
})
