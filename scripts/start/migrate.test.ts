import { describe, expect, it } from 'vitest'
import { pendingMigrations } from './migrate.mjs'

const migration = (name: string, checksum = name) => ({ name, checksum, sql: '' })
const row = (name: string, more: object = {}) => ({
  migration_name: name,
  checksum: name,
  finished_at: new Date(0) as Date | null,
  rolled_back_at: null as Date | null,
  ...more,
})

describe('migrations', () => {
  const all = [migration('0001'), migration('0002')]

  it('apply once, in order', () => {
    expect(pendingMigrations(all, [])).toEqual(all)
    expect(pendingMigrations(all, [row('0001')])).toEqual([all[1]])
    expect(pendingMigrations(all, [row('0001'), row('0002')])).toEqual([])
  })

  it('refuse a database that applied another text under the same name', () => {
    expect(() => pendingMigrations(all, [row('0001', { checksum: 'other' })])).toThrow(/0001 was changed/)
  })

  it('refuse a database from a newer studio', () => {
    expect(() => pendingMigrations(all, [row('0001'), row('0002'), row('0003')])).toThrow(
      /newer version.*0003/,
    )
  })

  it('refuse a database left half way, and go on from one that was rolled back', () => {
    expect(() => pendingMigrations(all, [row('0001', { finished_at: null })])).toThrow(/half way/)
    const rolledBack = row('0001', { finished_at: null, rolled_back_at: new Date(0) })
    expect(pendingMigrations(all, [rolledBack])).toEqual(all)
  })
})
