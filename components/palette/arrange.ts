import { type CommandGroup, groupOf, type PageCommand } from './commands'
import { findAmong, scoreOf } from './find'
import type { Entry } from './use-entries'

/** In which the groups stand, where nothing says otherwise. */
const ORDER = [
  'edit',
  'make',
  'play',
  'view',
  'take',
  'json',
  'desk',
  'queue',
  'scene',
  'film',
  'go',
  'look',
] as const satisfies readonly Entry['group'][]

/** Of what there may be hundreds, so many are shown: a few at first, more to those who look for one. */
const MOST = { first: 4, found: 12 }

export interface EntryGroup {
  name: Entry['group'] | 'recent'
  entries: Entry[]
}

/** What is shown for a query: the group with the best answer first; without a query what was used last. */
export function arrange(entries: readonly Entry[], query: string, recent: readonly string[]): EntryGroup[] {
  const isEmpty = query.trim() === ''
  const few = isEmpty ? MOST.first : MOST.found
  const groups = ORDER.map((name): EntryGroup => {
    const found = findAmong(
      entries.filter((entry) => entry.group === name),
      query,
    )
    return { name, entries: name === 'scene' || name === 'film' ? found.slice(0, few) : found }
  }).filter((group) => group.entries.length > 0)
  if (!isEmpty) {
    const best = ({ entries: [first] }: EntryGroup) => (first ? scoreOf(first, query) : 0)
    return groups.sort((a, b) => best(b) - best(a))
  }
  const lately = recent.flatMap((id) => entries.find((entry) => entry.id === id) ?? [])
  return lately.length > 0 ? [{ name: 'recent', entries: lately }, ...groups] : groups
}

/** The commands that have keys, by group: what the list of keys says. */
export function keysByGroup(
  commands: readonly PageCommand[],
): { name: CommandGroup; commands: PageCommand[] }[] {
  const keyed = commands.filter((one) => one.keys?.length)
  return ORDER.filter((name) => name !== 'scene' && name !== 'film')
    .map((name) => ({ name, commands: keyed.filter(({ id }) => groupOf(id) === name) }))
    .filter((group) => group.commands.length > 0)
}
