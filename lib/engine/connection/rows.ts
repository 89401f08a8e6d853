import type { Tx } from '@/lib/base/db'
import { type EngineRow, listEngineRows } from './store'

/** A plan asks many times; a notice of change drops it at once, and without one nobody waits longer than this. */
const KEEP_MS = 2_000

const shared = globalThis as unknown as { studioEngineRows?: { at: number; rows: Promise<EngineRow[]> } }

/** Remote engines that are or were connected, read at most every two seconds. */
export function engineRows(tx?: Tx): Promise<EngineRow[]> {
  const now = Date.now()
  const kept = shared.studioEngineRows
  if (kept && now - kept.at < KEEP_MS) return kept.rows
  const read = { at: now, rows: listEngineRows(tx) }
  shared.studioEngineRows = read
  read.rows.catch(() => {
    if (shared.studioEngineRows === read) shared.studioEngineRows = undefined
  })
  return read.rows
}

export function forgetEngineRows(): void {
  shared.studioEngineRows = undefined
}
