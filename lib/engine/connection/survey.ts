/** From looks at addresses to what is remembered of engines: pure. */
import type { EngineIdentity } from '@/lib/storyboard/schema'
import { abilitiesOf } from './abilities'
import type { Look } from './ask'
import { placeOf } from './group'
import { identityOf } from './identity'
import type { Connection } from './schema'
import type { EngineRow } from './store'

/** The rows of one service after its addresses were looked at. Nothing that was ever connected is forgotten. */
export function surveyed(
  { service }: Connection,
  looks: readonly Look[],
  before: readonly EngineRow[],
  now: Date,
): EngineRow[] {
  const old = new Map(before.filter((row) => row.service === service).map((row) => [row.identity, row]))
  const seen = new Map<EngineIdentity, Look[]>()
  for (const look of looks) {
    const identity = look.card ? identityOf(service, look.card) : servedBefore(look, [...old.values()])
    if (identity) seen.set(identity, [...(seen.get(identity) ?? []), look])
  }
  const there = [...seen].map(([identity, own]) => rowOf(identity, service, own, old.get(identity), now))
  const gone = [...old.values()]
    .filter(({ identity }) => !seen.has(identity))
    .map((row): EngineRow => ({ ...row, state: 'unavailable', facts: { ...row.facts, urls: [] } }))
  return [...there.filter((row) => row !== null), ...gone]
}

/** An address that does not answer belongs to the engine that it served last. */
const servedBefore = ({ view }: Look, old: readonly EngineRow[]): EngineIdentity | undefined =>
  old.find(({ facts }) => facts.urls.includes(view.url))?.identity

function rowOf(
  identity: EngineIdentity,
  service: EngineRow['service'],
  looks: readonly Look[],
  old: EngineRow | undefined,
  now: Date,
): EngineRow | null {
  const known = looks.filter(({ card }) => card !== null)
  const card = known[0]?.card ?? old?.facts.card
  if (!card) return null
  const states = new Set(looks.map(({ view }) => view.state))
  const state = states.has('ready') ? 'ready' : states.has('loading') ? 'loading' : 'unavailable'
  const wrong = looks.find(({ view }) => view.message !== '')?.view.message
  const isNew = wrong !== undefined && wrong !== old?.lastError?.message
  // While nobody answers, an engine keeps the card and the lanes that it had.
  const place = known.length > 0 || !old ? placeOf(service, looks) : old.facts
  return {
    identity,
    service,
    state,
    facts: {
      model: card.id,
      card,
      abilities: abilitiesOf(service, card),
      group: place.group,
      lanes: place.lanes,
      urls: looks.map(({ view }) => view.url),
    },
    lastError: isNew ? { message: wrong, at: now.toISOString() } : (old?.lastError ?? null),
    seenAt: state === 'unavailable' ? (old?.seenAt ?? now) : now,
  }
}
