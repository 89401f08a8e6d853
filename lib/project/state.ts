import type { TaskRow } from '@/lib/task/store'
import type { ProjectState } from './schema'

/** In one word, for the poster: what the newest target says, else whether there is a film. */
export function stateOf(revision: number, newest: TaskRow | undefined, hasFilm: boolean): ProjectState {
  const isLive = newest?.status === 'pending' || newest?.status === 'running'
  if (isLive) return revision === 0 ? 'writing' : 'making'
  if (newest?.status === 'error') return 'failed'
  return hasFilm ? 'finished' : 'draft'
}
