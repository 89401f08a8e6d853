/** Presence: who else is on this project's page, and at which scene. */
import type { Presence } from '@/lib/live/contract'

export interface Person {
  /** As their browser names itself. */
  client: string
  name: string
  /** The scenes their pages look at. */
  sceneIds: string[]
  isMe: boolean
  /** One of the six colours of the interface, the same on every page. */
  colour: number
}

const COLOURS = 6

/** The same name has the same colour everywhere (FNV-1a, 32 bits). */
function colourOf(client: string): number {
  let hash = 0x811c9dc5
  for (const char of client) hash = Math.imul(hash ^ char.charCodeAt(0), 0x01000193)
  return (hash >>> 0) % COLOURS
}

/** Everybody once, however many pages they have open; oneself first, the others in a steady order. */
export function peopleOf(everybody: readonly Presence[], me: string): Person[] {
  const people = [...Map.groupBy(everybody, (presence) => presence.client)].map(([client, pages]) => ({
    client,
    name: pages.findLast((page) => page.name !== '')?.name ?? '',
    sceneIds: [...new Set(pages.flatMap((page) => page.sceneId ?? []))],
    isMe: client === me,
    colour: colourOf(client),
  }))
  return people.sort((a, b) => Number(b.isMe) - Number(a.isMe) || a.client.localeCompare(b.client))
}

/** One or two letters for a disc: a Chinese name by its last character, others by their initials. */
export function initialsOf(name: string): string {
  const trimmed = name.trim()
  if (trimmed === '') return ''
  if (/\p{Script=Han}/u.test(trimmed)) return [...trimmed].at(-1) ?? ''
  const [first = '', second = ''] = trimmed.split(/\s+/)
  return `${[...first][0] ?? ''}${[...second][0] ?? ''}`.toLocaleUpperCase()
}
