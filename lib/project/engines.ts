/** Engines as the settings page sees and changes them. */
import { invalidInput, StudioError } from '@/lib/base/errors'
import { changeConnection, forgetConnection, readConnections } from '@/lib/engine/connection/connections'
import { readLooks, refreshEngines } from '@/lib/engine/connection/refresh'
import { forgetEngineRows, remoteRows } from '@/lib/engine/connection/rows'
import {
  type AddressView,
  type Connection,
  type ConnectionChange,
  type ConnectionView,
  type EngineDefaults,
  type EnginesView,
  KIND_OF,
  type RemoteEngineView,
  SERVICES,
  type Service,
} from '@/lib/engine/connection/schema'
import { type EngineRow, writeEngineSetting } from '@/lib/engine/connection/store'
import { chosenDefaults, listEngines } from '@/lib/engine/registry'

export async function getEnginesView(): Promise<EnginesView> {
  const [connections, engines, defaults] = await Promise.all([
    listConnections(),
    listEngines(),
    chosenDefaults(),
  ])
  const states = engines.map(async (engine) => {
    const state = await engine.check().then(
      (health) => health.state,
      () => 'unavailable' as const,
    )
    const { identity, kind, abilities = null } = engine
    return { identity, kind, state, abilities }
  })
  return { connections, engines: await Promise.all(states), defaults }
}

/** A service out of an address. Throws `not_found`. */
export function serviceOf(value: string): Service {
  const service = SERVICES.find((name) => name === value)
  if (!service) throw new StudioError('not_found', 'There is no such service.')
  return service
}

/** Answers with what the new addresses say of themselves. */
export async function setConnection(service: Service, change: ConnectionChange): Promise<ConnectionView> {
  await changeConnection(service, change)
  return await testConnection(service)
}

/** Back to what the environment says. */
export async function resetConnection(service: Service): Promise<ConnectionView> {
  await forgetConnection(service)
  return await testConnection(service)
}

/** Looks at the addresses now. */
export async function testConnection(service: Service): Promise<ConnectionView> {
  await refreshEngines({ force: true })
  forgetEngineRows()
  const view = (await listConnections()).find((connection) => connection.service === service)
  if (!view) throw new StudioError('internal', `no connection for ${service}`)
  return view
}

/** What new films start with. Throws `invalid_input` for an engine that was never connected or makes something else. */
export async function setDefaults(defaults: EngineDefaults): Promise<EngineDefaults> {
  const kinds = new Map((await listEngines()).map(({ identity, kind }) => [identity, kind]))
  const problems = Object.entries(defaults)
    .filter(([kind, identity]) => kinds.get(identity) !== kind)
    .map(([kind]) => ({ field: kind, expected: `must be a ${kind} engine that is or was connected` }))
  if (problems.length > 0) throw invalidInput(problems)
  await writeEngineSetting('defaults', defaults, true)
  return defaults
}

/** Every service and what the last look at its addresses found. */
export async function listConnections(): Promise<ConnectionView[]> {
  const [connections, looks, rows] = await Promise.all([readConnections(), readLooks(), remoteRows()])
  return SERVICES.map((service) =>
    viewOf(
      connections[service],
      looks[service] ?? [],
      rows.map(({ row }) => row),
    ),
  )
}

function viewOf(
  { service, urls, model, key, from }: Connection,
  looks: readonly AddressView[],
  rows: readonly EngineRow[],
): ConnectionView {
  const addresses = looks.filter(({ url }) => urls.includes(url))
  const own = rows.filter(
    (row) => row.service === service && row.facts.urls.some((url) => urls.includes(url)),
  )
  // Addresses that serve different models are different engines: the one that most of them serve stands for all.
  const [engine] = own.toSorted((a, b) => b.facts.urls.length - a.facts.urls.length)
  return {
    service,
    kind: KIND_OF[service],
    urls,
    model,
    hasKey: key !== null,
    from,
    addresses,
    engine: engine ? engineView(engine) : null,
  }
}

const engineView = ({ identity, service, facts, state, lastError, seenAt }: EngineRow): RemoteEngineView => ({
  identity,
  service,
  kind: KIND_OF[service],
  model: facts.model,
  state,
  abilities: facts.abilities,
  group: facts.group,
  lastError,
  seenAt: seenAt.toISOString(),
})
