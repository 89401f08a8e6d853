import type { Reference } from './reference'

/** What each English pronoun says of whom it means. */
export const PRONOUNS: Record<string, Partial<Reference>> = {
  he: { gender: 'm' },
  him: { gender: 'm', subject: false },
  his: { gender: 'm', subject: false, seen: false },
  himself: { gender: 'm', subject: false },
  she: { gender: 'f' },
  her: { gender: 'f', subject: false, seen: false },
  hers: { gender: 'f', subject: false, seen: false },
  herself: { gender: 'f', subject: false },
  they: { plural: true },
  them: { plural: true, subject: false },
  their: { plural: true, subject: false, seen: false },
  everyone: { plural: true },
  everybody: { plural: true },
  themselves: { plural: true, subject: false },
  it: { thing: true },
  its: { thing: true, subject: false, seen: false },
  i: { kind: 'narrator' },
  me: { kind: 'narrator', subject: false },
  my: { kind: 'narrator', subject: false, seen: false },
  mine: { kind: 'narrator', subject: false, seen: false },
  myself: { kind: 'narrator', subject: false },
  we: { kind: 'narrator', plural: true },
  us: { kind: 'narrator', plural: true, subject: false },
  our: { kind: 'narrator', plural: true, subject: false, seen: false },
}
