/**
 * Looks at every address and writes down what it finds. The runner does it every few seconds, the web process after a
 * change of settings and for the test button; never two at once in one process.
 */
import canonicalize from 'canonicalize'
import { z } from 'zod'
import { lastFailureAt, noteReady } from '@/lib/engine/remote/pool'
import { readConnections } from './connections'
import { lookAt } from './look'
import { forgetEngineRows } from './rows'
import { type AddressView, addressViewSchema, SERVICES, type Service } from './schema'
import {
  type EngineRow,
  listEngineRows,
  readEngineSetting,
  saveEngineRows,
  writeEngineSetting,
} from './store'
import { surveyed } from './survey'

/** Another runner that looked within this time has looked for this one too. */
const FRESH_MS = 4_000

const looksSchema = z.object({
  lookedAt: z.iso.datetime(),
  addresses: z.partialRecord(z.enum(SERVICES), z.array(addressViewSchema)),
})
type Looks = z.infer<typeof looksSchema>

/** What the last look at each address found, whoever looked. */
export const readLooks = async (): Promise<Looks['addresses']> =>
  (await readEngineSetting('looks', looksSchema))?.addresses ?? {}

const shared = globalThis as unknown as { studioRefresh?: Promise<void> }

/** `force`: what another process saw a moment ago is not enough. */
export function refreshEngines({ force = false } = {}): Promise<void> {
  const turn = (shared.studioRefresh ?? Promise.resolve()).catch(() => undefined).then(() => refresh(force))
  shared.studioRefresh = turn
  return turn
}

async function refresh(isForced: boolean): Promise<void> {
  const connections = await readConnections()
  const last = await readEngineSetting('looks', looksSchema)
  if (!isForced && last && Date.now() - Date.parse(last.lookedAt) < FRESH_MS) {
    for (const views of Object.values(last.addresses)) notePool(views)
    return
  }
  const isConnected = SERVICES.some((service) => connections[service].urls.length > 0)
  if (!isConnected && !Object.values(last?.addresses ?? {}).some((views) => views.length > 0)) return
  const before = await listEngineRows()
  const rows: EngineRow[] = []
  const addresses: Looks['addresses'] = {}
  const look = async (service: Service): Promise<void> => {
    const connection = connections[service]
    const looks = await Promise.all(connection.urls.map((url) => lookAt(connection, url)))
    addresses[service] = looks.map(({ view }) => view)
    rows.push(...surveyed(connection, looks, before, new Date()).map(withFailure))
  }
  await Promise.all(SERVICES.map(look))
  for (const views of Object.values(addresses)) notePool(views)
  const isNews = newsOf(rows, addresses) !== newsOf(before, last?.addresses ?? {})
  await saveEngineRows(
    rows.filter((row) => row.state !== 'unavailable' || isChanged(row, before)),
    isNews,
  )
  await writeEngineSetting('looks', { lookedAt: new Date().toISOString(), addresses } satisfies Looks, false)
  if (isNews) forgetEngineRows()
}

/** What its work failed of tells more of an engine than a look that found it alive. */
function withFailure(row: EngineRow): EngineRow {
  const failure = lastFailureAt(row.facts.urls)
  const isNewer = failure !== null && failure.at > (row.lastError?.at ?? '')
  return isNewer ? { ...row, lastError: failure } : row
}

const notePool = (views: readonly AddressView[]): void => {
  for (const { url, state, waiting } of views) if (state === 'ready') noteReady(url, waiting ?? 0)
}

const isChanged = (row: EngineRow, before: readonly EngineRow[]): boolean =>
  canonicalize(row) !== canonicalize(before.find(({ identity }) => identity === row.identity))

/** What somebody who looks at it would call a change: not how long an answer took, nor what waits just now. */
function newsOf(rows: readonly EngineRow[], addresses: Looks['addresses']): string | undefined {
  const engines = rows
    .map(({ seenAt: _, facts: { card, ...facts }, ...row }) => ({ ...row, facts, revision: card.revision }))
    .toSorted((a, b) => (a.identity < b.identity ? -1 : 1))
  const places = SERVICES.map((service) =>
    (addresses[service] ?? []).map(({ url, state, message, model, device, loaded }) => [
      url,
      state,
      message,
      model,
      device,
      loaded,
    ]),
  )
  // A database gives an object's fields back in an order of its own.
  return canonicalize([engines, places])
}
