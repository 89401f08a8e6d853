import type { Service } from '../connection/schema'
import type { EngineRow } from '../connection/store'
import type { Engine } from '../contract'

/** What makes an engine of a row, by service. */
const CREATE: Partial<Record<Service, (row: EngineRow) => Engine>> = {}

/** The engine behind a row, for as long as its addresses answer or not; null for a service this studio does not know. */
export const createRemoteEngine = (row: EngineRow): Engine | null => CREATE[row.service]?.(row) ?? null
