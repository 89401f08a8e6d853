import type { ProjectState } from './schema'

/** In one word, for the poster: what the newest target says, else whether there is a film. */
export function stateOf(revision: number, newest: string | undefined, hasFilm: boolean): ProjectState {
  const isLive = newest === 'pending' || newest === 'running'
  if (isLive) return revision === 0 ? 'writing' : 'making'
  if (newest === 'error') return 'failed'
  return hasFilm ? 'finished' : 'draft'
}
