import type { Tx } from '@/lib/base/db'
import { readConnections } from './connections'
import type { Connection } from './schema'
import { type EngineRow, listEngineRows } from './store'

/** A remote engine as it was last seen, and the connection it belongs or belonged to. */
export interface RemoteRow {
  row: EngineRow
  connection: Connection
}

/** A plan asks many times; a notice of change drops it at once, and without one nobody waits longer than this. */
const KEEP_MS = 2_000

const shared = globalThis as unknown as { studioEngineRows?: { at: number; rows: Promise<RemoteRow[]> } }

/** Remote engines that are or were connected, read at most every two seconds. */
export function remoteRows(tx?: Tx): Promise<RemoteRow[]> {
  const now = Date.now()
  const kept = shared.studioEngineRows
  if (kept && now - kept.at < KEEP_MS) return kept.rows
  const read = { at: now, rows: load(tx) }
  shared.studioEngineRows = read
  read.rows.catch(() => {
    if (shared.studioEngineRows === read) forgetEngineRows()
  })
  return read.rows
}

async function load(tx?: Tx): Promise<RemoteRow[]> {
  const rows = await listEngineRows(tx)
  if (rows.length === 0) return []
  const connections = await readConnections(tx)
  return rows.map((row) => ({ row, connection: connections[row.service] }))
}

export function forgetEngineRows(): void {
  shared.studioEngineRows = undefined
}
