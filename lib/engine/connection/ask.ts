import { askService, type ServiceAnswer } from '@/lib/engine/remote/http'
import type { ModelCard } from './card'
import type { AddressView, Connection } from './schema'

/** What one address was found to be. */
export interface Look {
  view: AddressView
  /** Null when it says nothing of a model. */
  card: ModelCard | null
}

/** A service that thinks answers its health at once all the same. */
const LOOK_MS = 4_000
const MOST_BYTES = 4 * 1024 * 1024

/** One question of a look. Every status is an answer; throws when there is none. */
export function askAddress({ key }: Connection, url: string, path: string): Promise<ServiceAnswer> {
  const { signal } = new AbortController()
  return askService({ url, key }, { path, deadlineMs: LOOK_MS, mostBytes: MOST_BYTES, signal })
}
