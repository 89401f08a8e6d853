/** What a remote engine is made of: what is known of its model, and the addresses that serve it. */
import type { ModelCard } from '../connection/card'
import type { RemoteRow } from '../connection/rows'
import type { EngineAbilities, EngineHealth } from '../contract'
import { openPool, type Pool } from './pool'

export interface RemoteSource {
  /** What every engine has. */
  base: {
    identity: string
    resource: { queue: 'gpu'; group: string; lanes: number }
    abilities: EngineAbilities
    names: readonly string[]
    check(): Promise<EngineHealth>
  }
  /** The name that the service knows it by. */
  model: string
  card: ModelCard
  pool: Pool
}

const FIX = 'Start it, or check its address on the settings page.'

export function sourceOf({ row, connection }: RemoteRow): RemoteSource {
  const { identity, facts, state, lastError } = row
  const { model, card, abilities, group, lanes, urls } = facts
  const message = lastError?.message ?? 'It is not connected.'
  return {
    base: {
      identity,
      abilities,
      names: [model, ...(card.aliases ?? [])],
      resource: { queue: 'gpu', group, lanes },
      check: async () => (state === 'ready' ? { state, message: '', fix: '' } : { state, message, fix: FIX }),
    },
    model,
    card,
    pool: openPool(identity, urls, connection.key),
  }
}
